import CSV
import Catalog
import Core
import Report

/// What a table of the most downloaded models is to hold.
package struct TopTableSettings: Sendable {
    /// As the Hub spells it; nil for all.
    package var task: String?
    package var top: Int

    package init(task: String?, top: Int) {
        self.task = task
        self.top = top
    }
}

extension Pipeline {
    /// The most downloaded models of a task as CSV, one a line; the catalog is made first where it is not of today.
    ///
    ///     modelId,author,license,language,model size,downloads,likes,gated,created,modified,storage,architecture
    ///     acme/x-7b,acme,Apache-2.0,en;de,7241732096,900,12,open,2024-07-11T10:00:00Z,,14483464192,mistral
    ///
    /// - Throws: what making a catalog throws; `PipelineError.noModels` where none has that task.
    package func topTable(_ settings: TopTableSettings) async throws -> [UInt8] {
        let lock = try data.lock(for: "table")
        defer { withExtendedLifetime(lock) {} }
        let origin = try CatalogOrigin.find(in: data, root: root)
        try await runner(false).run([try origin.stage(data: data, hiding: exclusion(), log: log)])
        let catalog = try Catalog(path: data.catalog, mode: .read)
        let models = try catalog.mostDownloaded(task: settings.task, limit: settings.top)
        if models.isEmpty {
            throw PipelineError(
                .noModels(task: settings.task, known: try catalog.distinctTexts("task", of: "models")), at: data.catalog
            )
        }
        return TopTable.bytes(of: models)
    }
}

/// A table of models as a file: bytes for storage, UTC for instants, `;` between languages, nothing for what is not known.
///
/// A text that a spreadsheet would take for a formula is led by an apostrophe: owners choose their names themselves.
enum TopTable {
    static let columns = [
        "modelId", "author", "license", "language", "model size", "downloads", "likes", "gated", "created", "modified",
        "storage", "architecture",
    ]

    static func bytes(of models: [ModelRow]) -> [UInt8] {
        var out: [UInt8] = []
        CSVWriter.append(columns, to: &out)
        for model in models { CSVWriter.append(fields(of: model), to: &out) }
        return out
    }

    /// A model of before the record has no day of creation: the Hub's first day is none.
    private static func fields(of model: ModelRow) -> [String] {
        let license = model.license ?? model.licenseRaw
        let fields: [String?] = [
            CSVWriter.harmless(model.repoID), model.owner.map(CSVWriter.harmless), license.map(CSVWriter.harmless),
            CSVWriter.harmless(model.languages.joined(separator: ";")), text(model.parameters), text(model.downloads),
            text(model.likes), model.gated?.rawValue, model.createdAt?.description, model.lastModified?.description,
            text(model.usedStorageBytes), model.architecture.map(CSVWriter.harmless),
        ]
        return fields.map { $0 ?? "" }
    }

    private static func text(_ count: Int?) -> String? { count.map { String($0) } }
}
