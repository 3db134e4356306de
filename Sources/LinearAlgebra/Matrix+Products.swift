import Numerics

/// Rows of a product that are computed at a time. Fixed: see `Blocks`.
private let rowsPerBlock = 1024

extension Matrix {
    /// A·B
    package func times(_ b: Matrix) -> Matrix {
        precondition(columns == b.rows, "\(rows) × \(columns) times \(b.rows) × \(b.columns)")
        return product(b, transposed: false, columns: b.columns)
    }

    /// A·Bᵀ: the dot product of each row of A with each row of B.
    package func times(transposed b: Matrix) -> Matrix {
        precondition(columns == b.columns, "\(rows) × \(columns) times (\(b.rows) × \(b.columns))ᵀ")
        return product(b, transposed: true, columns: b.rows)
    }

    /// AᵀA, in double precision: the sums within a block of rows are single, those over blocks double.
    ///
    /// - Returns: `columns`² numbers, row by row.
    package func gram() -> [Double] {
        let k = columns
        let blocks = Blocks(of: rowsPerBlock, count: rows)
        var sum = [Double](repeating: 0, count: k * k)
        // A few blocks at a time bound the memory; the order of addition stays that of the blocks.
        for first in stride(from: 0, to: blocks.number, by: 8) {
            let here = min(8, blocks.number - first)
            let parts = [Float](unsafeUninitializedCapacity: here * k * k) { out, filled in
                nonisolated(unsafe) let out = out.baseAddress!
                values.withUnsafeBufferPointer {
                    nonisolated(unsafe) let a = $0.baseAddress!
                    Blocks(of: 1, count: here).concurrently { i, _ in
                        let range = blocks[first + i]
                        let a = a + range.lowerBound * k
                        BLAS.multiply(
                            a, stride: k, transposed: true, a, stride: k, transposed: false, into: out + i * k * k,
                            stride: k, rows: k, columns: k, inner: range.count)
                    }
                }
                filled = here * k * k
            }
            for i in 0..<here { for j in 0..<k * k { sum[j] += Double(parts[i * k * k + j]) } }
        }
        return sum
    }

    private func product(_ b: Matrix, transposed: Bool, columns width: Int) -> Matrix {
        guard rows > 0, width > 0, columns > 0 else { return Matrix(rows: rows, columns: width) }
        let k = columns
        let count = rows * width
        let out = [Float](unsafeUninitializedCapacity: count) { out, filled in
            nonisolated(unsafe) let out = out.baseAddress!
            values.withUnsafeBufferPointer { a in
                nonisolated(unsafe) let a = a.baseAddress!
                b.values.withUnsafeBufferPointer { right in
                    nonisolated(unsafe) let right = right.baseAddress!
                    Blocks(of: rowsPerBlock, count: rows).concurrently { _, range in
                        BLAS.multiply(
                            a + range.lowerBound * k, stride: k, transposed: false, right, stride: b.columns,
                            transposed: transposed, into: out + range.lowerBound * width, stride: width,
                            rows: range.count, columns: width, inner: k)
                    }
                }
            }
            filled = count
        }
        return Matrix(rows: rows, columns: width, values: out)
    }
}
