import Catalog
import JSON
import Layout
import SearchFormat

/// The map of a corpus: from its neighbor graph to the map's files and the manifest's word of them.
enum MapFiles {
    /// - Returns: the manifest's member "map".
    static func write(
        _ corpus: Corpus, _ order: DocumentOrder, _ graph: NeighborGraph, _ writer: IndexWriter
    ) throws -> JSONValue {
        let ofTask = corpus.tasks.texts.map { code(of: Modality(task: $0)) }
        let none = code(of: .unknown)
        let input = MapInput(
            vertices: order.rows.indices.map { graph.vertex(of: $0).map { Int32($0) } ?? -1 },
            modalities: order.rows.map { row in
                let task = corpus.facts[Int(row)].task
                return task < 0 ? none : ofTask[Int(task)]
            },
            neighbors: NeighborLists(
                offsets: graph.offsets, neighbors: graph.neighbors, similarities: graph.cosines),
            terms: corpus.labels, positions: order.rows.map { Int32($0) })
        return try MapMaker().write(input, with: writer)
    }

    private static func code(of modality: Modality) -> UInt8 {
        UInt8(MapRoot.modalityOrder.firstIndex(of: modality.rawValue)!)
    }
}
