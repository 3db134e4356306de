import Numerics

extension SparseMatrix {
    /// A·B for the given rows of A, or all. Rows run on all cores; each is summed in the order of its columns.
    package func times(_ b: Matrix, rows chosen: Range<Int>? = nil) -> Matrix {
        precondition(columns == b.rows, "\(rows) × \(columns) times \(b.rows) × \(b.columns)")
        let chosen = chosen ?? 0..<rows
        var out = Matrix(rows: chosen.count, columns: b.columns)
        let k = b.columns
        guard k > 0 else { return out }
        out.values.withUnsafeMutableBufferPointer {
            nonisolated(unsafe) let out = $0.baseAddress
            b.values.withUnsafeBufferPointer {
                nonisolated(unsafe) let b = $0.baseAddress
                Blocks(of: 256, count: chosen.count).concurrently { _, block in
                    for r in block { add(row: chosen.lowerBound + r, times: b!, columns: k, to: out! + r * k) }
                }
            }
        }
        return out
    }

    private func add(row: Int, times b: UnsafePointer<Float>, columns k: Int, to out: UnsafeMutablePointer<Float>) {
        for i in range(ofRow: row) { BLAS.add(values[i], b + Int(indices[i]) * k, to: out, count: k) }
    }
}
