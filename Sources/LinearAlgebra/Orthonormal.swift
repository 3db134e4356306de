import Numerics

extension Matrix {
    /// An orthonormal basis of what the columns span: QᵀQ = I, at most `columns` of them, fewer where columns depend on one
    /// another.
    ///
    /// Twice Y·W·Λ^-½ with WΛWᵀ = YᵀY: like CholeskyQR2 (Yamamoto and others 2015), but a dependent column drops out
    /// instead of breaking the factorization.
    ///
    /// - Throws: `LinearAlgebraError`.
    package func orthonormalized() throws -> Matrix {
        try whitened(keepingAbove: 1e-9).whitened(keepingAbove: 1e-4)
    }

    private func whitened(keepingAbove share: Double) throws -> Matrix {
        let eigen = try SymmetricEigen(of: gram(), order: columns)
        let floor = (eigen.values.first ?? 0) * share
        let kept = eigen.values.prefix { $0 > floor && $0 > 0 }.count
        var factor = Matrix(rows: columns, columns: kept)
        for j in 0..<kept {
            let scale = 1 / eigen.values[j].squareRoot()
            for i in 0..<columns { factor[i, j] = Float(eigen.vectors[j * columns + i] * scale) }
        }
        return times(factor)
    }

    /// Independent normal numbers.
    package static func gaussian(rows: Int, columns: Int, seed: UInt64) -> Matrix {
        var random = SeededRandom(seed: seed)
        return Matrix(
            rows: rows, columns: columns, values: (0..<rows * columns).map { _ in Float(random.normal()) })
    }

    /// A rotation (perhaps with a reflection) that favors no direction: R·Rᵀ = I. It spreads what a decomposition packs into
    /// its first dimensions evenly over all, which codes of one bit or two need.
    ///
    /// - Throws: `LinearAlgebraError`.
    package static func rotation(_ order: Int, seed: UInt64) throws -> Matrix {
        var seed = seed
        while true {
            let basis = try gaussian(rows: order, columns: order, seed: seed).orthonormalized()
            if basis.columns == order { return basis }
            // Now and then single precision cannot tell the last of the random columns from the others; then other ones.
            seed &+= 1
        }
    }
}
