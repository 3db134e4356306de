import Numerics

/// Lays a neighbor graph out in the plane so that what is near in it is near in the picture.
///
///     GraphLayout().places(of: lists).count == lists.count → true
///
/// From coarse to fine: the graph is halved until a few hundred vertices are left, these start where its slowest vibrations put
/// them, and every level refines the places of the one before. So far neighborhoods are settled while they are few, and the
/// finest level needs dozens of epochs, not hundreds. The same lists and settings give the same places, on one core or many.
/// What has no neighbor at all is laid in a small sunflower beside the rest.
///
/// Time grows with edges × epochs. Source: McInnes et al. (2018) for the objective, Walshaw (2003) for the levels.
package struct GraphLayout: Sendable {
    /// Coarsening ends at this many vertices.
    package var coarsest = 400
    /// Epochs of the finest level, and of the coarsest; those between lie between.
    package var finestEpochs = 80
    package var coarsestEpochs = 300
    package var seed: UInt64 = 1
    var descent = ForceDescent()

    package init() {}

    package func places(of lists: NeighborLists) -> Places {
        guard lists.count > 0 else { return Places(xs: [], ys: []) }
        var random = SeededRandom(seed: seed)
        let levels = levels(of: WeightedGraph(union: lists), &random)
        var places = spectralStart(levels[levels.count - 1].graph, width: startWidth, random: &random)
        for (depth, level) in levels.enumerated().reversed() {
            places = descent.run(
                level.graph, from: places, epochs: epochs(depth, of: levels.count),
                heat: depth == levels.count - 1 ? 1 : 0.7,
                seed: random.next())
            if depth > 0 { places = handedDown(places, by: levels[depth - 1].parents, &random) }
        }
        return settled(places, levels[0].graph)
    }

    private let startWidth: Float = 12
}

extension GraphLayout {
    /// A graph, and which vertex of the next, coarser level each of its vertices becomes.
    private struct Level {
        var graph: WeightedGraph
        var parents: [Int32]
    }

    private func levels(of graph: WeightedGraph, _ random: inout SeededRandom) -> [Level] {
        var levels = [Level(graph: graph, parents: [])]
        while levels[levels.count - 1].graph.count > coarsest {
            let next = Coarsening(of: levels[levels.count - 1].graph, random: &random)
            // Little is left to join: what remains is in pieces.
            if next.graph.count * 10 > levels[levels.count - 1].graph.count * 9 { break }
            levels[levels.count - 1].parents = next.parents
            levels.append(Level(graph: next.graph, parents: []))
        }
        return levels
    }

    /// Geometrically between the two ends.
    private func epochs(_ depth: Int, of levels: Int) -> Int {
        guard levels > 1 else { return coarsestEpochs }
        let share = Float(depth) / Float(levels - 1)
        return Int((Float(finestEpochs) + (Float(coarsestEpochs) - Float(finestEpochs)) * share * share).rounded())
    }

    /// Children begin around their parent, a little apart.
    private func handedDown(_ places: Places, by parents: [Int32], _ random: inout SeededRandom) -> Places {
        let spread: Float = 0.1
        var xs = [Float](repeating: 0, count: parents.count)
        var ys = xs
        for (vertex, parent) in parents.enumerated() {
            xs[vertex] = places.xs[Int(parent)] + random.signed() * spread
            ys[vertex] = places.ys[Int(parent)] + random.signed() * spread
        }
        return Places(xs: xs, ys: ys)
    }

    /// Centers the picture and gives the lone vertices their place at its lower right.
    private func settled(_ places: Places, _ graph: WeightedGraph) -> Places {
        var out = places
        let joined = (0..<graph.count).filter { !graph.row($0).isEmpty }
        let lone = (0..<graph.count).filter { graph.row($0).isEmpty }
        let box = Box(joined.map { places.xs[$0] }, joined.map { places.ys[$0] })
        for vertex in joined {
            out.xs[vertex] -= box.centerX
            out.ys[vertex] -= box.centerY
        }
        guard !lone.isEmpty else { return out }
        let gap = 0.002 * max(1, box.width)
        let radius = gap * Float(lone.count).squareRoot()
        for (position, vertex) in lone.enumerated() {
            let seed = sunflower(position, gap: gap)
            out.xs[vertex] = box.width / 2 - radius + seed.x
            out.ys[vertex] = box.height / 2 + 2 * radius + seed.y
        }
        return out
    }
}

/// What encloses all places.
struct Box {
    var width: Float = 0
    var height: Float = 0
    var centerX: Float = 0
    var centerY: Float = 0

    init(_ xs: [Float], _ ys: [Float]) {
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return }
        (width, height) = (right - left, bottom - top)
        (centerX, centerY) = ((left + right) / 2, (top + bottom) / 2)
    }
}
