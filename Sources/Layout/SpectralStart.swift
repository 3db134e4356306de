import Numerics

/// First places of a small graph: the two slowest ways in which values spread over it, so that what hangs together begins together.
///
/// Subspace iteration on (I + D^−½ W D^−½) / 2, whose greatest eigenvector is √degree and is projected out; the next two, divided
/// by √degree, give the order along the axes. Only the largest connected part is asked: of several, the vectors would but tell
/// the parts. The others begin each around a place of its own, evenly among it. Source: Belkin, Niyogi, "Laplacian Eigenmaps" (2003).
func spectralStart(_ graph: WeightedGraph, width: Float, random: inout SeededRandom) -> Places {
    let parts = graph.parts
    let roots = zip(graph.degrees, parts).map { $1 == 0 ? $0.squareRoot() : 0 }
    let trivial = unit(roots)
    var x = (0..<graph.count).map { _ in random.signed() }
    var y = (0..<graph.count).map { _ in random.signed() }
    for _ in 0..<100 {
        x = unit(without(trivial, smoothed(x, graph, roots)))
        y = unit(without(x, without(trivial, smoothed(y, graph, roots))))
    }
    func axis(_ vector: [Float], _ middle: (Int32) -> Float) -> [Float] {
        let values = zip(vector, roots).map { $1 > 0 ? $0 / $1 : 0 }
        // By rank: a vector that tells one small region from all the rest would lay these on one another.
        let order = values.indices.filter { parts[$0] == 0 }.sorted { (values[$0], $0) < (values[$1], $1) }
        var places = parts.map { middle($0) + random.signed() * width / 20 }
        for (rank, vertex) in order.enumerated() {
            places[vertex] = (Float(rank) / Float(order.count) - 0.5) * width
        }
        return places
    }
    let gap = width / 2 / (Float(parts.max() ?? 0) + 1).squareRoot()
    return Places(
        xs: axis(x) { sunflower(Int($0), gap: gap).x }, ys: axis(y) { sunflower(Int($0), gap: gap).y })
}

private func smoothed(_ vector: [Float], _ graph: WeightedGraph, _ roots: [Float]) -> [Float] {
    (0..<graph.count).map { vertex in
        guard roots[vertex] > 0 else { return 0 }
        var sum: Float = 0
        for edge in graph.row(vertex) {
            let column = Int(graph.columns[edge])
            sum += graph.weights[edge] * vector[column] / roots[column]
        }
        return (vector[vertex] + sum / roots[vertex]) / 2
    }
}

private func without(_ direction: [Float], _ vector: [Float]) -> [Float] {
    var share: Float = 0
    for i in vector.indices { share += direction[i] * vector[i] }
    return vector.indices.map { vector[$0] - share * direction[$0] }
}

private func unit(_ vector: [Float]) -> [Float] {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 1e-20 ? vector.map { $0 / length } : vector
}

extension WeightedGraph {
    /// The connected part of each vertex, greatest first; equals in the order of their first vertices.
    fileprivate var parts: [Int32] {
        var part = [Int32](repeating: -1, count: count)
        var sizes: [Int] = []
        for start in 0..<count where part[start] < 0 {
            part[start] = Int32(sizes.count)
            var reached = [start]
            var next = 0
            while next < reached.count {
                for edge in row(reached[next]) where part[Int(columns[edge])] < 0 {
                    part[Int(columns[edge])] = Int32(sizes.count)
                    reached.append(Int(columns[edge]))
                }
                next += 1
            }
            sizes.append(reached.count)
        }
        var rank = [Int32](repeating: 0, count: sizes.count)
        let order = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
        for (place, old) in order.enumerated() { rank[old] = Int32(place) }
        return part.map { rank[Int($0)] }
    }
}
