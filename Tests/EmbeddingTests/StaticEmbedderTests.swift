import Core
import Foundation
import JSON
import LinearAlgebra
import TestSupport
import Testing

@testable import Embedding

/// The folders are small invented models; `expected.json` is what PyPI's model2vec 0.10.0 says for them.
@Suite struct StaticEmbedderTests {
    private static let fixtures = Repository.path("Tests/EmbeddingTests/Fixtures")

    /// Half precision: model2vec rounds its results to eleven bits, we do not.
    @Test(arguments: [("wordpiece", 1e-6), ("bytelevel", 4e-4), ("unigram", 1e-6), ("bpe", 1e-6)])
    func vectorsAreThoseOfModel2Vec(_ name: String, _ tolerance: Float) throws {
        let folder = "\(Self.fixtures)/\(name)"
        let embedder = try StaticEmbedder(folder)
        let tokenizer = try TokenizerFile("\(folder)/tokenizer.json")
        let expected = try JSONValue.parse(try Files.read("\(folder)/expected.json"))
        let (texts, vectors) = (try #require(expected["texts"]?.array), try #require(expected["vectors"]?.array))
        let tokens = try #require(expected["tokens"]?.array)
        let limit = name == "unigram" ? 8 : 512
        #expect(texts.count == 16 && vectors.count == 16)
        for i in texts.indices {
            let text = try #require(texts[i].string)
            let found = tokenizer.numbers(of: text, limit: limit).filter { $0 != tokenizer.unknown }
            if name != "unigram" || text.count < 8 {
                #expect(found == tokens[i].array?.compactMap(\.integer), "\(name): \(text)")
            }
            let wanted = try #require(vectors[i].array).compactMap(\.number).map { Float($0) }
            let vector = embedder.embed(text)
            #expect(vector.count == wanted.count)
            #expect(zip(vector, wanted).allSatisfy { abs($0 - $1) < tolerance }, "\(name): \(text)")
        }
    }

    @Test func packedVectorsKeepTheirAngles() throws {
        let embedder = try StaticEmbedder("\(Self.fixtures)/wordpiece")
        let texts = ["german speech", "german speech recognition", "light and style", ""]
        let packed = try embedder.embedPacked(4, seed: 1) { texts[$0] }
        #expect(packed.dimensions == 8 && packed.count == 4 && packed.isZero(3))
        var rows = packed.unpacked(0..<4)
        rows.normalizeRows()
        for i in 0..<3 {
            for j in 0..<3 {
                let cosine = zip(rows.row(i), rows.row(j)).reduce(Float(0)) { $0 + $1.0 * $1.1 }
                let wanted = zip(embedder.embed(texts[i]), embedder.embed(texts[j])).reduce(Float(0)) {
                    $0 + $1.0 * $1.1
                }
                #expect(abs(cosine - wanted) < 0.02)
            }
        }
    }

    @Test(arguments: ["tokenizer.json", "config.json"])
    func whatCannotBeReadIsToldFromWhatIsNoJSON(_ name: String) throws {
        let good = try Folder(reading: "\(Self.fixtures)/wordpiece")
        try withTemporaryFolder { path in
            var folder = good
            for (text, words) in [("{", "it is not JSON: "), ("[1]", "it is no JSON object")] {
                folder[name] = text
                try folder.write(to: path)
                let error = #expect(throws: EmbeddingError.self) { try StaticEmbedder(path) }
                #expect(error?.place == "\(path)/\(name)")
                #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
            }
            // A folder in its place is there and cannot be read.
            try Files.remove("\(path)/\(name)")
            try Files.createFolder("\(path)/\(name)")
            let error = #expect(throws: EmbeddingError.self) { try StaticEmbedder(path) }
            guard case .file(let cause) = error?.reason else {
                Issue.record("\(error?.description ?? "no error")")
                return
            }
            #expect(cause.path == "\(path)/\(name)")
        }
    }

    /// What is missing, damaged or not known is named.
    @Test func refusesWhatItCannotRead() throws {
        let good = try Folder(reading: "\(Self.fixtures)/wordpiece")
        try withTemporaryFolder { path in
            for name in ["model.safetensors", "tokenizer.json", "config.json"] {
                var folder = good
                folder.files[name] = nil
                try refused(folder, at: "\(path)/no-\(name)", .missing(name))
            }
            for (number, (old, new, reason)) in Self.changes.enumerated() {
                var folder = good
                let text = try #require(folder["tokenizer.json"])
                #expect(text.contains(old))
                folder["tokenizer.json"] = text.replacingOccurrences(of: old, with: new)
                try refused(folder, at: "\(path)/\(number)", .unsupported(reason))
            }
            let tensors = try #require(good.files["model.safetensors"])
            for length in stride(from: 0, to: tensors.count, by: 97) {
                var folder = good
                folder.files["model.safetensors"] = Array(tensors.prefix(length))
                try folder.write(to: "\(path)/cut")
                #expect(throws: EmbeddingError.self) { try StaticEmbedder("\(path)/cut") }
            }
        }
    }

    private static let changes = [
        ("\"type\":\"WordPiece\"", "\"type\":\"WordLevel\"", "the tokenizer's model \"WordLevel\""),
        ("\"type\":\"BertNormalizer\"", "\"type\":\"Precompiled\"", "the normalizer \"Precompiled\""),
        ("\"type\":\"BertPreTokenizer\"", "\"type\":\"UnicodeScripts\"", "the pre-tokenizer \"UnicodeScripts\""),
        ("\"lstrip\":false", "\"lstrip\":true", "the added token \"[PAD]\" with lstrip"),
    ]

    private func refused(_ folder: Folder, at path: String, _ reason: EmbeddingError.Reason) throws {
        try folder.write(to: path)
        do {
            _ = try StaticEmbedder(path)
            Issue.record("\(path) was read")
        } catch {
            #expect(error.reason == reason)
        }
    }

    @Test func optionNamesTheEmbedder() throws {
        #expect(try Embedder("lsa") == .latentSemantic)
        #expect(try Embedder("static:a/b") == .staticTokens(folder: "a/b"))
        for text in ["", "static:", "bert"] { #expect(throws: EmbeddingError.self) { try Embedder(text) } }
    }
}
