import Numerics
import Testing

@testable import Layout

@Suite struct GraphTests {
    @Test func membershipsOfARowSumToTheLogarithmOfItsLength() {
        let similarities: [Float] = [0.95, 0.9, 0.85, 0.8, 0.6, 0.5, 0.4, 0.2]
        let lists = NeighborLists(
            offsets: [0, 8] + [Int32](repeating: 8, count: 8), neighbors: Array(1...8), similarities: similarities)
        let strengths = memberships(of: lists)
        #expect(strengths[0] == 1)
        #expect(zip(strengths, strengths.dropFirst()).allSatisfy { $0 > $1 })
        #expect(abs(strengths.reduce(0, +) - 3) < 0.001)
    }

    @Test func joinsEdgesWithTheirReverses() {
        let graph = WeightedGraph(
            count: 3, rows: [0, 1, 2, 2], columns: [1, 0, 0, 2], weights: [0.5, 0.5, 0.25, 1],
            joining: { $0 + $1 - $0 * $1 })
        #expect(graph.offsets == [0, 2, 3, 4])
        #expect(graph.columns == [1, 2, 0, 0])
        // An edge given once stands in both rows with the weight it had.
        #expect(graph.weights == [0.75, 0.25, 0.75, 0.25])
    }

    @Test func coarseningKeepsNeighborsAndHalves() {
        let graph = WeightedGraph(union: World.clusters(4, of: 100).lists)
        var random = SeededRandom(seed: 1)
        let coarse = Coarsening(of: graph, random: &random)
        #expect(coarse.graph.count <= graph.count * 6 / 10)
        #expect(coarse.graph.count >= graph.count / 5)
        #expect(Set(coarse.parents).count == coarse.graph.count)
        // Members of one coarse vertex are of one cluster: nothing else holds them together.
        var clusterOf: [Int32: Int] = [:]
        for (vertex, parent) in coarse.parents.enumerated() {
            #expect(clusterOf[parent, default: vertex / 100] == vertex / 100)
            clusterOf[parent] = vertex / 100
        }
        for row in 0..<coarse.graph.count {
            #expect(coarse.graph.columns[coarse.graph.row(row)].allSatisfy { Int($0) != row })
        }
    }

    @Test func sunflowerLeavesEachSeedItsRoom() {
        let seeds = (0..<500).map { sunflower($0, gap: 1) }
        for i in seeds.indices {
            for j in 0..<i { #expect(hypotenuse(seeds[i].x - seeds[j].x, seeds[i].y - seeds[j].y) > 0.9) }
        }
        #expect(hypotenuse(seeds[499].x, seeds[499].y) < 23)
    }

    private func hypotenuse(_ x: Float, _ y: Float) -> Float { (x * x + y * y).squareRoot() }
}
