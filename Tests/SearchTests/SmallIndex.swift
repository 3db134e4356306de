import Catalog
import Core
import Foundation
import JSON
import Search
import SearchIndex
import TestSupport

/// An index of 240 invented models, built once for all tests of the engine.
enum SmallIndex {
    static let folder: String = {
        let path = "\(NSTemporaryDirectory())hubatlas-small-index-\(ProcessInfo.processInfo.processIdentifier)"
        do {
            try build(rows, in: path)
        } catch {
            fatalError("the small index cannot be built: \(error)")
        }
        return path
    }()

    static func engine() throws -> SearchEngine { try SearchEngine(folder: folder) }

    static func build(_ rows: [ModelRow], in path: String) throws {
        let catalog = try Catalog(path: ":memory:")
        try catalog.transaction { for row in rows { try catalog.upsert(row) } }
        let synonyms = try JSONValue.parse(Files.read(Repository.path("assets/search/synonyms.json")))
        try SearchIndexStage.run(catalog: catalog, synonyms: synonyms, out: path, log: .silent)
    }

    /// Families, sizes, tasks and languages crossed; the first of each family is popular.
    static let rows: [ModelRow] = {
        var rows: [ModelRow] = []
        let tasks = ["automatic-speech-recognition", "text-generation", "translation", "image-classification"]
        for (f, family) in ["heron", "walrus", "marmot", "gecko"].enumerated() {
            for (s, size) in ["tiny", "small", "base", "large", "7b"].enumerated() {
                for (l, language) in ["de", "en", "pl", "cy"].enumerated() {
                    for (o, owner) in ["meadow", "tinker", "owl"].enumerated() {
                        var row = ModelRow(repoID: "\(owner)/\(family)-\(size)-\(language)")
                        (row.owner, row.task) = (owner, tasks[f])
                        row.modality = Modality(task: row.task)
                        row.languages = [language]
                        row.library = o == 0 ? "transformers" : nil
                        (row.license, row.licenseClass) = o == 2 ? (nil, .none) : ("MIT", .permissive)
                        row.parameters = s == 4 ? 7_000_000_000 : s == 3 ? nil : 100_000_000 * (s + 1)
                        row.parametersFrom = row.parameters == nil ? nil : .safetensors
                        row.formats = o == 1 ? ["gguf"] : ["safetensors"]
                        row.downloads = o == 0 ? 1_000_000 / (1 + 7 * l + s) : l * s
                        row.likes = o == 0 ? 100 * (5 - s) : 0
                        row.gated = o == 2 ? .manual : .open
                        row.createdAt = Instant("2024-0\(1 + s)-11T10:00:00Z")
                        rows.append(row)
                    }
                }
            }
        }
        var lonely = ModelRow(repoID: "nobody/heron")
        (lonely.owner, lonely.downloads) = ("nobody", 0)
        return rows + [lonely]
    }()
}
