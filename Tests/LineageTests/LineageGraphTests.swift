import Catalog
import Core
import Testing

@testable import Lineage

@Suite struct LineageGraphTests {
    @Test func aChainIsAsDeepAsItIsLong() {
        let length = 100_000
        let graph = graph(length, (1..<length).map { (child: $0, parent: $0 - 1) })
        #expect(graph.depth.last == Int32(length - 1))
        #expect(graph.below[0] == Int32(length - 1))
        #expect(graph.descent(of: 0).count == length - 1)
        #expect(graph.descent(of: length - 2).vertices == [Int32(length - 2), Int32(length - 1)])
        #expect(graph.rings.isEmpty)
    }

    @Test func aModelThatNamesItselfHasNoBase() {
        let graph = graph(2, [(child: 0, parent: 0), (child: 1, parent: 0)])
        #expect(graph.selfEdges == [0])
        #expect(graph.edgeCount == 1)
        #expect(graph.depth == [0, 1])
        #expect(graph.derived == 1)
    }

    @Test func twoThatNameEachOtherAreOrderedByAge() {
        // 0 is from day 5, 1 from day 3: only 1 → 0 leads from the older to the younger.
        let graph = LineageGraph(
            models: 3, vertices: 3, edges: edges([(0, 1), (1, 0), (2, 0)]), days: [5, 3, 9])
        #expect(graph.rings == [[0, 1]])
        #expect(graph.ringEdges == 1)
        #expect(graph.depth == [1, 0, 2])
        #expect(graph.descent(of: 1).vertices == [1, 0, 2])
        #expect(graph.descent(of: 0).vertices == [0, 2])
    }

    @Test func aLongRingIsCutOnce() {
        let length = 50_000
        let graph = graph(length, (0..<length).map { (child: $0, parent: ($0 + length - 1) % length) })
        #expect(graph.rings.map(\.count) == [length])
        #expect(graph.ringEdges == 1)
        #expect(graph.depth.max() == Int32(length - 1))
        #expect(graph.descent(of: 0).count == length - 1)
    }

    @Test func ringsWithoutDaysAreOrderedByRow() {
        let graph = LineageGraph(models: 2, vertices: 2, edges: edges([(0, 1), (1, 0)]), days: [nil, nil])
        #expect(graph.depth == [0, 1])
    }

    @Test func aMergeDescendsFromBothAndCountsOnce() {
        //   0 → 1 → 3     3 is a merge of 1 and 2, which both come from 0
        //   0 → 2 → 3
        let graph = graph(4, [(1, 0), (2, 0), (3, 1), (3, 2)], .merge)
        #expect(graph.descent(of: 0).count == 3)
        #expect(graph.descent(of: 0).generation == [0, 1, 1, 2])
        #expect(graph.descent(of: 0).parent == [-1, 0, 0, 1])
        #expect(graph.descent(of: 1).vertices == [1, 3])
        #expect(graph.descent(of: 2).vertices == [2, 3])
        #expect(graph.mostDerived(2).map(\.vertex) == [0, 1])
        #expect(graph.mostDerived(2).map(\.descendants) == [3, 1])
        #expect(graph.below[0] == 3)
    }

    @Test func aBaseNamedTwiceIsOne() {
        let graph = graph(2, [(1, 0), (1, 0)])
        #expect(graph.edgeCount == 1)
        #expect(graph.doubleEdges == 1)
    }

    @Test func aMissingBaseIsARootOfItsOwn() {
        let graph = LineageGraph(models: 2, vertices: 3, edges: edges([(0, 2), (1, 2)]), days: [1, 2, nil])
        #expect(graph.missing == 2..<3)
        #expect(graph.derived == 2)
        #expect(graph.mostDerived(5).map(\.vertex) == [2])
        #expect(graph.depth == [1, 1, 0])
    }

    @Test func nothingIsNoGraph() {
        let graph = graph(0, [])
        #expect(graph.mostDerived(5).isEmpty)
        #expect(graph.depth.isEmpty)
        #expect(self.graph(1, []).descent(of: 0).count == 0)
    }

    @Test func manyDescendantsOfOneRootAreCountedOnce() {
        let count = 100_000
        let graph = graph(count + 1, (1...count).map { ($0, 0) }, .quantized)
        #expect(graph.mostDerived(1).map(\.descendants) == [count])
        #expect(graph.descent(of: 0).relation.last == BaseModel.Relation.quantized.code)
    }

    private func edges(
        _ pairs: [(child: Int, parent: Int)], _ relation: BaseModel.Relation = .finetune
    ) -> [LineageGraph.Edge] {
        pairs.map { .init(child: Int32($0.child), parent: Int32($0.parent), relation: relation) }
    }

    /// Each model is a day younger than the one before.
    private func graph(
        _ count: Int, _ pairs: [(child: Int, parent: Int)], _ relation: BaseModel.Relation = .finetune
    ) -> LineageGraph {
        LineageGraph(
            models: count, vertices: count, edges: edges(pairs, relation), days: (0..<count).map { Int32($0) })
    }
}
