import Catalog
import Core
import Embedding
import JSON
import Report
import SearchIndex

/// From the catalog to the search index.
///
/// - Parameter root: the folder with assets, among them the table of synonyms.
func indexStage(data: DataFolder, root: String, embedder: Embedder, log: Log) -> Stage {
    var vectors = VectorSettings()
    vectors.embedder = embedder
    return Stage(
        artefact: "search", title: "Index", output: data.search,
        inputs: {
            [
                "catalog": try Fingerprint.stamp(of: data.catalog),
                "synonyms": Fingerprint.of(try Files.read(synonymsPath(root))), "program": try Fingerprint.program(),
                "embedder": Fingerprint.of("\(embedder)"),
                "embedder files": try embedder.files.map { try Fingerprint.stamp(of: $0) }.joined(separator: " "),
            ]
        },
        run: {
            let summary = try SearchIndexStage.run(
                catalog: try Catalog(path: data.catalog, mode: .read),
                synonyms: try synonymTable(root: root), vectors: vectors, out: data.search, log: log)
            return "\(Format.count(summary.models, "model")), \(Format.count(summary.files, "file")), "
                + Format.bytes(summary.bytes)
        })
}

/// The table of synonyms of a folder with assets, as the index takes it.
func synonymTable(root: String) throws -> JSONValue { try JSONValue.parse(try Files.read(synonymsPath(root))) }

private func synonymsPath(_ root: String) -> String { "\(root)/assets/search/synonyms.json" }
