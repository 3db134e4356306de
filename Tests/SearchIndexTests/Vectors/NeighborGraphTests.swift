import Embedding
import LinearAlgebra
import Testing

@testable import SearchIndex

@Suite struct NeighborGraphTests {
    private let vectors = vectorWorld(count: 900, clusters: 12)

    /// With all cells looked into, the graph is that of comparing all with all.
    @Test func isExactWhereAllCellsAreSeen() {
        var settings = VectorSettings()
        (settings.documentsPerCell, settings.neighborCells, settings.neighbors) = (60, 1000, 7)
        let graph = VectorIndex(of: vectors, settings: settings).graph
        let all = unitRows(of: vectors).rows(graph.representatives.map { Int($0) })
        let cosines = all.times(transposed: all)
        for vertex in 0..<graph.count {
            let range = Int(graph.offsets[vertex])..<Int(graph.offsets[vertex + 1])
            let wanted = (0..<graph.count).filter { $0 != vertex }.map { cosines[vertex, $0] }.sorted(by: >).prefix(7)
            #expect(zip(graph.cosines[range], wanted).allSatisfy { abs($0 - min(1, $1)) < 1e-5 })
            #expect(graph.neighbors[range].allSatisfy { $0 != vertex })
            #expect(range.count == 7)
        }
    }

    @Test func verticesAreGroupsByTheirMostPopularDocument() {
        let index = VectorIndex(of: vectors)
        let graph = index.graph
        #expect(graph.representatives == graph.representatives.sorted())
        #expect(graph.sizes.reduce(0) { $0 + Int($1) } == (0..<900).filter { !vectors.isZero($0) }.count)
        for document in 0..<900 {
            guard let vertex = graph.vertex(of: document) else {
                #expect(vectors.isZero(document))
                continue
            }
            let leader = Int(graph.representatives[vertex])
            #expect(leader <= document)
            #expect(index.placement.cell(of: leader) == index.placement.cell(of: document))
            #expect(index.placement.group(of: leader) == index.placement.group(of: document))
            #expect(Int(graph.sizes[vertex]) == index.placement.groupSize(of: document))
        }
    }
}
