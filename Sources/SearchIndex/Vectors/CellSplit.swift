import Embedding
import LinearAlgebra

/// Halves cells that hold far more groups than others, as the mass-made models do, until none does: what a query loads is
/// then about the same everywhere.
struct CellSplit: Sendable {
    /// A row a cell.
    private(set) var centers: Matrix
    /// Of each cell the groups, of each group its documents.
    private(set) var groups: [[[Int32]]] = []

    init(_ cells: Cells, _ copies: NearCopies, of vectors: PackedVectors, most: Int) {
        var rows: [Float] = []
        for (number, groups) in copies.groups.enumerated() where !groups.isEmpty {
            let parts = Self.halved(groups, vectors, most: most)
            for part in parts {
                rows += parts.count == 1 ? Array(cells.centers.row(number)) : Self.center(of: part, vectors)
                self.groups.append(part)
            }
        }
        centers = Matrix(rows: groups.count, columns: vectors.dimensions, values: rows)
    }

    /// In two by two-means, and each half again while it holds more than `most`.
    private static func halved(_ groups: [[Int32]], _ vectors: PackedVectors, most: Int) -> [[[Int32]]] {
        guard groups.count > most else { return [groups] }
        let leaders = vectors.unpacked(groups.map { Int($0[0]) })
        let centers = KMeans(of: leaders, count: 2, iterations: 6, seed: 1).centers
        let sides = leaders.nearestRows(in: centers)
        let halves = [0, 1].map { side in groups.indices.filter { sides[$0] == side }.map { groups[$0] } }
        guard !halves[0].isEmpty, !halves[1].isEmpty else { return [groups] }
        return halves.flatMap { halved($0, vectors, most: most) }
    }

    private static func center(of groups: [[Int32]], _ vectors: PackedVectors) -> [Float] {
        let leaders = vectors.unpacked(groups.map { Int($0[0]) })
        var sum = [Float](repeating: 0, count: leaders.columns)
        for r in 0..<leaders.rows { for (i, value) in leaders.row(r).enumerated() { sum[i] += value } }
        return sum.map { $0 / Float(leaders.rows) }
    }
}
