import Catalog

/// All that descends from one model, nearest first.
///
///     graph.descent(of: 0).vertices  → [0, 4, 7, 9]      the root, then breadth first
///     graph.descent(of: 0).parent    → [-1, 0, 0, 1]     positions in `vertices`
///
/// Each descendant stands once, below that of its bases which is nearest to the root; of equals, the one found first.
package struct Descent: Equatable, Sendable {
    package private(set) var vertices: [Int32]
    package private(set) var parent: [Int32]
    /// How it was made from that parent; of the root it says nothing.
    package private(set) var relation: [UInt8]
    package private(set) var generation: [Int32]

    package var count: Int { vertices.count - 1 }

    init(root: Int32) {
        (vertices, parent, relation, generation) = ([root], [-1], [BaseModel.Relation.unknown.code], [0])
    }

    mutating func append(_ vertex: Int32, below position: Int, by code: UInt8) {
        vertices.append(vertex)
        parent.append(Int32(position))
        relation.append(code)
        generation.append(generation[position] + 1)
    }
}

extension LineageGraph {
    package func descent(of root: Int) -> Descent {
        var walk = Walk(self)
        return walk.descent(of: root)
    }

    /// The vertices with most descendants, most first; ties by number of children, then by row.
    ///
    /// Who might be among them is chosen by children, and by who hangs below: four times as many as are asked for, each way;
    /// their descendants are then counted, each once.
    package func mostDerived(_ limit: Int) -> [(vertex: Int, descendants: Int)] {
        let able = (0..<vertices).filter { children.count(of: $0) > 0 }
        func first(_ count: (Int) -> Int) -> ArraySlice<Int> {
            able.sorted { (count($1), $0) < (count($0), $1) }.prefix(4 * limit)
        }
        let candidates = Set(first { children.count(of: $0) }).union(first { Int(below[$0]) })
        var walk = Walk(self)
        let counted = candidates.map { (vertex: $0, descendants: walk.count(of: $0)) }
        return Array(
            counted.sorted { a, b in
                (b.descendants, children.count(of: b.vertex), a.vertex)
                    < (a.descendants, children.count(of: a.vertex), b.vertex)
            }.prefix(limit))
    }
}

/// What walks of one graph share: which vertices the walk at hand has seen.
struct Walk {
    private let graph: LineageGraph
    private var seenIn: [Int32]
    private var number: Int32 = 0

    init(_ graph: LineageGraph) {
        self.graph = graph
        seenIn = [Int32](repeating: 0, count: graph.vertices)
    }

    mutating func descent(of root: Int) -> Descent {
        var descent = Descent(root: Int32(root))
        begin(root)
        var next = 0
        while next < descent.vertices.count {
            for edge in graph.children.of(Int(descent.vertices[next])) where isNew(graph.children.targets[edge]) {
                descent.append(graph.children.targets[edge], below: next, by: graph.children.relations[edge])
            }
            next += 1
        }
        return descent
    }

    mutating func count(of root: Int) -> Int {
        var found = [Int32(root)]
        begin(root)
        var next = 0
        while next < found.count {
            for edge in graph.children.of(Int(found[next])) where isNew(graph.children.targets[edge]) {
                found.append(graph.children.targets[edge])
            }
            next += 1
        }
        return found.count - 1
    }

    private mutating func begin(_ root: Int) {
        number += 1
        seenIn[root] = number
    }

    private mutating func isNew(_ vertex: Int32) -> Bool {
        if seenIn[Int(vertex)] == number { return false }
        seenIn[Int(vertex)] = number
        return true
    }
}
