import Archive
import Catalog
import Censuses
import Clean
import Collect
package import Core
import Foundation
package import Snapshot

/// Makes a snapshot of files as a recipe says: each file is imported, cleaned into a catalog of its own and counted; then
/// models are chosen from all of them, merged and written.
///
///     try SnapshotRun(recipe: "assets/snapshot/recipe.json", files: "downloads", work: ".hubatlas/snapshot", log: log)
///         .write(to: "assets/snapshot")
///
/// The same files give the same snapshot, byte for byte.
package struct SnapshotRun {
    private let recipe: Recipe
    private let files: String
    /// The checkout, for files of the project's own.
    private let root: String
    private let work: String
    private let log: Log

    /// - Parameters:
    ///   - recipe: path of the recipe.
    ///   - files: folder with the files that it names; those of the project's own ("assets/…") are taken from `root`.
    ///   - work: a folder for archives and catalogs on the way, some 1 GB; it is removed in the end.
    /// - Throws: `FileError`, `SnapshotError` when the recipe is not to be read.
    package init(recipe: String, files: String, root: String, work: String, log: Log) throws {
        self.recipe = try Recipe(try Files.read(recipe), at: recipe)
        self.files = files
        self.root = root
        self.work = work
        self.log = log
    }

    /// - Throws: what importing, cleaning and writing throw; nothing is written then.
    @discardableResult
    package func write(to folder: String) throws -> SnapshotSummary {
        defer {
            // What is left over is rubbish in the data folder, and no reason to call a written snapshot a failure.
            try? FileManager.default.removeItem(atPath: work)
        }
        var lists: [SnapshotList] = []
        var censuses: [Census] = []
        var counted: [SnapshotList] = []
        var sources: [SnapshotList] = []
        for (i, file) in recipe.files.enumerated() {
            log.info("Snapshot", "\(i + 1) of \(recipe.files.count): \(file.file)")
            let list = try list(of: file)
            if file.role == .source {
                sources.append(list)
                continue
            }
            if let kind = file.census {
                censuses.append(try Census.compute(from: list.catalog, kind: kind, source: list.source))
            }
            if file.listRole == nil { counted.append(list) } else { lists.append(list) }
        }
        var contents = try SnapshotStage.reduce(lists, censuses: censuses, rules: recipe.rules, log: log)
        try contents.add(counted + sources)
        for source in sources { try contents.addTables(of: source.catalog, source: source.source.key) }
        let summary = try SnapshotStage.write(contents, to: folder)
        log.info("Snapshot", summary.description)
        return summary
    }
}

extension SnapshotRun {
    /// The file as a catalog of its own.
    private func list(of file: Recipe.File) throws -> SnapshotList {
        let path = file.isOurs ? "\(root)/\(file.file)" : "\(files)/\(file.file)"
        let place = "\(work)/\(file.source.key)"
        // What a broken run left is of no use: the catalog must come from this file alone.
        if Files.exists(place) { try FileManager.default.removeItem(atPath: place) }
        try Files.createFolder(place)
        let archive = try Archive(at: "\(place)/archive", mode: .write)
        let day = Instant(seconds: file.source.day.number * 86_400)
        _ = try CollectStage.importFile(path, format: file.format, into: archive, fetchedAt: day, log: log)
        let catalog = "\(place)/catalog.sqlite"
        if file.role == .source { return try sourceList(of: file, archive, catalog) }
        try CleanStage.run(archive: archive, into: try Catalog(path: catalog), source: file.source, log: log)
        let cleaned = try Catalog(path: catalog, mode: .read)
        let source = try cleaned.sources().first { $0.key == file.source.key } ?? file.source
        return SnapshotList(cleaned, source, role: file.listRole ?? .facts)
    }

    /// What the sources make of a file, under the name that the recipe has for it.
    private func sourceList(of file: Recipe.File, _ archive: Archive, _ path: String) throws -> SnapshotList {
        let catalog = try Catalog(path: path)
        for round in CollectedWalks(archive.walks).repoRounds {
            try CleanStage.run(archive: archive, into: catalog, source: round.source, log: log)
        }
        try SourceList.clean(archive, into: catalog, log: log)
        // Of other owners nobody can tell whether they are persons, and what persons share is their own affair.
        try catalog.keepCollaborations(amongOwners: try SourceList.organizations())
        let cleaned = try Catalog(path: path, mode: .read)
        var source = file.source
        // Several rows of sources may tell of one file: whose it is, and what it was looked up in.
        source.rows = try cleaned.sources().map(\.rows).max() ?? 0
        guard source.rows > 0 else {
            let why = "no source makes a row of the file in the format \"\(file.format)\""
            throw SnapshotError(.recipe(why), at: file.file)
        }
        return SnapshotList(cleaned, source, role: .facts)
    }
}
