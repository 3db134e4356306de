import LinearAlgebra
import Testing

@Suite struct OrthonormalTests {
    @Test func columnsAreOrthonormalAndSpanTheSame() throws {
        var a = Matrix.gaussian(rows: 3000, columns: 40, seed: 1)
        // Columns of very unlike lengths, as the powers of a matrix have them.
        for r in 0..<a.rows { for c in 0..<40 { a[r, c] *= Float(1) / Float((c + 1) * (c + 1)) } }
        let q = try a.orthonormalized()
        #expect(q.columns == 40)
        #expect(distanceFromIdentity(q) < 1e-5)
        // Q·Qᵀ·A = A
        let projected = q.times(slowProduct(transposed(q), a))
        #expect(largestDifference(projected, a) < 1e-4)
    }

    @Test func dependentColumnsDropOut() throws {
        let a = Matrix.gaussian(rows: 50, columns: 4, seed: 2)
        var twice = Matrix(rows: 50, columns: 8)
        for r in 0..<50 { for c in 0..<8 { twice[r, c] = a[r, c % 4] } }
        let q = try twice.orthonormalized()
        #expect(q.columns == 4)
        #expect(distanceFromIdentity(q) < 1e-5)
        #expect(try Matrix(rows: 5, columns: 3).orthonormalized().columns == 0)
    }

    @Test func rotationsKeepLengthsAndDependOnTheSeedOnly() throws {
        let r = try Matrix.rotation(64, seed: 9)
        #expect(r.columns == 64 && distanceFromIdentity(r) < 1e-5)
        #expect(try Matrix.rotation(64, seed: 9) == r)
        #expect(try Matrix.rotation(64, seed: 10) != r)
    }

    /// Of the random matrices of these orders single precision loses a column; their rotations have all the same.
    @Test(arguments: [(256, UInt64(9)), (376, 20_240_711)])
    func rotationsHaveEveryColumn(order: Int, seed: UInt64) throws {
        #expect(try Matrix.gaussian(rows: order, columns: order, seed: seed).orthonormalized().columns < order)
        let r = try Matrix.rotation(order, seed: seed)
        #expect(r.columns == order)
        let products = r.times(transposed: r)
        #expect(largestDifference(products, .identity(order)) < 1e-4)
    }

    private func distanceFromIdentity(_ q: Matrix) -> Float {
        largestDifference(slowProduct(transposed(q), q), .identity(q.columns))
    }
}
