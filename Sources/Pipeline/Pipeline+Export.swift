import Catalog
import Core
package import Export

extension Pipeline {
    /// Tables of what was collected, or of the bundled snapshot, as files for other programs; the catalog is made first where it
    /// is not of today.
    ///
    ///     try await pipeline.export(ExportSettings(format: .parquet, version: "0.2.0"), to: "data")
    ///     → models.parquet with 760,000 rows, …
    ///
    /// - Throws: what making a catalog throws, `ExportError`, `FileError`.
    package func export(_ settings: ExportSettings, to folder: String) async throws -> [ExportedTable] {
        let lock = try data.lock(for: "export")
        defer { withExtendedLifetime(lock) {} }
        let origin = try CatalogOrigin.find(in: data, root: root)
        try await runner(false).run([try origin.stage(data: data, hiding: exclusion(), log: log)])
        return try ExportStage.run(try Catalog(path: data.catalog, mode: .read), settings, to: folder, log: log)
    }
}
