package import SearchFormat

/// Finds what is similar in cells of quantized vectors. The twin of `assets/js/search/cells.js`; both are held to
/// `Tests/Fixtures/vectors.json`.
///
///     let search = CellSearch(centroids)
///     let query = search.vector(ofGroup: 4, in: cell)
///     let cells = search.cells(nearest: query, codes: 1400)   → load these
///     search.similarities(of: query, in: cell)                → one number a group
package struct CellSearch: Sendable {
    private let centroids: CentroidShard
    private let mean: [Double]

    package init(_ centroids: CentroidShard) {
        self.centroids = centroids
        mean = centroids.mean.map { Double(centroids.meanScale) * Double($0) }
    }

    /// The cells whose centroids are most similar to a vector, best first; of equal ones the first.
    ///
    /// - Parameter codes: how many groups they may have together; the first few are taken whatever they have.
    package func cells(nearest vector: [Double], codes: Int) -> [Int] {
        let table = signTable(vector)
        let base = zip(vector, mean).reduce(0) { $0 + $1.0 * $1.1 }
        let bytes = centroids.dimensions / 8
        let similarities = (0..<centroids.cells).map { cell in
            var sum = 0.0
            for j in 0..<bytes { sum += table[j * 256 + Int(centroids.signs[cell * bytes + j])] }
            return rounded(base + Double(centroids.greatestScale) * Double(centroids.scales[cell]) / 255 * sum)
        }
        let order = (0..<centroids.cells).sorted { (similarities[$1], $0) < (similarities[$0], $1) }
        var left = codes
        return order.enumerated().prefix { place, cell in
            left -= centroids.groups[cell]
            return place < Self.leastCells || (left >= 0 && place < Self.mostCells)
        }.map(\.element)
    }

    private static let leastCells = 3
    private static let mostCells = 64

    /// The vector that a group's code stands for, of length 1.
    package func vector(ofGroup group: Int, in cell: CellShard.Cell) -> [Double] {
        let scale = Double(cell.greatestScale) * Double(cell.scales[group]) / 255
        let bytes = centroids.dimensions / 4
        let vector = (0..<centroids.dimensions).map { i in
            let code = cell.codes[group * bytes + i / 4] >> UInt8(2 * (i % 4)) & 3
            return Double(cell.centroidScale) * Double(cell.centroid[i]) + scale * level(code)
        }
        return unit(vector)
    }

    /// The mean of vectors, of length 1: what results have in common.
    package func mean(of vectors: [[Double]]) -> [Double] {
        var sum = [Double](repeating: 0, count: centroids.dimensions)
        for vector in vectors { for (i, value) in vector.enumerated() { sum[i] += value } }
        return unit(sum)
    }

    /// How similar the groups of a cell are to a vector: cosines, rounded to six digits.
    package func similarities(of vector: [Double], in cell: CellShard.Cell) -> [Double] {
        let table = levelTable(vector)
        let bytes = centroids.dimensions / 4
        let base = zip(vector, cell.centroid).reduce(0) { $0 + $1.0 * Double($1.1) } * Double(cell.centroidScale)
        return cell.groups.indices.map { group in
            var sum = 0.0
            for j in 0..<bytes { sum += table[j * 256 + Int(cell.codes[group * bytes + j])] }
            return rounded(min(1, base + Double(cell.greatestScale) * Double(cell.scales[group]) / 255 * sum))
        }
    }
}

extension CellSearch {
    private func level(_ code: UInt8) -> Double {
        let size = Double(centroids.levels[code == 0 || code == 3 ? 1 : 0])
        return code < 2 ? -size : size
    }

    /// For each byte of signs and each value of it, what its eight dimensions add.
    private func signTable(_ vector: [Double]) -> [Double] {
        table(places: centroids.dimensions / 8) { place, byte in
            (0..<8).reduce(0) { $0 + (byte >> $1 & 1 == 1 ? vector[place * 8 + $1] : -vector[place * 8 + $1]) }
        }
    }

    /// For each byte of codes and each value of it, what its four dimensions add.
    private func levelTable(_ vector: [Double]) -> [Double] {
        table(places: centroids.dimensions / 4) { place, byte in
            (0..<4).reduce(0) { $0 + vector[place * 4 + $1] * level(UInt8(byte >> (2 * $1) & 3)) }
        }
    }

    private func table(places: Int, _ value: (_ place: Int, _ byte: Int) -> Double) -> [Double] {
        (0..<places * 256).map { value($0 / 256, $0 % 256) }
    }

    /// Sums are in the order of the bytes, so both languages have the same bits; six digits make ties of what the codes
    /// cannot tell apart.
    private func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }

    private func unit(_ vector: [Double]) -> [Double] {
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? vector.map { $0 / length } : vector
    }
}
