/// A sparse matrix by rows: of each row the columns that are not zero, ascending, and their values (CSR).
///
///     var a = SparseMatrix(columns: 4)
///     a.appendRow([(1, 2.0), (3, 0.5)])      → row 0 is [0 2 0 .5]
///     a.transposed().rows → 4
package struct SparseMatrix: Equatable, Sendable {
    package private(set) var columns: Int
    /// Where each row begins in `indices`, and at the end where the last one ends.
    package private(set) var offsets: [Int] = [0]
    package private(set) var indices: [Int32] = []
    package var values: [Float] = []

    package init(columns: Int) { self.columns = columns }

    init(columns: Int, offsets: [Int], indices: [Int32], values: [Float]) {
        (self.columns, self.offsets, self.indices, self.values) = (columns, offsets, indices, values)
    }

    package var rows: Int { offsets.count - 1 }
    package var nonZeros: Int { indices.count }

    package func range(ofRow row: Int) -> Range<Int> { offsets[row]..<offsets[row + 1] }

    /// `entries` have ascending columns, each once.
    package mutating func appendRow(_ entries: [(column: Int, value: Float)]) {
        var last = -1
        for (column, value) in entries {
            precondition(column > last && column < columns, "column \(column) after \(last), of \(columns)")
            last = column
            indices.append(Int32(column))
            values.append(value)
        }
        offsets.append(indices.count)
    }

    /// The given rows in the given order.
    package func rows(_ chosen: [Int]) -> SparseMatrix {
        var out = SparseMatrix(columns: columns)
        for row in chosen {
            out.indices += indices[range(ofRow: row)]
            out.values += values[range(ofRow: row)]
            out.offsets.append(out.indices.count)
        }
        return out
    }

    package func transposed() -> SparseMatrix {
        var starts = [Int](repeating: 0, count: columns + 1)
        for column in indices { starts[Int(column) + 1] += 1 }
        for column in 0..<columns { starts[column + 1] += starts[column] }
        var next = starts
        var outIndices = [Int32](repeating: 0, count: nonZeros)
        var outValues = [Float](repeating: 0, count: nonZeros)
        for row in 0..<rows {
            for i in range(ofRow: row) {
                let place = next[Int(indices[i])]
                next[Int(indices[i])] += 1
                outIndices[place] = Int32(row)
                outValues[place] = values[i]
            }
        }
        return SparseMatrix(columns: rows, offsets: starts, indices: outIndices, values: outValues)
    }
}
