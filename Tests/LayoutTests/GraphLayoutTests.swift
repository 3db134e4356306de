import Layout
import Testing

@Suite struct GraphLayoutTests {
    private static let world = World.clusters(8, of: 100)
    private static let places = GraphLayout().places(of: world.lists)

    @Test func keepsNeighborsTogether() {
        let world = Self.world
        let trust = trustworthiness(
            of: Self.places, vectors: world.vectors, dimensions: world.dimensions, neighbors: 10, sample: 200)
        #expect(trust > 0.93)
        #expect(Self.places.areFinite)
    }

    @Test func setsClustersApart() {
        let centers = (0..<8).map { cluster in
            let members = cluster * 100..<(cluster + 1) * 100
            return (x: Self.places.xs[members].reduce(0, +) / 100, y: Self.places.ys[members].reduce(0, +) / 100)
        }
        for vertex in 0..<Self.places.count {
            let distances = centers.map { center in
                let dx = center.x - Self.places.xs[vertex]
                let dy = center.y - Self.places.ys[vertex]
                return dx * dx + dy * dy
            }
            #expect(distances.indices.min { distances[$0] < distances[$1] } == vertex / 100)
        }
    }

    @Test func isTheSameEachTime() {
        for _ in 0..<3 { #expect(GraphLayout().places(of: Self.world.lists) == Self.places) }
        var other = GraphLayout()
        other.seed = 2
        #expect(other.places(of: Self.world.lists) != Self.places)
    }

    @Test(arguments: degenerate.indices) func endsWithFinitePlaces(_ world: Int) {
        let places = GraphLayout().places(of: degenerate[world])
        #expect(places.count == degenerate[world].count)
        #expect(places.areFinite)
    }

    @Test func givesLoneVerticesAPlaceOfTheirOwnBesideTheRest() {
        let world = Self.world.lists
        let lone = 40
        let lists = NeighborLists(
            offsets: world.offsets + [Int32](repeating: world.offsets[world.count], count: lone),
            neighbors: world.neighbors, similarities: world.similarities)
        let places = GraphLayout().places(of: lists)
        let lowest = places.ys[..<world.count].max()!
        #expect(places.ys[world.count...].allSatisfy { $0 > lowest })
        #expect(Set(places.xs[world.count...]).count == lone)
    }

    /// Two rings that nothing connects stay within sight of each other.
    @Test func keepsPartsInSight() {
        let ring = 30
        let neighbors = (0..<2 * ring).flatMap { i -> [Int32] in
            let part = i / ring * ring
            return [Int32(part + (i + 1) % ring), Int32(part + (i + ring - 1) % ring)]
        }
        let lists = NeighborLists(neighbors: neighbors, similarities: neighbors.map { _ in 0.9 }, each: 2)
        let places = GraphLayout().places(of: lists)
        for i in 0..<2 * ring { #expect(places.distance(0, i) < 60) }
    }
}

private let degenerate: [NeighborLists] = [
    NeighborLists(offsets: [0], neighbors: [], similarities: []),
    NeighborLists(offsets: [0, 0], neighbors: [], similarities: []),
    NeighborLists(offsets: [0, 1, 2], neighbors: [1, 0], similarities: [0.9, 0.9]),
    // Itself as its neighbor, which says nothing.
    NeighborLists(offsets: [0, 1, 2], neighbors: [0, 1], similarities: [1, 1]),
    // All the same.
    ring(1000, each: 5),
    // No number, out of range, opposite.
    NeighborLists(
        offsets: [0, 2, 4, 6], neighbors: [1, 2, 0, 2, 0, 1], similarities: [.nan, .infinity, 2, -1, 0, -.infinity]),
    // A star: one hub that all others name.
    NeighborLists(
        offsets: [0] + (0...999).map { Int32($0) }, neighbors: .init(repeating: 0, count: 999),
        similarities: .init(repeating: 0.5, count: 999)),
]

/// Each of `count` says that the next few are just like it.
private func ring(_ count: Int, each k: Int) -> NeighborLists {
    let neighbors = (0..<count).flatMap { vertex in (1...k).map { Int32((vertex + $0) % count) } }
    return NeighborLists(neighbors: neighbors, similarities: neighbors.map { _ in 1 }, each: k)
}
