import LinearAlgebra
import Testing

@Suite struct MatrixTests {
    private let a = Matrix.gaussian(rows: 37, columns: 11, seed: 1)
    private let b = Matrix.gaussian(rows: 11, columns: 5, seed: 2)

    @Test func productsAreThoseOfTheDefinition() {
        #expect(largestDifference(a.times(b), slowProduct(a, b)) < 1e-5)
        #expect(largestDifference(a.times(transposed: transposed(b)), slowProduct(a, b)) < 1e-5)
        let gram = Matrix(rows: 11, columns: 11, values: a.gram().map { Float($0) })
        #expect(largestDifference(gram, slowProduct(transposed(a), a)) < 1e-4)
    }

    @Test func emptyShapes() {
        #expect(Matrix(rows: 0, columns: 3).times(Matrix(rows: 3, columns: 2)).rows == 0)
        #expect(Matrix(rows: 2, columns: 0).times(Matrix(rows: 0, columns: 2)) == Matrix(rows: 2, columns: 2))
        #expect(Matrix(rows: 0, columns: 2).gram() == [0, 0, 0, 0])
    }

    /// More rows than a block has: the parts meet at the right places.
    @Test func manyBlocks() {
        let tall = Matrix.gaussian(rows: 9000, columns: 3, seed: 3)
        let turn = Matrix.gaussian(rows: 3, columns: 3, seed: 4)
        #expect(largestDifference(tall.times(turn), slowProduct(tall, turn)) < 1e-5)
        let gram = Matrix(rows: 3, columns: 3, values: tall.gram().map { Float($0) })
        #expect(largestDifference(gram, slowProduct(transposed(tall), tall)) < 0.1)
    }

    @Test func rowsOfLengthOne() {
        var m = Matrix(rows: 2, columns: 2, values: [3, 4, 0, 0])
        m.normalizeRows()
        #expect(largestDifference(m, Matrix(rows: 2, columns: 2, values: [0.6, 0.8, 0, 0])) < 1e-6)
    }
}
