import Embedding
import SearchFormat

/// Embeds all models and writes what the index has of their vectors: cells and centroids for the page, vectors and the
/// model that made them for the library.
struct VectorFiles: Sendable {
    /// What document files say.
    let places: VectorPlaces
    /// What the map is laid out by.
    let graph: NeighborGraph

    /// The vectors of all documents, in their order; writes what embeds a query. nil, and nothing is written, where the
    /// documents share no terms that could tell them apart.
    ///
    /// - Throws: `EmbeddingError`, `LinearAlgebraError`, `SearchFormatError`.
    static func embed(_ terms: OrderedTerms, settings: VectorSettings, _ writer: IndexWriter) throws -> PackedVectors? {
        if case .staticTokens(let folder) = settings.embedder {
            return try StaticEmbedder(folder).embedPacked(terms.count, seed: settings.seed) { terms.text(of: $0) }
        }
        let (model, rows) = try LatentSemantic.fit(terms, settings: settings.embedding)
        guard model.dimensions > 0 else { return nil }
        try writer.writeLibraryFile("embedding", CollectionOfOne(model.contents))
        return model.embedPacked(rows)
    }

    /// Fills the manifest's part.
    ///
    /// - Parameters:
    ///   - vectors: in the order of the documents.
    ///   - repoID: of a document.
    /// - Throws: `SearchFormatError`.
    static func write(
        _ vectors: PackedVectors, repoID: (_ document: Int) -> String, settings: VectorSettings, _ writer: IndexWriter,
        into manifest: inout Manifest
    ) throws -> VectorFiles {
        let index = VectorIndex(of: vectors, settings: settings)
        let hash = try index.write(to: writer)
        try writer.writeLibraryFile("vectors", VectorFile.pieces(vectors))
        manifest.vectors =
            VectorSummary(
                centroids: hash, dimensions: vectors.dimensions, cells: index.cells, codes: settings.codesPerQuery
            ).json
        return VectorFiles(places: VectorPlaces(index.placement.places, repoID: repoID), graph: index.graph)
    }
}

extension VectorPlacement {
    fileprivate var places: [DocumentEntry.VectorPlace?] {
        (0..<count).map { document in
            guard let cell = cell(of: document), let group = group(of: document) else { return nil }
            return .init(cell: cell, group: group)
        }
    }
}
