import LinearAlgebra
import Testing

@testable import Embedding

@Suite struct PackedVectorsTests {
    @Test func comeBack() {
        var packed = PackedVectors(dimensions: 4)
        packed.append(Matrix(rows: 2, columns: 4, values: [0.5, -0.25, 0, 0.125, 0, 0, 0, 0]))
        let back = packed.unpacked([1, 0])
        #expect(Array(back.row(0)) == [0, 0, 0, 0])
        #expect(zip(back.row(1), [0.5, -0.25, 0, 0.125]).allSatisfy { abs($0 - $1) <= 0.5 / 254 })
        #expect(packed.isZero(1) && !packed.isZero(0))
    }

    @Test func errorsSayWhatToDo() {
        let errors: [(EmbeddingError.Reason, String)] = [
            (.damaged("it ends early"), "f: damaged (it ends early); make or fetch the file again"),
            (.version, "f: no file of this kind, or of another version; build the index again ('hubatlas build')"),
            (.missing("tokenizer.json"), "f: tokenizer.json is missing; name a folder in the Model2Vec layout"),
        ]
        for (reason, text) in errors { #expect(EmbeddingError(reason, at: "f").description == text) }
    }
}
