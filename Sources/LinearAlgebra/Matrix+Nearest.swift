import Numerics

extension Matrix {
    /// For each row of this matrix the row of `centers` at the smallest Euclidean distance; of equal ones the first.
    ///
    /// Takes 2 · rows · centers · columns operations. `centers` has at least one row.
    package func nearestRows(in centers: Matrix) -> [Int32] {
        precondition(centers.rows > 0 && centers.columns == columns, "no centers for \(rows) × \(columns)")
        var out = [Int32](repeating: 0, count: rows)
        // |x − c|² is smallest where x·c − |c|²/2 is greatest.
        let offsets = (0..<centers.rows).map { r in centers.row(r).reduce(Float(0)) { $0 + $1 * $1 } / 2 }
        out.withUnsafeMutableBufferPointer {
            nonisolated(unsafe) let out = $0.baseAddress
            Blocks(of: 256, count: rows).concurrently { _, block in
                nearest(to: block, in: centers, offsets: offsets, into: out! + block.lowerBound)
            }
        }
        return out
    }

    /// Centers come in tiles, so that a tile's products stay in the processor's cache.
    private func nearest(
        to block: Range<Int>, in centers: Matrix, offsets: [Float], into out: UnsafeMutablePointer<Int32>
    ) {
        let tile = 512
        var best = [Float](repeating: -.infinity, count: block.count)
        withUnsafeTemporaryAllocation(of: Float.self, capacity: block.count * tile) { products in
            for first in stride(from: 0, to: centers.rows, by: tile) {
                let width = min(tile, centers.rows - first)
                multiply(block, by: centers, rows: first..<first + width, into: products.baseAddress!)
                for r in 0..<block.count {
                    let line = products.baseAddress! + r * width
                    for c in 0..<width where line[c] - offsets[first + c] > best[r] {
                        best[r] = line[c] - offsets[first + c]
                        out[r] = Int32(first + c)
                    }
                }
            }
        }
    }

    /// The dot products of some rows with some rows of another matrix, into plain memory.
    private func multiply(
        _ block: Range<Int>, by other: Matrix, rows: Range<Int>, into out: UnsafeMutablePointer<Float>
    ) {
        values.withUnsafeBufferPointer { a in
            other.values.withUnsafeBufferPointer { b in
                guard let a = a.baseAddress, let b = b.baseAddress else { return }
                BLAS.multiply(
                    a + block.lowerBound * columns, stride: columns, transposed: false,
                    b + rows.lowerBound * columns, stride: columns, transposed: true, into: out, stride: rows.count,
                    rows: block.count, columns: rows.count, inner: columns)
            }
        }
    }
}
