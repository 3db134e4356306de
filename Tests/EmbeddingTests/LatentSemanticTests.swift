import LinearAlgebra
import SearchText
import Testing

@testable import Embedding

@Suite struct LatentSemanticTests {
    private static let subjects = [
        ["whisper", "speech", "recognition", "audio", "german", "small"],
        ["llama", "instruct", "chat", "gguf", "7b", "quantized"],
        ["bert", "base", "uncased", "squad", "question", "answering"],
        ["stable", "diffusion", "lora", "anime", "style", "xl"],
    ]

    /// 80 models of four subjects: each name has three of its subject's words.
    private var corpus: PlainTerms {
        var corpus = PlainTerms()
        for i in 0..<80 {
            let words = Self.subjects[i % 4]
            let name = [words[i / 4 % 6], words[(i / 4 + 1) % 6], words[(i / 4 + 3) % 6], "v\(i)"].joined(
                separator: "-")
            corpus.append(Tokenizer.terms(ofName: name))
        }
        return corpus
    }

    private func cosine(_ a: some Collection<Float>, _ b: some Collection<Float>) -> Float {
        zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }

    @Test func likeLiesNearLike() throws {
        var settings = LatentSemantic.Settings()
        settings.dimensions = 4
        let (model, rows) = try LatentSemantic.fit(corpus, settings: settings)
        let vectors = model.embed(rows)
        #expect(model.dimensions == 8 && vectors.columns == 8)
        for i in 0..<80 {
            for j in 0..<80 where i != j {
                let similarity = cosine(vectors.row(i), vectors.row(j))
                #expect(i % 4 == j % 4 ? similarity > 0.7 : similarity < 0.3)
            }
        }
    }

    /// A query lies in the space of the documents: at a document of the same words, away from others.
    @Test func queriesShareTheSpace() throws {
        let (model, rows) = try LatentSemantic.fit(corpus)
        let vectors = model.embed(rows)
        for i in 0..<80 {
            let words = Self.subjects[i % 4]
            let query = [words[i / 4 % 6], words[(i / 4 + 1) % 6], words[(i / 4 + 3) % 6]].joined(separator: " ")
            let vector = try #require(model.embed(query: query))
            #expect(cosine(vector, vectors.row(i)) > 0.999)
        }
        let speech = try #require(model.embed(query: "German SPEECH"))
        let best = (0..<80).max { cosine(speech, vectors.row($0)) < cosine(speech, vectors.row($1)) }
        #expect(best.map { $0 % 4 } == 0)
        #expect(model.embed(query: "") == nil)
        #expect(model.embed(query: "zzz unheard") == nil)
    }

    @Test func vectorsHaveLengthOneAndSameInputGivesSameBytes() throws {
        let (model, rows) = try LatentSemantic.fit(corpus)
        let vectors = model.embed(rows)
        for r in 0..<vectors.rows { #expect(abs(cosine(vectors.row(r), vectors.row(r)) - 1) < 1e-5) }
        let (again, sameRows) = try LatentSemantic.fit(corpus)
        #expect(again == model && again.embedPacked(sameRows) == model.embedPacked(rows))
    }

    @Test func fieldsAndFrequencyWeigh() throws {
        var corpus = PlainTerms()
        for _ in 0..<20 { corpus.append(Tokenizer.terms(ofOwner: "acme")) }
        for _ in 0..<5 { corpus.append(Tokenizer.terms(ofName: "acme-rare")) }
        let space = TermSpace(of: corpus, minimumDocumentFrequency: 2, weights: TermWeights())
        #expect(space.terms == ["@acme", "acme", "rare"])
        let matrix = space.matrix(of: corpus, minimumDocumentFrequency: 2)
        let owner = matrix.range(ofRow: 0).map { matrix.values[$0] }
        let name = matrix.range(ofRow: 20).map { matrix.values[$0] }
        #expect(owner[0] > owner[1])  // "@acme" is in fewer documents than "acme"
        #expect(name[1] > name[0])
        #expect(abs(name[1] / name[0] - space.idf[2] / space.idf[1]) < 1e-5)
        #expect(TermWeights().weight(fields: 0b00101) == 1)  // name and owner
        #expect(TermWeights().weight(fields: 0b00100) == 0.35)
    }

    @Test func nothingToLearnFrom() throws {
        #expect(try LatentSemantic.fit(PlainTerms()).model.dimensions == 0)
        var one = PlainTerms()
        one.append(Tokenizer.terms(ofName: "lonely-model"))
        let (model, rows) = try LatentSemantic.fit(one)
        #expect(model.dimensions == 0 && model.embedPacked(rows).count == 1)
        #expect(model.embed(query: "lonely") == nil)
    }
}

extension LatentSemanticTests {
    @Test func modelComesBackFromItsFile() throws {
        let (model, _) = try LatentSemantic.fit(corpus)
        let back = try LatentSemantic(contents: model.contents, at: "embedding.bin")
        #expect(back.contents == model.contents)
        #expect(back.embed(query: "german whisper") == model.embed(query: "german whisper"))
    }

    @Test func damagedFilesAreRefused() throws {
        let contents = try LatentSemantic.fit(corpus).model.contents
        for length in stride(from: 0, to: contents.count, by: 7) {
            #expect(throws: EmbeddingError.self) {
                try LatentSemantic(contents: Array(contents.prefix(length)), at: "x")
            }
        }
        #expect(throws: EmbeddingError.self) { try LatentSemantic(contents: contents + [0], at: "x") }
        // A wrong bit in the head may not crash; what follows are numbers of which every one can be.
        for bit in 0..<LittleEndianReader.headerSize * 8 {
            var bytes = contents
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            // By its type it throws nothing but `EmbeddingError`.
            do { _ = try LatentSemantic(contents: bytes, at: "x") } catch {}
        }
    }
}
