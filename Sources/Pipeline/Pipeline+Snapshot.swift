import Catalog
import Core
package import Snapshot

extension Pipeline {
    /// Reduces what was collected to a snapshot: all models, or the most liked with their bases.
    ///
    /// - Throws: `SnapshotError.nothing`, and what cleaning and writing throw.
    @discardableResult
    package func snapshot(top: Int?, to folder: String) async throws -> SnapshotSummary {
        let lock = try data.lock(for: "snapshot")
        defer { withExtendedLifetime(lock) {} }
        let origin = try CatalogOrigin.find(in: data, root: root)
        guard case .archive = origin else { throw SnapshotError(.nothing, at: data.path) }
        try await runner(false).run([origin.stage(data: data, hiding: exclusion(), log: log)])
        let catalog = try Catalog(path: data.catalog, mode: .read)
        return try SnapshotStage.write(try SnapshotStage.reduce(catalog, top: top, log: log), to: folder)
    }

    /// Makes a snapshot of files, as a recipe says.
    ///
    /// - Throws: what `SnapshotRun` throws.
    @discardableResult
    package func snapshot(recipe: String, files: String, to folder: String) throws -> SnapshotSummary {
        let lock = try data.lock(for: "snapshot")
        defer { withExtendedLifetime(lock) {} }
        return try SnapshotRun(recipe: recipe, files: files, root: root, work: "\(data.path)/snapshot", log: log).write(
            to: folder)
    }
}
