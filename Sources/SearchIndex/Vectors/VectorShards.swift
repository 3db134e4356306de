import Embedding
import LinearAlgebra
import SearchFormat

/// The vectors as the files that the page loads.
struct VectorShards: Sendable {
    private let vectors: PackedVectors
    private let split: CellSplit
    private let cellsPerFile: Int

    init(_ vectors: PackedVectors, _ split: CellSplit, cellsPerFile: Int) {
        (self.vectors, self.split, self.cellsPerFile) = (vectors, split, cellsPerFile)
    }

    var cells: Int { split.centers.rows }
    var files: Int { (split.centers.rows + cellsPerFile - 1) / cellsPerFile }

    /// `v####`
    func cellShard(_ number: Int) -> CellShard {
        let range = number * cellsPerFile..<min((number + 1) * cellsPerFile, split.centers.rows)
        return CellShard(number: number, dimensions: vectors.dimensions, cells: range.map(cell))
    }

    private func cell(_ number: Int) -> CellShard.Cell {
        let center = ByteScale.signed(Array(split.centers.row(number)))
        let decoded = center.bytes.map { center.scale * Float($0) }
        let groups = split.groups[number]
        var leaders = vectors.unpacked(groups.map { Int($0[0]) })
        leaders.normalizeRows()
        let codes = groups.indices.map { g in ResidualCode(of: zip(leaders.row(g), decoded).map { $0 - $1 }) }
        let scales = ByteScale.unsigned(codes.map(\.scale))
        return CellShard.Cell(
            groups: groups.map { $0.map { Int($0) } }, centroidScale: center.scale, centroid: center.bytes,
            greatestScale: scales.greatest, scales: scales.bytes, codes: codes.flatMap(\.bytes))
    }

    /// `c0000`
    ///
    /// - Parameter hashes: those of the files of cells.
    func centroidShard(hashes: [ShardHash]) -> CentroidShard {
        let k = vectors.dimensions
        let mean = ByteScale.signed(self.mean)
        let decoded = mean.bytes.map { mean.scale * Float($0) }
        let parts = (0..<split.centers.rows).map { c in
            SignCode(of: zip(split.centers.row(c), decoded).map { $0 - $1 })
        }
        let scales = ByteScale.unsigned(parts.map(\.scale))
        return CentroidShard(
            dimensions: k, cellsPerFile: cellsPerFile, levels: ResidualCode.levels, meanScale: mean.scale,
            mean: mean.bytes, greatestScale: scales.greatest, scales: scales.bytes,
            groups: split.groups.map(\.count), hashes: hashes, signs: parts.flatMap(\.bytes))
    }

    private var mean: [Float] {
        var sum = [Double](repeating: 0, count: vectors.dimensions)
        for c in 0..<split.centers.rows {
            for (i, value) in split.centers.row(c).enumerated() { sum[i] += Double(value) }
        }
        return sum.map { Float($0 / Double(max(1, split.centers.rows))) }
    }
}

/// A bit for each dimension, and the scale with which q · signs is right on average for the vector itself: |r|² / Σ|rᵢ|
/// (RaBitQ: Gao and Long 2024).
struct SignCode: Sendable {
    private(set) var bytes: [UInt8]
    private(set) var scale: Float

    init(of vector: [Float]) {
        bytes = [UInt8](repeating: 0, count: vector.count / 8)
        var (square, size): (Float, Float) = (0, 0)
        for (i, value) in vector.enumerated() {
            if value >= 0 { bytes[i / 8] |= 1 << UInt8(i % 8) }
            square += value * value
            size += abs(value)
        }
        scale = size > 0 ? square / size : 0
    }
}
