package import Catalog

/// Who was made from whom: models, the bases that they name, and the way from each to the next.
///
///     let graph = LineageGraph(
///         models: 3, vertices: 4, edges: [.init(child: 1, parent: 0, relation: .finetune), .init(child: 2, parent: 3, relation: .merge)],
///         days: [1, 2, 3, nil])
///     graph.depth  → [0, 1, 1, 0]      steps to the nearest model that names no base
///     graph.rings  → []
///
/// Vertices below `models` are the models of a list, in its order; those above are bases that are named and not listed.
/// Rules: a model that names itself, and a base named twice, count once as an oddity and not as an edge. Where models
/// descend from each other in a ring, only what leads from an older to a younger model is kept, so that nothing is its own
/// ancestor. What is counted here is whole numbers in blocks: 760,000 models take some 30 MB.
package struct LineageGraph: Sendable {
    package struct Edge: Equatable, Sendable {
        package var child: Int32
        package var parent: Int32
        package var relation: BaseModel.Relation

        package init(child: Int32, parent: Int32, relation: BaseModel.Relation) {
            self.child = child
            self.parent = parent
            self.relation = relation
        }
    }

    package let models: Int
    package let vertices: Int
    /// Kept edges, by child and by parent.
    package let parents: Adjacency
    package let children: Adjacency
    /// Steps to the nearest vertex that names no base.
    package private(set) var depth: [Int32]
    /// Models and bases that descend from each other, each ring's in order.
    package let rings: [[Int32]]
    /// Edges left out: of rings, to oneself, named twice.
    package let ringEdges: Int
    package let selfEdges: [Int32]
    package let doubleEdges: Int
    /// How many hang below each vertex when every model hangs on one base only, that nearest to a root.
    package private(set) var below: [Int32]

    /// - Parameter days: When each vertex was made; nil is older than any day.
    package init(models: Int, vertices: Int, edges: [Edge], days: [Int32?]) {
        self.models = models
        self.vertices = vertices
        let clean = Self.cleaned(edges)
        (selfEdges, doubleEdges) = (clean.selves, clean.doubles)
        let all = Adjacency(
            vertices: vertices, from: clean.edges.map(\.parent), to: clean.edges.map(\.child),
            relations: clean.edges.map(\.relation.code))
        let found = Rings(of: all, vertices: vertices)
        rings = found.rings
        let kept = clean.edges.filter { edge in
            let (parent, child) = (Int(edge.parent), Int(edge.child))
            guard found.component[parent] == found.component[child] else { return true }
            return (days[parent] ?? .min, edge.parent) < (days[child] ?? .min, edge.child)
        }
        ringEdges = clean.edges.count - kept.count
        let codes = kept.map(\.relation.code)
        let (childOf, parentOf) = (kept.map(\.child), kept.map(\.parent))
        parents = Adjacency(vertices: vertices, from: childOf, to: parentOf, relations: codes)
        children = Adjacency(vertices: vertices, from: parentOf, to: childOf, relations: codes)
        depth = []
        below = []
        layOut()
    }

    /// Edges that are kept.
    package var edgeCount: Int { parents.targets.count }

    /// Models of the list that name a base.
    package var derived: Int { (0..<models).count { parents.count(of: $0) > 0 } }

    /// Bases that are named and not in the list.
    package var missing: Range<Int> { models..<vertices }
}

extension LineageGraph {
    /// Without edges to oneself and without a pair's second edge. Edges of one child stand together.
    private static func cleaned(_ edges: [Edge]) -> (edges: [Edge], selves: [Int32], doubles: Int) {
        var kept: [Edge] = []
        kept.reserveCapacity(edges.count)
        var (selves, doubles) = ([Int32](), 0)
        for edge in edges {
            if edge.child == edge.parent {
                selves.append(edge.child)
                continue
            }
            var before = kept.count - 1
            while before >= 0, kept[before].child == edge.child, kept[before].parent != edge.parent { before -= 1 }
            if before >= 0, kept[before].child == edge.child { doubles += 1 } else { kept.append(edge) }
        }
        return (kept, selves, doubles)
    }

    /// Breadth first from all that name no base: steps, and who hangs where.
    private mutating func layOut() {
        var steps = [Int32](repeating: -1, count: vertices)
        var finder = [Int32](repeating: -1, count: vertices)
        var order = (0..<vertices).filter { parents.count(of: $0) == 0 }.map(Int32.init)
        for root in order { steps[Int(root)] = 0 }
        var next = 0
        while next < order.count {
            let vertex = Int(order[next])
            next += 1
            for edge in children.of(vertex) where steps[Int(children.targets[edge])] < 0 {
                let child = Int(children.targets[edge])
                steps[child] = steps[vertex] + 1
                finder[child] = Int32(vertex)
                order.append(Int32(child))
            }
        }
        var counts = [Int32](repeating: 0, count: vertices)
        for vertex in order.reversed() where finder[Int(vertex)] >= 0 {
            counts[Int(finder[Int(vertex)])] += counts[Int(vertex)] + 1
        }
        depth = steps
        below = counts
    }
}
