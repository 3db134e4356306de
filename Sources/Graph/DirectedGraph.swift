/// Who points at whom, how strongly: vertices with names, and edges between two of them, each pair once a direction.
///
///     let graph = DirectedGraph(names: ["ann", "bob", "cat"], edges: [(0, 1, 2), (0, 1, 1), (1, 0, 5), (2, 2, 4)])
///     graph.edgeCount → 2            0 → 1 with weight 3, 1 → 0 with weight 5
///     graph.isolates → [2]           an edge from a vertex to itself ties it to nobody
///
/// Edges to oneself are counted and else left out: no measure here means them.
package struct DirectedGraph: Sendable {
    package let names: [String]
    /// The ends of each edge, ordered by source, then target.
    package let sources: [Int]
    package let targets: [Int]
    package let weights: [Double]
    /// Vertices with an edge to themselves.
    package let loops: Int
    /// The same without directions.
    package let ties: Ties

    /// Edges of the same two ends, in this direction, become one; their weights are added.
    package init(names: [String], edges: [(source: Int, target: Int, weight: Double)]) {
        let count = names.count
        precondition(edges.allSatisfy { (0..<count).contains($0.source) && (0..<count).contains($0.target) })
        self.names = names
        let merged = WeightedPairs(
            edges.lazy.filter { $0.source != $0.target }.map { ($0.source, $0.target, $0.weight) })
        (sources, targets, weights) = (merged.first, merged.second, merged.weights)
        loops = Set(edges.lazy.filter { $0.source == $0.target }.map(\.source)).count
        let pairs = zip(zip(merged.first, merged.second), merged.weights).lazy.map {
            (min($0.0, $0.1), max($0.0, $0.1), $1)
        }
        ties = Ties(count: count, pairs: WeightedPairs(pairs))
    }

    package var count: Int { names.count }
    package var edgeCount: Int { sources.count }
}

extension DirectedGraph {
    /// Vertices without an edge to or from another.
    package var isolates: [Int] {
        let degrees = ties.degrees
        return (0..<count).filter { degrees[$0] == 0 }
    }

    /// The graph of some vertices, given in ascending order, and the edges among them.
    package func induced(_ vertices: [Int]) -> DirectedGraph {
        var places = [Int](repeating: -1, count: count)
        for (place, vertex) in vertices.enumerated() { places[vertex] = place }
        var edges: [(source: Int, target: Int, weight: Double)] = []
        for i in 0..<edgeCount where places[sources[i]] >= 0 && places[targets[i]] >= 0 {
            edges.append((places[sources[i]], places[targets[i]], weights[i]))
        }
        return DirectedGraph(names: vertices.map { names[$0] }, edges: edges)
    }

    /// Edges there are of all that could be, n (n − 1); nil below two vertices.
    package var density: Double? {
        count > 1 ? Double(edgeCount) / (Double(count) * Double(count - 1)) : nil
    }

    /// Share of the edges that are returned; nil without edges.
    ///
    /// Source: Newman, Forrest, Balthrop (2002).
    package var reciprocity: Double? {
        edgeCount > 0 ? Double(2 * (edgeCount - ties.edgeCount)) / Double(edgeCount) : nil
    }

    /// Of all weight the share that is met by as much in return; nil without edges. 1 where all pairs give what they take.
    ///
    /// Source: Squartini, Picciolo, Ruzzenenti, Garlaschelli (2013), Σ min(w(i, j), w(j, i)) / Σ w(i, j).
    package var weightedReciprocity: Double? {
        let total = weights.reduce(0, +)
        guard total > 0 else { return nil }
        var returned: [Pair: Double] = [:]
        for i in 0..<edgeCount where sources[i] < targets[i] { returned[Pair(sources[i], targets[i])] = weights[i] }
        var met = 0.0
        for i in 0..<edgeCount where sources[i] > targets[i] {
            met += 2 * min(weights[i], returned[Pair(targets[i], sources[i])] ?? 0)
        }
        return met / total
    }

    package var outDegrees: [Int] { tally(sources) }
    package var inDegrees: [Int] { tally(targets) }

    /// What the edges from each vertex weigh together, and those to it.
    package var outStrengths: [Double] { weigh(sources) }
    package var inStrengths: [Double] { weigh(targets) }

    private func weigh(_ ends: [Int]) -> [Double] {
        var sums = [Double](repeating: 0, count: count)
        for (end, weight) in zip(ends, weights) { sums[end] += weight }
        return sums
    }

    private func tally(_ ends: [Int]) -> [Int] {
        var degrees = [Int](repeating: 0, count: count)
        for end in ends { degrees[end] += 1 }
        return degrees
    }

    private struct Pair: Hashable {
        var first: Int
        var second: Int

        init(_ first: Int, _ second: Int) { (self.first, self.second) = (first, second) }
    }
}
