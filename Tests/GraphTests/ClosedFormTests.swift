import Graph
import Testing

/// Graphs whose measures are known without a computer.
@Suite struct ClosedFormTests {
    static func complete(_ n: Int, from first: Int = 0) -> [(Int, Int, Double)] {
        (0..<n).flatMap { a in (0..<a).map { (first + $0, first + a, 1) } }
    }
    private let star = Ties(count: 6, (1..<6).map { (0, $0, 1) })
    private let path = Ties(count: 5, (0..<4).map { ($0, $0 + 1, 1) })
    private let twoCliques = Ties(count: 10, complete(5) + complete(5, from: 5) + [(4, 5, 1)])

    @Test func nothingAtAll() throws {
        let graph = DirectedGraph(names: [], edges: [])
        #expect(graph.density == nil && graph.reciprocity == nil && graph.weightedReciprocity == nil)
        #expect(graph.isolates.isEmpty)
        let ties = graph.ties
        #expect(try ties.components().sizes.isEmpty)
        #expect(try ties.components().giantShare == nil)
        #expect(try ties.degreeAssortativity() == nil && ties.globalClustering() == nil)
        #expect(try ties.meanLocalClustering() == nil && ties.coreness().isEmpty)
        #expect(try ties.communities().modularity == nil && ties.betweenness().shares.isEmpty)
        #expect(ties.corePeriphery() == nil)
        #expect(try Picture(of: ties).xs.isEmpty)
    }

    @Test func oneVertexTiedToItself() throws {
        let graph = DirectedGraph(names: ["ann"], edges: [(0, 0, 7)])
        #expect(graph.edgeCount == 0 && graph.loops == 1 && graph.isolates == [0] && graph.density == nil)
        #expect(try graph.ties.components().sizes == [1] && graph.ties.coreness() == [0])
        #expect(try graph.ties.communities().sizes == [1] && graph.ties.betweenness().shares == [0])
        #expect(graph.ties.corePeriphery() == nil)
        #expect(try graph.ties.meanLocalClustering() == 0)
        let picture = try Picture(of: graph.ties)
        #expect(picture.xs == [0] && picture.ys == [0])
    }

    @Test func verticesWithoutAnyTie() throws {
        let ties = Ties(count: 3, [])
        #expect(try ties.components().sizes == [1, 1, 1] && ties.coreness() == [0, 0, 0])
        #expect(try ties.globalClustering() == nil && ties.degreeAssortativity() == nil)
        #expect(ties.corePeriphery() == nil)
        #expect(try ties.communities().of == [0, 1, 2])
    }

    @Test func completeGraph() throws {
        let ties = Ties(count: 5, Self.complete(5))
        #expect(try ties.globalClustering() == 1 && ties.meanLocalClustering() == 1)
        #expect(try ties.coreness() == [4, 4, 4, 4, 4])
        #expect(try ties.communities().sizes == [5])
        #expect(try ties.communities().modularity == 0)
        #expect(ties.betweenness().shares == [0, 0, 0, 0, 0])
        // All are alike: neither degrees nor the pattern of a core have anything to go with.
        #expect(try ties.degreeAssortativity() == nil)
        #expect(ties.corePeriphery() == nil)
        let both = DirectedGraph(names: ["a", "b"], edges: [(0, 1, 3), (1, 0, 1)])
        #expect(both.density == 1 && both.reciprocity == 1 && both.weightedReciprocity == 0.5)
    }

    @Test func starIsAPerfectCoreAndPeriphery() throws {
        let fit = try #require(star.corePeriphery())
        #expect(fit.core == [0] && abs(fit.correlation - 1) < 1e-12)
        #expect(star.betweenness().shares == [1, 0, 0, 0, 0, 0])
        #expect(abs((try star.degreeAssortativity() ?? 0) + 1) < 1e-9)
        #expect(try star.coreness() == [1, 1, 1, 1, 1, 1])
        #expect(try star.globalClustering() == 0)
    }

    @Test func path5() throws {
        // Pairs that pass: through the second 3, through the middle 4, of 6.
        let shares = path.betweenness().shares
        #expect(zip(shares, [0, 0.5, 2.0 / 3, 0.5, 0]).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(try path.components().giantShare == 1)
        #expect(try path.coreness() == [1, 1, 1, 1, 1])
        // Degrees at both ends: 1-2, 2-2, 2-2, 2-1: mean 7/4, covariance −1/16, variance 3/16.
        #expect(abs((try path.degreeAssortativity() ?? 0) + 1.0 / 3) < 1e-9)
    }

    @Test func twoCliquesWithABridge() throws {
        let found = try twoCliques.communities()
        #expect(found.of == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
        // Q = 2 · (10/21 − (21/42)²)
        #expect(abs((found.modularity ?? 0) - (20.0 / 21 - 0.5)) < 1e-12)
        #expect(try twoCliques.coreness() == [Int](repeating: 4, count: 10))
        let between = twoCliques.betweenness().shares
        // 4 vertices on the near side × 5 on the far side, of 36 pairs.
        #expect(abs(between[4] - 20.0 / 36) < 1e-12 && between[0] == 0)
    }

    @Test func directionsAndLoops() {
        let graph = DirectedGraph(
            names: ["ann", "bob", "cat"], edges: [(0, 1, 2), (0, 1, 1), (1, 0, 5), (2, 2, 4), (2, 2, 1)])
        #expect(graph.sources == [0, 1] && graph.targets == [1, 0] && graph.weights == [3, 5])
        #expect(graph.isolates == [2] && graph.loops == 1)
        #expect(graph.ties.weights == [8])
        #expect(graph.weightedReciprocity == 0.75)
        #expect(graph.outDegrees == [1, 1, 0] && graph.inDegrees == [1, 1, 0])
        #expect(graph.induced([0, 2]).names == ["ann", "cat"] && graph.induced([0, 2]).edgeCount == 0)
        let oneWay = DirectedGraph(names: ["a", "b"], edges: [(0, 1, 4)])
        #expect(oneWay.reciprocity == 0 && oneWay.weightedReciprocity == 0)
    }
}
