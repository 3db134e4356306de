import Graph
import Numerics
import Testing

@Suite struct EstimateTests {
    private func ring(_ n: Int, chords: Int) -> Ties {
        var random = SeededRandom(seed: 5)
        return Ties(
            count: n,
            (0..<n).map { ($0, ($0 + 1) % n, 1) } + (0..<chords).map { _ in (random.below(n), random.below(n), 1) })
    }

    /// Paths from a sample of vertices tell about the same as from all, and say that they are a sample.
    @Test func sampledBetweenness() throws {
        let ties = ring(400, chords: 80)
        let exact = ties.betweenness()
        let drawn = ties.betweenness(budget: ties.edgeCount * 200)
        #expect(exact.isExact && exact.sources == 400 && !drawn.isExact && drawn.sources == 200)
        let (all, told) = (exact.shares.reduce(0, +), drawn.shares.reduce(0, +))
        #expect(abs(told / all - 1) < 0.05)
        let top = exact.shares.indices.max { exact.shares[$0] < exact.shares[$1] }!
        #expect(abs(drawn.shares[top] / exact.shares[top] - 1) < 0.25)
        #expect(ties.betweenness(budget: 0).sources == 50)
    }

    @Test func sameSeedSamePictureAndCommunities() throws {
        let ties = ring(120, chords: 60)
        #expect(try Picture(of: ties, seed: 3) == Picture(of: ties, seed: 3))
        #expect(try Picture(of: ties, seed: 3) != Picture(of: ties, seed: 4))
        #expect(try ties.communities(seed: 9) == ties.communities(seed: 9))
    }

    /// Many at once: igraph's random numbers are shared by the process, and still nobody gets another's.
    @Test func fromManyThreads() async throws {
        let ties = ring(60, chords: 30)
        let alone = try Picture(of: ties, seed: 2)
        let all = try await withThrowingTaskGroup(of: Picture.self) { group in
            for _ in 0..<8 { group.addTask { try Picture(of: ties, seed: 2) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(all.count == 8 && all.allSatisfy { $0 == alone })
    }
}

@Suite struct PictureTests {
    /// Parts keep apart: no two vertices of different parts are nearer than their discs allow.
    @Test func partsDoNotMeet() throws {
        var pairs: [(Int, Int, Double)] = ClosedFormTests.complete(12)
        for pair in 0..<40 { pairs.append((12 + 2 * pair, 13 + 2 * pair, 1)) }
        let ties = Ties(count: 12 + 80 + 3, pairs)
        let picture = try Picture(of: ties)
        #expect(picture.xs.allSatisfy(\.isFinite) && picture.ys.allSatisfy(\.isFinite))
        let of = try ties.components().of
        var nearest = Double.infinity
        for a in 0..<ties.count {
            for b in 0..<a where of[a] != of[b] {
                nearest = min(
                    nearest, distance((picture.xs[a], picture.ys[a]), (picture.xs[b], picture.ys[b])))
            }
        }
        #expect(nearest > 0.75)
    }

    /// Two cliques on one bridge lie apart in the picture.
    @Test func cliquesLieApart() throws {
        let ties = Ties(
            count: 20, ClosedFormTests.complete(10) + ClosedFormTests.complete(10, from: 10) + [(0, 10, 1)])
        let picture = try Picture(of: ties)
        let a = disc(picture, 0..<10)
        let b = disc(picture, 10..<20)
        #expect(distance((a.x, a.y), (b.x, b.y)) > 1.5 * max(a.spread, b.spread))
    }

    private func distance(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double)) -> Double {
        let (dx, dy) = (a.x - b.x, a.y - b.y)
        return (dx * dx + dy * dy).squareRoot()
    }

    /// The middle of some vertices, and how far they are from it on average.
    private func disc(_ picture: Picture, _ range: Range<Int>) -> (x: Double, y: Double, spread: Double) {
        let count = Double(range.count)
        let x = range.reduce(0.0) { $0 + picture.xs[$1] } / count
        let y = range.reduce(0.0) { $0 + picture.ys[$1] } / count
        let spread = range.reduce(0.0) { $0 + distance((picture.xs[$1], picture.ys[$1]), (x, y)) }
        return (x, y, spread / count)
    }
}
