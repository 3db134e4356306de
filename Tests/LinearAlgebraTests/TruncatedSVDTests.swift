import LinearAlgebra
import Testing

@Suite struct TruncatedSVDTests {
    private let a = sparseWorld(rows: 600, columns: 80, perRow: 10, seed: 11)

    /// The oracle: the eigenvalues of the whole AᵀA.
    @Test func singularValuesAreTheExactOnes() throws {
        let exact = try SymmetricEigen(of: dense(a).gram(), order: 80).values.map { Float($0.squareRoot()) }
        let svd = try TruncatedSVD(of: a, rank: 12, iterations: 4)
        #expect(svd.singularValues.count == 12)
        for (found, wanted) in zip(svd.singularValues, exact) { #expect(abs(found - wanted) < 0.005 * wanted) }
    }

    @Test func directionsAreOrthonormal() throws {
        let v = try TruncatedSVD(of: a, rank: 20).directions
        #expect(largestDifference(slowProduct(transposed(v), v), .identity(20)) < 1e-4)
    }

    /// A·V has orthogonal columns, as long as the singular values: U is orthonormal.
    @Test func projectionsAreOrthogonal() throws {
        let svd = try TruncatedSVD(of: a, rank: 15, iterations: 4)
        let gram = a.times(svd.directions).gram()
        for i in 0..<15 {
            for j in 0..<15 {
                let wanted = i == j ? Double(svd.singularValues[i]) * Double(svd.singularValues[i]) : 0
                #expect(abs(gram[i * 15 + j] - wanted) < 1e-3 * gram[0])
            }
        }
    }

    /// With all directions nothing is lost: A·V·Vᵀ = A.
    @Test func reconstructsWithFullRank() throws {
        let svd = try TruncatedSVD(of: a, rank: 80)
        let back = a.times(svd.directions).times(transposed: svd.directions)
        #expect(largestDifference(back, dense(a)) < 1e-3)
        #expect(abs(svd.energy(of: a) - 1) < 1e-4)
    }

    @Test func sameSeedSameBytes() throws {
        let first = try TruncatedSVD(of: a, rank: 10, seed: 3)
        #expect(try TruncatedSVD(of: a, rank: 10, seed: 3).directions == first.directions)
    }

    @Test func lowRankAndNothingAtAll() throws {
        var b = SparseMatrix(columns: 30)
        for i in 0..<40 { b.appendRow([(i % 3, 1), (10 + i % 3, 2)]) }
        #expect(try TruncatedSVD(of: b, rank: 10).singularValues.count == 3)
        #expect(try TruncatedSVD(of: SparseMatrix(columns: 4), rank: 3).singularValues.isEmpty)
        var zeros = SparseMatrix(columns: 4)
        zeros.appendRow([])
        #expect(try TruncatedSVD(of: zeros, rank: 3).directions.columns == 0)
    }
}
