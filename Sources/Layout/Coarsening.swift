import Numerics

/// A smaller graph in which vertices that hold together are one, and which vertex of it each of the larger became.
///
/// Each vertex joins the neighbor that it shares most with in proportion to both their degrees (heavy-edge matching); what
/// finds all its neighbors taken joins the strongest of them, up to `greatestGroup` at once. Source: Walshaw,
/// "A Multilevel Algorithm for Force-Directed Graph Drawing" (2003), section 2.2.
struct Coarsening {
    let graph: WeightedGraph
    let parents: [Int32]

    private static let greatestGroup = 4
    /// A coarse vertex keeps this many of its strongest edges: else each level would be denser than the one before.
    private static let edgesKept = 16

    init(of graph: WeightedGraph, random: inout SeededRandom) {
        let degrees = graph.degrees
        let order = random.permutation(graph.count)
        let (parents, count) = Self.match(graph, degrees, order)
        self.parents = parents
        self.graph = Self.contract(graph, parents, count)
    }

    private static func match(_ graph: WeightedGraph, _ degrees: [Float], _ order: [Int32]) -> ([Int32], Int) {
        var parents = [Int32](repeating: -1, count: graph.count)
        var sizes: [Int] = []
        for vertex in order.lazy.map({ Int($0) }) where parents[vertex] < 0 {
            var free: (column: Int, weight: Float) = (-1, 0)
            var taken: (column: Int, weight: Float) = (-1, 0)
            for edge in graph.row(vertex) {
                let column = Int(graph.columns[edge])
                let weight = graph.weights[edge] / degrees[column]
                if parents[column] < 0 {
                    if weight > free.weight { free = (column, weight) }
                } else if weight > taken.weight, sizes[Int(parents[column])] < greatestGroup {
                    taken = (column, weight)
                }
            }
            if free.column < 0, taken.column >= 0 {
                parents[vertex] = parents[taken.column]
                sizes[Int(parents[vertex])] += 1
                continue
            }
            parents[vertex] = Int32(sizes.count)
            if free.column >= 0 { parents[free.column] = Int32(sizes.count) }
            sizes.append(free.column >= 0 ? 2 : 1)
        }
        return (parents, sizes.count)
    }

    private static func contract(_ graph: WeightedGraph, _ parents: [Int32], _ count: Int) -> WeightedGraph {
        var rows: [Int32] = []
        var columns: [Int32] = []
        var weights: [Float] = []
        for vertex in 0..<graph.count {
            for edge in graph.row(vertex) where parents[vertex] < parents[Int(graph.columns[edge])] {
                rows.append(parents[vertex])
                columns.append(parents[Int(graph.columns[edge])])
                weights.append(graph.weights[edge])
            }
        }
        let whole = WeightedGraph(count: count, rows: rows, columns: columns, weights: weights, joining: +)
        return whole.keepingStrongest(edgesKept).evened()
    }
}

extension WeightedGraph {
    /// The sum of each vertex's weights; the least positive number where there are none, so that it may divide.
    var degrees: [Float] {
        (0..<count).map { max(.leastNormalMagnitude, weights[row($0)].reduce(0, +)) }
    }

    /// Edges that are among the strongest `most` of either end.
    func keepingStrongest(_ most: Int) -> WeightedGraph {
        let least = (0..<count).map { vertex -> Float in
            let row = row(vertex)
            return row.count <= most ? 0 : weights[row].sorted(by: >)[most - 1]
        }
        var rows: [Int32] = []
        var kept: [Int32] = []
        var strengths: [Float] = []
        for vertex in 0..<count {
            for edge in row(vertex) where Int(columns[edge]) > vertex {
                let weight = weights[edge]
                guard weight >= min(least[vertex], least[Int(columns[edge])]) else { continue }
                rows.append(Int32(vertex))
                kept.append(columns[edge])
                strengths.append(weight)
            }
        }
        return WeightedGraph(count: count, rows: rows, columns: kept, weights: strengths, joining: +)
    }

    /// The same edges with weights w / √(degree · degree), times what a vertex of 15 neighbors holds in all: so that hubs that
    /// coarsening makes pull no more than others.
    func evened() -> WeightedGraph {
        let roots = degrees.map { 2 / $0.squareRoot() }
        var rows: [Int32] = []
        var upper: [Int32] = []
        var even: [Float] = []
        for vertex in 0..<count {
            for edge in row(vertex) where Int(columns[edge]) > vertex {
                rows.append(Int32(vertex))
                upper.append(columns[edge])
                even.append(weights[edge] * roots[vertex] * roots[Int(columns[edge])])
            }
        }
        return WeightedGraph(count: count, rows: rows, columns: upper, weights: even, joining: +)
    }
}
