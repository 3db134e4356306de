package import LinearAlgebra
import Numerics

/// Vectors with a byte for each dimension and a scale for each vector: a quarter of the memory of single precision.
///
///     var packed = PackedVectors(dimensions: 384)
///     packed.append(model.embed(rows))
///     packed.unpacked(0..<2)    → the first two again, each number within half a 127th of the vector's greatest
///
/// Of vectors that were turned by a random rotation the cosines are right within about .0006.
package struct PackedVectors: Equatable, Sendable {
    package let dimensions: Int
    /// A vector is scale · bytes; 0 for a vector of zeros.
    package private(set) var scales: [Float] = []
    package private(set) var bytes: [Int8] = []

    package init(dimensions: Int) { self.dimensions = dimensions }

    init(dimensions: Int, scales: [Float], bytes: [Int8]) {
        (self.dimensions, self.scales, self.bytes) = (dimensions, scales, bytes)
    }

    package var count: Int { scales.count }

    package mutating func reserve(_ count: Int) {
        scales.reserveCapacity(count)
        bytes.reserveCapacity(count * dimensions)
    }

    package mutating func append(_ rows: Matrix) {
        precondition(rows.columns == dimensions, "vectors of \(rows.columns) dimensions among those of \(dimensions)")
        for r in 0..<rows.rows {
            let row = rows.row(r)
            let greatest = row.reduce(Float(0)) { max($0, abs($1)) }
            scales.append(greatest / 127)
            let factor = greatest > 0 ? 127 / greatest : 0
            for value in row { bytes.append(Int8((value * factor).rounded())) }
        }
    }

    package func isZero(_ row: Int) -> Bool { scales[row] == 0 }

    /// The chosen vectors in the order in which they are named.
    package func unpacked(_ chosen: some RandomAccessCollection<Int>) -> Matrix {
        let k = dimensions
        let chosen = Array(chosen)
        let values = [Float](unsafeUninitializedCapacity: chosen.count * k) { out, filled in
            nonisolated(unsafe) let out = out.baseAddress
            Blocks(of: 1024, count: chosen.count).concurrently { _, block in
                bytes.withUnsafeBufferPointer { bytes in
                    for r in block {
                        let (scale, start) = (scales[chosen[r]], chosen[r] * k)
                        for i in 0..<k { out![r * k + i] = scale * Float(bytes[start + i]) }
                    }
                }
            }
            filled = chosen.count * k
        }
        return Matrix(rows: chosen.count, columns: k, values: values)
    }
}
