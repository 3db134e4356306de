package import Catalog
package import Core
package import JSON
package import SearchFormat

/// From the catalog to the search index.
///
///     let summary = try SearchIndexStage.run(
///         catalog: catalog, synonyms: table, out: ".hubatlas/search", log: log)
///     summary.files → 3100
///
/// It is made anew every time, from the same catalog always the same, byte for byte, in whatever order models came into
/// the catalog; files that come out as they were keep their names and are not written again.
package enum SearchIndexStage {
    package struct Summary: Equatable, Sendable {
        package var models: Int
        package var files: Int
        package var bytes: Int
    }

    /// - Parameter synonyms: the table of `assets/search/synonyms.json`, which goes into the manifest.
    /// - Throws: `CatalogError`, `EmbeddingError`, `LinearAlgebraError`, `SearchFormatError`; the index that was there stays then.
    @discardableResult
    package static func run(
        catalog: Catalog, synonyms: JSONValue, weights: Weights = Weights(), vectors: VectorSettings = VectorSettings(),
        out: String, log: Log
    ) throws -> Summary {
        var parts = PartTimes(log)
        var corpus = try Corpus(reading: catalog, weights: weights)
        parts.end("records")
        let writer = try IndexWriter(folder: out)
        let order = DocumentOrder(corpus)
        let shape = IndexShape(models: corpus.count, levels: order.levels)
        let codes = Codes(corpus) { Modality(task: $0).rawValue }

        var manifest = Manifest()
        manifest.modelCount = corpus.count
        manifest.newestDay = try catalog.sources().filter { $0.subject == .models }.map(\.day).max()
        (manifest.synonyms, manifest.weights) = (synonyms, weights)
        (manifest.tables, manifest.counts) = (codes.tables, CollectionCounts(corpus))
        manifest.levels = order.levels
        manifest.head = IndexShape.count(from: IndexShape.headLevel, order.levels, of: corpus.count)
        manifest.settings = try IndexSettings.fingerprint(
            models: corpus.count, levels: order.levels, synonyms: synonyms, weights: weights, vectors: vectors)

        try TermFiles(
            corpus, InvertedIndex(corpus.forward, order: order.rows, sorted: corpus.forward.dictionary.sorted()),
            head: manifest.head, shape: shape
        ).write(writer, into: &manifest)
        parts.end("terms")
        let vectors = try self.vectors(of: &corpus, order, vectors, writer, into: &manifest, &parts)
        try DocumentFiles(corpus: corpus, order: order, codes: codes, vectors: vectors?.places, shape: shape)
            .write(writer, into: &manifest)
        try NumberFiles(corpus: corpus, order: order, codes: codes, shape: shape).write(writer, into: &manifest)
        parts.end("documents")
        if let vectors { manifest.map = try MapFiles.write(corpus, order, vectors.graph, writer) }
        let list = try writer.finish(
            manifest: manifest, words: WordTable(corpus, models: IndexShape.popularModels))
        parts.end("map")
        let files = list.files + list.library
        return Summary(models: corpus.count, files: files.count, bytes: files.reduce(0) { $0 + $1.bytes })
    }

    /// In a function of its own, so that the vectors, the largest thing of all, are gone when it ends.
    private static func vectors(
        of corpus: inout Corpus, _ order: DocumentOrder, _ settings: VectorSettings, _ writer: IndexWriter,
        into manifest: inout Manifest, _ parts: inout PartTimes
    ) throws -> VectorFiles? {
        let embedded = try VectorFiles.embed(OrderedTerms(corpus.forward, order), settings: settings, writer)
        corpus.forgetTerms()
        parts.end("embedding")
        defer { parts.end("cells") }
        guard let embedded else { return nil }
        let names = corpus.names
        return try VectorFiles.write(
            embedded, repoID: { names.text(Int(order.rows[$0])) }, settings: settings, writer, into: &manifest)
    }
}
