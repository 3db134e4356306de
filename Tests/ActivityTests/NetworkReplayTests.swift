import Catalog
import Core
import Graph
import TestSupport
import Testing

@testable import Activity
@testable import Analysis

/// The commit lists of December 2024, through archive and catalog, against NetworkX by the study's rule.
@Suite struct NetworkReplayTests {
    @Test func popularModelsOf2024() throws {
        guard
            let path = Repository.shared("data/hub-commits-2024-12.ndjson.zst", for: "the network of popular models")
        else { return }
        let models = try CleanTests().catalog(of: path, on: "2024-12-04").committedModels()
        let network = try Network(committed: models)
        let measures = try #require(network.people).measures
        // 653 authors, of whom 6 are bots; 67 in more than one model, of whom 5 are bots.
        #expect(measures.vertices == 647)
        let perPerson = Dictionary(grouping: models.flatMap(\.people), by: \.account).values
        #expect(perPerson.count { $0.count > 1 } == 62)
        #expect(measures.edges == 2071 && measures.ties == 1366 && measures.isolates == 125)
        #expect(measures.parts == 69 && measures.giant == 339 && measures.greatestCore == 14)
        #expect(abs((measures.reciprocity ?? 0) - 0.680830516658619) < 1e-12)
        #expect(abs((measures.weightedReciprocity ?? 0) - 0.23150762281197063) < 1e-12)
        #expect(abs((measures.clustering ?? 0) - 0.3049360968479442) < 1e-12)
        let weight = network.commits?.graph.weights.reduce(0, +)
        #expect(weight == 14_168)
    }
}
