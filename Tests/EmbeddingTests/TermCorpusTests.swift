import LinearAlgebra
import SearchText
import Testing

@testable import Embedding

@Suite struct TermCorpusTests {
    @Test func termsOnceADocumentWithAllTheirFields() {
        var corpus = TermCorpus()
        corpus.append(Tokenizer.terms(ofName: "bert-bert-large"))
        corpus.append(Tokenizer.terms(ofName: "large"))
        corpus.append(Tokenizer.terms(ofName: ""))
        #expect(corpus.count == 3)
        #expect(corpus.range(of: 0).map { corpus.table.text(Int(corpus.terms[$0])) } == ["bert", "large"])
        #expect(corpus.documentFrequencies == [1, 2])
        #expect(corpus.range(of: 2).isEmpty)
    }

    /// More terms than the table began with: numbers stay.
    @Test func numbersStayWhileTheTableGrows() {
        var table = TermTable()
        for i in 0..<5000 { #expect(table.number(of: Array("t\(i)".utf8)[...]) == i) }
        for i in 0..<5000 { #expect(table.number(of: Array("t\(i)".utf8)[...]) == i && table.text(i) == "t\(i)") }
        #expect(table.count == 5000)
    }

    @Test func packedVectorsComeBack() {
        var packed = PackedVectors(dimensions: 4)
        packed.append(.init(rows: 2, columns: 4, values: [0.5, -0.25, 0, 0.125, 0, 0, 0, 0]))
        let back = packed.unpacked([1, 0])
        #expect(Array(back.row(0)) == [0, 0, 0, 0])
        #expect(zip(back.row(1), [0.5, -0.25, 0, 0.125]).allSatisfy { abs($0 - $1) <= 0.5 / 254 })
        #expect(packed.isZero(1) && !packed.isZero(0))
    }
}
