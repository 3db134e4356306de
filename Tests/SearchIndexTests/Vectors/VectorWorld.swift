import Embedding
import LinearAlgebra
import Numerics

/// Invented vectors: clusters of near vectors with exact copies, near-copies and a few vectors of zeros among them.
func vectorWorld(count: Int, clusters: Int, dimensions: Int = 64, seed: UInt64 = 1) -> PackedVectors {
    let centers = Matrix.gaussian(rows: clusters, columns: dimensions, seed: seed)
    let noise = Matrix.gaussian(rows: count, columns: dimensions, seed: seed + 1)
    var random = SeededRandom(seed: seed + 2)
    var rows = Matrix(rows: count, columns: dimensions)
    for row in 0..<count {
        let kind = random.below(10)
        let (cluster, copied) = (random.below(clusters), random.below(max(1, row)))
        for i in 0..<dimensions {
            switch kind {
            case 0 where row > 0: rows[row, i] = rows[copied, i]
            case 1 where row > 0: rows[row, i] = rows[copied, i] + 0.001 * noise[row, i]
            case 2 where row % 50 == 49: rows[row, i] = 0
            default: rows[row, i] = centers[cluster, i] + 0.5 * noise[row, i]
            }
        }
    }
    rows.normalizeRows()
    var packed = PackedVectors(dimensions: dimensions)
    packed.append(rows)
    return packed
}

/// The cosine of two documents.
func cosine(_ a: Int, _ b: Int, in vectors: PackedVectors) -> Float {
    var rows = vectors.unpacked([a, b])
    rows.normalizeRows()
    return zip(rows.row(0), rows.row(1)).reduce(0) { $0 + $1.0 * $1.1 }
}

/// All vectors, of length 1.
func unitRows(of vectors: PackedVectors) -> Matrix {
    var rows = vectors.unpacked(0..<vectors.count)
    rows.normalizeRows()
    return rows
}
