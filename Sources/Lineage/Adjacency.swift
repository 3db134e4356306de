package import Catalog

/// Edges by the vertex that they leave, in one block of memory: where those of each vertex begin, and their ends.
///
///     let children = Adjacency(vertices: 3, from: [0, 0], to: [2, 1], relations: [.merge, .finetune])
///     children.of(0).map { children.targets[$0] }  → [2, 1]
package struct Adjacency: Sendable {
    package private(set) var starts: [Int32]
    package private(set) var targets: [Int32]
    /// Positions in `BaseModel.Relation.allCases`.
    package private(set) var relations: [UInt8]

    /// Edges of one vertex keep the order in which they come.
    init(vertices: Int, from: [Int32], to: [Int32], relations given: [UInt8]) {
        starts = [Int32](repeating: 0, count: vertices + 1)
        for vertex in from { starts[Int(vertex) + 1] += 1 }
        for vertex in 0..<vertices { starts[vertex + 1] += starts[vertex] }
        var next = starts
        targets = [Int32](repeating: 0, count: from.count)
        relations = [UInt8](repeating: 0, count: from.count)
        for edge in from.indices {
            let place = Int(next[Int(from[edge])])
            next[Int(from[edge])] += 1
            targets[place] = to[edge]
            relations[place] = given[edge]
        }
    }

    /// Where the edges of a vertex stand.
    package func of(_ vertex: Int) -> Range<Int> { Int(starts[vertex])..<Int(starts[vertex + 1]) }

    package func count(of vertex: Int) -> Int { Int(starts[vertex + 1] - starts[vertex]) }
}

extension BaseModel.Relation {
    /// Its position among all.
    package var code: UInt8 { UInt8(Self.allCases.firstIndex(of: self)!) }
}
