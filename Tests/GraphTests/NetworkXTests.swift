import Foundation
import Graph
import JSON
import TestSupport
import Testing

/// Graphs of chance against what NetworkX computes of them (`Fixtures/make.py`).
@Suite struct NetworkXTests {
    private static let fixture = "\(Repository.root)/Tests/GraphTests/Fixtures/networkx.json"

    private func graphs() throws -> [JSONView] {
        let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: Self.fixture)))
        let graphs = Array(try #require(try JSONParser().parse(bytes).root["graphs"]).elements)
        #expect(graphs.count == 4)
        return graphs
    }

    private func graph(_ view: JSONView) throws -> DirectedGraph {
        let edges = try #require(view["edges"]).elements.map { edge in
            let ends = edge.elements.compactMap(\.integer)
            return (source: ends[0], target: ends[1], weight: Double(ends[2]))
        }
        return DirectedGraph(names: (0..<(try #require(view["n"]?.integer))).map(String.init), edges: edges)
    }

    private func near(_ a: Double?, _ b: Double?, _ within: Double = 1e-9) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return abs(a - b) <= within
    }

    private func integers(_ view: JSONView?) -> [Int] { view?.elements.compactMap(\.integer) ?? [] }

    @Test func countsAndDirections() throws {
        for view in try graphs() {
            let graph = try graph(view)
            #expect(graph.edgeCount == view["directedEdges"]?.integer)
            #expect(graph.ties.edgeCount == view["ties"]?.integer)
            #expect(graph.isolates.count == view["isolates"]?.integer)
            #expect(near(graph.density, view["density"]?.number))
            #expect(near(graph.reciprocity, view["reciprocity"]?.number))
            #expect(graph.inDegrees == integers(view["inDegrees"]))
            #expect(graph.outDegrees == integers(view["outDegrees"]))
            #expect(graph.inStrengths == integers(view["inStrengths"]).map(Double.init))
            #expect(graph.outStrengths == integers(view["outStrengths"]).map(Double.init))
            #expect(near(graph.weightedReciprocity, view["weightedReciprocity"]?.number))
        }
    }

    @Test func shape() throws {
        for view in try graphs() {
            let ties = try graph(view).ties
            #expect(try ties.components().sizes == integers(view["components"]))
            #expect(near(try ties.degreeAssortativity(), view["assortativity"]?.number))
            #expect(near(try ties.globalClustering(), view["globalClustering"]?.number))
            #expect(near(try ties.meanLocalClustering(), view["meanLocalClustering"]?.number))
            #expect(try ties.coreness() == integers(view["coreness"]))
        }
    }

    @Test func betweennessAndModularity() throws {
        for view in try graphs() {
            let ties = try graph(view).ties
            let ours = ties.betweenness()
            let theirs = view["betweenness"]?.elements.compactMap(\.number) ?? []
            #expect(ours.isExact && ours.shares.count == theirs.count)
            #expect(zip(ours.shares, theirs).allSatisfy { near($0, $1) })
            let thirds = (0..<ties.count).map { $0 % 3 }
            #expect(near(ties.modularity(of: thirds), view["modularityOfThirds"]?.number))
        }
    }

    @Test func communitiesBeatThirdsAndAreConnected() throws {
        for view in try graphs() {
            let ties = try graph(view).ties
            let found = try ties.communities()
            let quality = try #require(found.modularity)
            #expect(near(quality, ties.modularity(of: found.of)))
            #expect(quality > (view["modularityOfThirds"]?.number ?? 1))
            // What Leiden promises and Louvain does not.
            for group in found.sizes.indices {
                let members = found.of.indices.filter { found.of[$0] == group }
                #expect(try ties.induced(members).components().sizes == [found.sizes[group]])
            }
        }
    }
}
