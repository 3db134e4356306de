/// The largest singular values of a sparse matrix and their right singular vectors, by random projection and subspace
/// iteration (Halko, Martinsson, Tropp 2011, algorithms 4.4 and 5.1, on AᵀA).
///
///     let svd = try TruncatedSVD(of: a, rank: 384)
///     a.times(svd.directions)      → the rows of `a` in 384 dimensions
///     svd.energy(of: a)            → .61: the share of the squares of `a` that these dimensions keep
package struct TruncatedSVD: Sendable {
    /// Largest first; fewer than asked for where the matrix has a lower rank.
    package let singularValues: [Float]
    /// `a.columns` × rank, orthonormal columns.
    package let directions: Matrix

    /// - Parameters:
    ///   - oversampling: dimensions beyond `rank` that the iteration carries along.
    ///   - iterations: how often AᵀA is applied; 1 is coarse, 3 is within a percent of the exact energy for text.
    /// - Throws: `LinearAlgebraError`.
    package init(
        of a: SparseMatrix, rank: Int, oversampling: Int = 16, iterations: Int = 3, seed: UInt64 = 1
    ) throws {
        let transposed = a.transposed()
        let width = min(rank + oversampling, a.columns, a.rows)
        var basis = Matrix.gaussian(rows: a.columns, columns: width, seed: seed)
        for _ in 0..<max(1, iterations) { basis = try transposed.times(a.times(basis)).orthonormalized() }
        // Within the basis the problem is small and is solved exactly (Rayleigh and Ritz).
        let eigen = try SymmetricEigen(of: a.times(basis).gram(), order: basis.columns)
        let floor = (eigen.values.first ?? 0) * 1e-10
        let kept = eigen.values.prefix(rank).prefix { $0 > floor && $0 > 0 }.count
        var turn = Matrix(rows: basis.columns, columns: kept)
        for j in 0..<kept { for i in 0..<basis.columns { turn[i, j] = Float(eigen.vectors[j * basis.columns + i]) } }
        singularValues = eigen.values.prefix(kept).map { Float($0.squareRoot()) }
        directions = basis.times(turn)
    }

    /// The share of the squares of all entries that the directions keep, 0 to 1; 1 for a matrix of zeros.
    package func energy(of a: SparseMatrix) -> Double {
        let all = a.values.reduce(0.0) { $0 + Double($1) * Double($1) }
        return all > 0 ? singularValues.reduce(0.0) { $0 + Double($1) * Double($1) } / all : 1
    }
}
