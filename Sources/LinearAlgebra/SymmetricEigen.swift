/// The eigenvalues and eigenvectors of a symmetric matrix, largest eigenvalue first.
///
///     try SymmetricEigen(of: [2, 1, 1, 2], order: 2).values → [3, 1]
package struct SymmetricEigen: Sendable {
    package let values: [Double]
    /// One eigenvector after the other, each of length 1, in the order of `values`. The component of the largest size is
    /// positive: a sign that is free would otherwise be the library's.
    package let vectors: [Double]

    /// - Throws: `LinearAlgebraError` when a number is not finite.
    package init(of matrix: [Double], order: Int) throws {
        precondition(matrix.count == order * order, "\(matrix.count) numbers for a matrix of order \(order)")
        guard matrix.allSatisfy(\.isFinite) else { throw LinearAlgebraError(.notFinite) }
        guard order > 0 else {
            (values, vectors) = ([], [])
            return
        }
        var rows = matrix
        guard let ascending = BLAS.symmetricEigen(&rows, order: order) else { throw LinearAlgebraError(.notConverged) }
        values = ascending.reversed()
        vectors = (0..<order).reversed().flatMap { Self.signed(rows[$0 * order..<($0 + 1) * order]) }
    }

    private static func signed(_ vector: ArraySlice<Double>) -> [Double] {
        let largest = vector.max { abs($0) < abs($1) }!
        return largest < 0 ? vector.map { -$0 } : Array(vector)
    }
}
