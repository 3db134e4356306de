import Archive
import Catalog
import Censuses
import Clean
import Core
import Report
import Site
import Snapshot

/// What a catalog is made from.
enum CatalogOrigin {
    case archive(Archive, CollectedWalks)
    /// The folder of a bundled snapshot; and an archive, where sources were collected and no model was.
    case snapshot(String, Archive?)

    /// What was collected, if any model was, else the snapshot of the checkout.
    ///
    /// - Throws: `ArchiveError` for an archive that cannot be read, `PipelineError.noSnapshot`.
    static func find(in data: DataFolder, root: String) throws -> CatalogOrigin {
        var collected: Archive?
        if Files.exists(data.archive) {
            let archive = try Archive(at: data.archive, mode: .read)
            let walks = CollectedWalks(archive.walks)
            if !walks.rounds.isEmpty { return .archive(archive, walks) }
            collected = archive
        }
        let folder = "\(root)/assets/snapshot"
        guard SnapshotStage.exists(at: folder) else { throw PipelineError(.noSnapshot, at: folder) }
        return .snapshot(folder, collected)
    }

    /// The slice of the Hub that was collected; nil for the snapshot.
    var scope: Scope? {
        guard case .archive(_, let walks) = self else { return nil }
        return walks.scope
    }

    func stage(data: DataFolder, hiding exclusion: Exclusion, log: Log) -> Stage {
        switch self {
        case .archive(let archive, let walks):
            Stage(
                artefact: "catalog", title: "Clean", output: data.catalog,
                inputs: {
                    [
                        "origin": "archive", "archive": try Fingerprint.stamp(of: "\(data.archive)/segments"),
                        "excluded": Fingerprint.of("\(exclusion)"), "names": try SourceList.fingerprint(),
                        "program": try Fingerprint.program(),
                    ]
                },
                run: {
                    try makeCatalog(at: data.catalog, hiding: exclusion, log: log) {
                        try clean(archive, walks, into: $0, log: log)
                    }
                })
        case .snapshot(let folder, let archive):
            Stage(
                artefact: "catalog", title: "Load the snapshot", output: data.catalog,
                inputs: {
                    [
                        "origin": "snapshot", "snapshot": try Fingerprint.contents(of: [folder]),
                        "archive": archive == nil ? "" : try Fingerprint.stamp(of: "\(data.archive)/segments"),
                        "excluded": Fingerprint.of("\(exclusion)"), "names": try SourceList.fingerprint(),
                        "program": try Fingerprint.program(),
                    ]
                },
                run: {
                    try makeCatalog(at: data.catalog, hiding: exclusion, log: log) { catalog in
                        let summary = try SnapshotStage.load(folder, into: catalog, log: log)
                        if let archive {
                            let walks = CollectedWalks(archive.walks)
                            try cleanRepos(walks, of: archive, into: catalog, log: log)
                            try SourceList.clean(archive, into: catalog, log: log)
                            try addCensuses(of: walks.repoRounds, to: catalog)
                        }
                        return "\(Format.count(summary.models, "model")), \(Format.count(summary.censuses, "listing"))"
                    }
                })
        }
    }
}

extension CatalogOrigin {
    /// Makes a catalog beside the old one and puts it in its place when it is whole.
    private func makeCatalog(
        at path: String, hiding exclusion: Exclusion, log: Log, _ fill: (Catalog) throws -> String
    ) throws -> String {
        let new = "\(path).new"
        let journal = "\(new)-journal"
        for leftOver in [new, journal] { try Files.remove(leftOver) }
        let note: String
        do {
            let catalog = try Catalog(path: new)
            note = try fill(catalog)
            try Relations.find(in: catalog)
            let hidden = try catalog.excludeEverywhere(exclusion)
            if !exclusion.isEmpty {
                log.info("Clean", "\(Format.count(hidden.rows, "row")) hidden, as the settings ask")
            }
            for name in hidden.unknown { log.warning("Clean", "exclude: nothing named \(name) is in the catalog") }
        }
        // SQLite leaves it behind, empty.
        try Files.remove(journal)
        try Files.rename(new, to: path)
        return note
    }

    private func clean(_ archive: Archive, _ walks: CollectedWalks, into catalog: Catalog, log: Log) throws -> String {
        for round in walks.rounds { try clean(round, of: archive, into: catalog, log: log) }
        try catalog.setDiagnostics(try catalog.markGlitches(of: [.models]), of: "history")
        try cleanRepos(walks, of: archive, into: catalog, log: log)
        try SourceList.clean(archive, into: catalog, log: log)
        try addCensuses(of: walks.rounds + walks.repoRounds, to: catalog)
        let diagnostics = try catalog.diagnostics().reduce(0) { $0 + $1.count }
        return "\(Format.count(try catalog.modelCount, "model")) from \(Format.count(walks.rounds.count, "list")), "
            + Format.count(diagnostics, "diagnostic")
    }

    /// Datasets and Spaces: those of today first, then what was counted of them before.
    private func cleanRepos(_ walks: CollectedWalks, of archive: Archive, into catalog: Catalog, log: Log) throws {
        for round in walks.repoRounds + walks.pastRounds {
            try clean(round, of: archive, into: catalog, log: log)
        }
        try catalog.setDiagnostics(try catalog.markGlitches(of: [.datasets, .spaces]), of: "history-repos")
    }

    private func clean(_ round: CollectedWalks.Round, of archive: Archive, into catalog: Catalog, log: Log) throws {
        let ids = Set(round.walks.map(\.id))
        let entries = archive.entries.filter { ids.contains($0.walk) }
        let pages = PageSource(count: entries.count, format: { entries[$0].format }) { i in
            do {
                return .page(try archive.page(entries[i]))
            } catch let error as ArchiveError {
                guard case .damagedPage(let url, let why) = error.reason else { throw error }
                return .damaged(Diagnostic("archive.page", at: url, why))
            }
        }
        try CleanStage.run(
            pages: pages, found: archive.diagnostics, into: catalog, source: round.source, isPast: round.isPast,
            log: log)
    }

    /// Counts each kind as its newest listing: what sentences about the Hub speak from.
    private func addCensuses(of rounds: [CollectedWalks.Round], to catalog: Catalog) throws {
        for kind in [Census.Kind.models, .datasets, .spaces] {
            guard var source = rounds.last(where: { $0.kind == kind })?.source else { continue }
            let census = try Census.compute(from: catalog, kind: kind, source: source)
            source.rows = census.rows
            try catalog.add(census.of(source))
        }
    }
}

extension Census {
    fileprivate func of(_ source: SourceRow) -> Census {
        var census = self
        census.source = source
        return census
    }
}
