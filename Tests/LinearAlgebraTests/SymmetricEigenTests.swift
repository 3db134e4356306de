import LinearAlgebra
import Testing

@Suite struct SymmetricEigenTests {
    @Test func twoByTwo() throws {
        let eigen = try SymmetricEigen(of: [2, 1, 1, 2], order: 2)
        #expect(zip(eigen.values, [3, 1]).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(eigen.vectors.allSatisfy { abs(abs($0) - 0.5.squareRoot()) < 1e-12 })
    }

    @Test func everyPairFulfillsItsEquation() throws {
        let n = 60
        // Single precision within a block: the two halves differ by 1e-7, and LAPACK reads one of them.
        let matrix = Matrix.gaussian(rows: 100, columns: n, seed: 7).gram()
        let eigen = try SymmetricEigen(of: matrix, order: n)
        #expect(eigen.values == eigen.values.sorted(by: >))
        for k in 0..<n {
            let v = Array(eigen.vectors[k * n..<(k + 1) * n])
            for i in 0..<n {
                let product = (0..<n).reduce(0) { $0 + matrix[i * n + $1] * v[$1] }
                #expect(abs(product - eigen.values[k] * v[i]) < 1e-6 * eigen.values[0])
            }
            #expect(v.max { abs($0) < abs($1) }! > 0)
        }
    }

    @Test func refusesWhatIsNotFinite() throws {
        #expect(throws: LinearAlgebraError(.notFinite)) { try SymmetricEigen(of: [.nan], order: 1) }
        #expect(try SymmetricEigen(of: [], order: 0).values.isEmpty)
    }
}
