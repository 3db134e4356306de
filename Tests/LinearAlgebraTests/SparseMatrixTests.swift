import LinearAlgebra
import Testing

@Suite struct SparseMatrixTests {
    private let a = sparseWorld(rows: 700, columns: 90, perRow: 8, seed: 5)

    @Test func productIsThatOfTheDenseMatrix() {
        let b = Matrix.gaussian(rows: 90, columns: 17, seed: 6)
        #expect(largestDifference(a.times(b), slowProduct(dense(a), b)) < 1e-4)
        #expect(a.times(b, rows: 10..<20) == a.times(b).rows(Array(10..<20)))
    }

    @Test func transposingTwiceGivesItBack() {
        #expect(dense(a.transposed()) == transposed(dense(a)))
        #expect(a.transposed().transposed() == a)
    }

    @Test func chosenRows() {
        #expect(dense(a.rows([3, 3, 0])) == dense(a).rows([3, 3, 0]))
    }

    @Test func rowsMayBeEmpty() {
        var b = SparseMatrix(columns: 3)
        b.appendRow([])
        b.appendRow([(2, 1)])
        #expect(dense(b).values == [0, 0, 0, 0, 0, 1])
    }
}
