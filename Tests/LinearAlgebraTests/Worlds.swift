import LinearAlgebra
import Numerics

/// A sparse matrix of that shape whose rows repeat a few patterns with noise, so that its singular values fall off.
func sparseWorld(rows: Int, columns: Int, perRow: Int, seed: UInt64) -> SparseMatrix {
    var random = SeededRandom(seed: seed)
    var out = SparseMatrix(columns: columns)
    for _ in 0..<rows {
        let first = random.below(5) * columns / 8
        let chosen = Set((0..<perRow).map { _ in min(columns - 1, first + random.below(columns / 3)) }).sorted()
        out.appendRow(chosen.map { (column: $0, value: Float(0.5 + random.uniform())) })
    }
    return out
}

func dense(_ a: SparseMatrix) -> Matrix {
    var out = Matrix(rows: a.rows, columns: a.columns)
    for row in 0..<a.rows { for i in a.range(ofRow: row) { out[row, Int(a.indices[i])] = a.values[i] } }
    return out
}

/// The products as the definition has them.
func slowProduct(_ a: Matrix, _ b: Matrix) -> Matrix {
    var out = Matrix(rows: a.rows, columns: b.columns)
    for i in 0..<a.rows {
        for j in 0..<b.columns { out[i, j] = (0..<a.columns).reduce(0) { $0 + a[i, $1] * b[$1, j] } }
    }
    return out
}

func transposed(_ a: Matrix) -> Matrix {
    var out = Matrix(rows: a.columns, columns: a.rows)
    for i in 0..<a.rows { for j in 0..<a.columns { out[j, i] = a[i, j] } }
    return out
}

func largestDifference(_ a: Matrix, _ b: Matrix) -> Float {
    precondition(a.rows == b.rows && a.columns == b.columns, "unlike shapes")
    return zip(a.values, b.values).reduce(0) { max($0, abs($1.0 - $1.1)) }
}
