/// Each vertex's nearest others with how similar they are, as a k-NN search gives them: row i is
/// `neighbors[offsets[i] ..< offsets[i + 1]]`. Rows may differ in length, may be empty, and need not be symmetric.
///
///     NeighborLists(offsets: [0, 1, 2], neighbors: [1, 0], similarities: [0.9, 0.9])   two vertices, each the other's nearest
///
/// Similarities are cosines: 1 for the same direction. What is no number counts as 0.
package struct NeighborLists: Sendable {
    package let offsets: [Int32]
    package let neighbors: [Int32]
    package let similarities: [Float]

    package init(offsets: [Int32], neighbors: [Int32], similarities: [Float]) {
        precondition(offsets.first == 0 && Int(offsets.last!) == neighbors.count, "offsets must span all neighbors")
        precondition(neighbors.count == similarities.count, "one similarity a neighbor")
        precondition(zip(offsets, offsets.dropFirst()).allSatisfy(<=), "offsets must not fall")
        precondition(neighbors.allSatisfy { $0 >= 0 && Int($0) < offsets.count - 1 }, "a neighbor must be a vertex")
        self.offsets = offsets
        self.neighbors = neighbors
        self.similarities = similarities
    }

    /// Rows of one length, as an exact search over many rows returns them.
    ///
    ///     NeighborLists(neighbors: [1, 0], similarities: [0.9, 0.9], each: 1)   the same two vertices
    package init(neighbors: [Int32], similarities: [Float], each k: Int) {
        precondition(k > 0 && neighbors.count % k == 0, "rows of \(k) must fill the list")
        self.init(
            offsets: (0...neighbors.count / k).map { Int32($0 * k) }, neighbors: neighbors, similarities: similarities)
    }

    /// How many vertices.
    package var count: Int { offsets.count - 1 }

    func row(_ vertex: Int) -> Range<Int> { Int(offsets[vertex])..<Int(offsets[vertex + 1]) }
}
