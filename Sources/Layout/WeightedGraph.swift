/// An undirected graph with weights, each edge standing in both of its rows; no loops, columns ascending.
struct WeightedGraph: Sendable {
    let offsets: [Int32]
    let columns: [Int32]
    let weights: [Float]

    var count: Int { offsets.count - 1 }

    @inline(__always)
    func row(_ vertex: Int) -> Range<Int> { Int(offsets[vertex])..<Int(offsets[vertex + 1]) }

    /// Puts directed edges together with their reverses.
    ///
    ///     0→1 0.5, 1→0 0.5 by { $0 + $1 − $0 · $1 } → {0,1} 0.75
    ///
    /// Two counting sorts: by column, then by row, so that rows come out sorted without a comparison.
    init(
        count: Int, rows: [Int32], columns: [Int32], weights: [Float], joining join: (Float, Float) -> Float
    ) {
        var heads = [Int32](repeating: 0, count: count + 1)
        for edge in rows.indices where rows[edge] != columns[edge] {
            heads[Int(rows[edge]) + 1] += 1
            heads[Int(columns[edge]) + 1] += 1
        }
        for vertex in 0..<count { heads[vertex + 1] += heads[vertex] }
        let total = Int(heads[count])
        var byColumn = [(row: Int32, column: Int32, weight: Float)](repeating: (0, 0, 0), count: total)
        var next = heads
        func put(_ row: Int32, _ column: Int32, _ weight: Float) {
            byColumn[Int(next[Int(column)])] = (row, column, weight)
            next[Int(column)] += 1
        }
        for edge in rows.indices where rows[edge] != columns[edge] {
            put(rows[edge], columns[edge], weights[edge])
            put(columns[edge], rows[edge], weights[edge])
        }
        var sorted = [(column: Int32, weight: Float)](repeating: (0, 0), count: total)
        next = heads
        for edge in byColumn {
            sorted[Int(next[Int(edge.row)])] = (edge.column, edge.weight)
            next[Int(edge.row)] += 1
        }
        (offsets, self.columns, self.weights) = Self.joined(heads, sorted, join)
    }

    /// Equal columns of a row become one.
    private static func joined(
        _ heads: [Int32], _ sorted: [(column: Int32, weight: Float)], _ join: (Float, Float) -> Float
    ) -> ([Int32], [Int32], [Float]) {
        var offsets: [Int32] = [0]
        var columns: [Int32] = []
        var weights: [Float] = []
        offsets.reserveCapacity(heads.count)
        columns.reserveCapacity(sorted.count)
        weights.reserveCapacity(sorted.count)
        for vertex in 0..<heads.count - 1 {
            let start = columns.count
            for edge in sorted[Int(heads[vertex])..<Int(heads[vertex + 1])] {
                if columns.count > start, columns[columns.count - 1] == edge.column {
                    weights[weights.count - 1] = join(weights[weights.count - 1], edge.weight)
                } else {
                    columns.append(edge.column)
                    weights.append(edge.weight)
                }
            }
            offsets.append(Int32(columns.count))
        }
        return (offsets, columns, weights)
    }
}

extension WeightedGraph {
    /// The fuzzy union of the memberships: w(i, j) = μᵢ(j) + μⱼ(i) − μᵢ(j) · μⱼ(i).
    ///
    /// Source: McInnes et al. (2018), section 3.1, algorithm 1.
    init(union lists: NeighborLists) {
        let rows = (0..<lists.count).flatMap { [Int32](repeating: Int32($0), count: lists.row($0).count) }
        self.init(
            count: lists.count, rows: rows, columns: lists.neighbors, weights: memberships(of: lists),
            joining: { $0 + $1 - $0 * $1 })
    }
}
