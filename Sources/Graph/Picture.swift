import Numerics

#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// Where to draw the vertices: each connected part laid out by igraph, the parts packed around the largest.
///
///     let picture = try Picture(of: ties, seed: 1)
///     picture.xs.count == ties.count → true
///
/// Neighbors are about 1 apart. A part has the area of a disc that grows with its vertices, so that none is crowded. The same
/// ties and seed give the same places, rounded to hundredths.
package struct Picture: Equatable, Sendable {
    package private(set) var xs: [Double]
    package private(set) var ys: [Double]

    /// Parts larger than this are laid out by DrL, which needs less time for many, others by springs, which look better.
    package static let mostSprings = 4000

    package init(of ties: Ties, seed: UInt64 = 1) throws {
        xs = [Double](repeating: 0, count: ties.count)
        ys = xs
        let components = try ties.components()
        var members = [[Int]](repeating: [], count: components.sizes.count)
        for (vertex, component) in components.of.enumerated() { members[component].append(vertex) }
        // A part can need more room than a larger one: discs are packed from the largest on.
        let parts = try Self.parts(ties, components, members, seed: seed).enumerated().sorted {
            (-$0.element.radius, $0.offset) < (-$1.element.radius, $1.offset)
        }.map(\.element)
        let centers = Packing.centers(of: parts.map(\.radius))
        for (part, center) in zip(parts, centers) {
            for (i, vertex) in part.vertices.enumerated() {
                xs[vertex] = Self.rounded(center.x + part.places[i].x)
                ys[vertex] = Self.rounded(center.y + part.places[i].y)
            }
        }
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 + 0 }
}

extension Picture {
    private struct Part {
        var vertices: [Int]
        /// Around 0, 0.
        var places: [(x: Double, y: Double)]
        var radius: Double
    }

    private static func parts(
        _ ties: Ties, _ components: Ties.Components, _ members: [[Int]], seed: UInt64
    ) throws -> [Part] {
        var places = [Int](repeating: 0, count: ties.count)
        for vertices in members { for (place, vertex) in vertices.enumerated() { places[vertex] = place } }
        var edges = [[(Int, Int, Double)]](repeating: [], count: members.count)
        for i in 0..<ties.edgeCount {
            // A pair that shares a thousand commits is not a thousand times as near.
            let pull = 1 + 0.1 * log2(1 + max(0, ties.weights[i]))
            edges[components.of[ties.left[i]]].append((places[ties.left[i]], places[ties.right[i]], pull))
        }
        return try zip(members, edges).map { vertices, edges in
            try part(vertices, Ties(count: vertices.count, edges), seed: seed)
        }
    }

    private static func part(_ vertices: [Int], _ ties: Ties, seed: UInt64) throws -> Part {
        let isRing = vertices.count < 4
        let wished = isRing ? 0.25 * Double(vertices.count) : 0.1 + 0.7 * Double(vertices.count - 1).squareRoot()
        let raw = isRing ? ring(vertices.count) : try laidOut(ties, seed: seed)
        let places = Spacing.apart(fitted(raw, radius: wished), least: 0.85)
        let farthest = places.map { ($0.x * $0.x + $0.y * $0.y).squareRoot() }.max() ?? 0
        return Part(vertices: vertices, places: places, radius: farthest + 0.5)
    }

    /// One alone, a pair, a triangle: no springs are needed for these, and they are most.
    private static func ring(_ count: Int) -> [(x: Double, y: Double)] {
        (0..<count).map { i in
            let angle = 2 * Double.pi * Double(i) / Double(count)
            return count == 1 ? (0, 0) : (cos(angle), sin(angle))
        }
    }

    private static func laidOut(_ ties: Ties, seed: UInt64) throws -> [(x: Double, y: Double)] {
        let bySprings = ties.count <= mostSprings
        // Small graphs settle slowly and cost little.
        let rounds = max(100, min(1000, 600_000 / ties.count))
        return try Engine.on(ties, "layout", seed: seed) { try $0.places(bySprings: bySprings, rounds: rounds) }
    }

    /// Moved so that the middle is at 0, 0 and the farthest at this radius. Vertices far from all others would make the rest
    /// small: beyond one and a half times the radius that holds nine of ten, distance counts by its root.
    private static func fitted(_ places: [(x: Double, y: Double)], radius: Double) -> [(x: Double, y: Double)] {
        let count = Double(places.count)
        let middle = (x: places.reduce(0) { $0 + $1.x } / count, y: places.reduce(0) { $0 + $1.y } / count)
        let moved = places.map { (x: $0.x - middle.x, y: $0.y - middle.y) }
        let distances = moved.map { ($0.x * $0.x + $0.y * $0.y).squareRoot() }
        let bound = 1.5 * distances.sorted()[(places.count - 1) * 9 / 10]
        let drawn = distances.map { $0 > bound && bound > 0 ? bound * ($0 / bound).squareRoot() : $0 }
        guard let farthest = drawn.max(), farthest > 0 else { return moved }
        return moved.indices.map { i in
            let scale = distances[i] > 0 ? drawn[i] / distances[i] * radius / farthest : 0
            return (moved[i].x * scale, moved[i].y * scale)
        }
    }
}
