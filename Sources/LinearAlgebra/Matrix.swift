/// A dense matrix of single precision, row after row.
///
///     var a = Matrix(rows: 2, columns: 3, values: [1, 2, 3,  4, 5, 6])
///     a[1, 0] → 4
///     a.times(transposed: a) → [14 32; 32 77]
package struct Matrix: Equatable, Sendable {
    package let rows: Int
    package let columns: Int
    /// `rows` × `columns` of them.
    package var values: [Float]

    package init(rows: Int, columns: Int) {
        self.init(rows: rows, columns: columns, values: [Float](repeating: 0, count: rows * columns))
    }

    package init(rows: Int, columns: Int, values: [Float]) {
        precondition(values.count == rows * columns, "\(values.count) values for \(rows) × \(columns)")
        self.rows = rows
        self.columns = columns
        self.values = values
    }

    package subscript(row: Int, column: Int) -> Float {
        get { values[row * columns + column] }
        set { values[row * columns + column] = newValue }
    }

    package func row(_ row: Int) -> ArraySlice<Float> { values[row * columns..<(row + 1) * columns] }

    /// The given rows in the given order, a row as often as it is named.
    package func rows(_ chosen: [Int]) -> Matrix {
        var out: [Float] = []
        out.reserveCapacity(chosen.count * columns)
        for r in chosen { out += row(r) }
        return Matrix(rows: chosen.count, columns: columns, values: out)
    }

    /// With columns of zeros at the end, so many in all.
    package func widened(to width: Int) -> Matrix {
        precondition(width >= columns, "\(columns) columns do not fit in \(width)")
        var out = Matrix(rows: rows, columns: width)
        for r in 0..<rows { out.values.replaceSubrange(r * width..<r * width + columns, with: row(r)) }
        return out
    }

    package static func identity(_ order: Int) -> Matrix {
        var out = Matrix(rows: order, columns: order)
        for i in 0..<order { out[i, i] = 1 }
        return out
    }
}
