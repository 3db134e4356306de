import Analysis
import Catalog
package import Core
package import Embedding
import Site

/// The one place that knows all stages, and in which order they come.
///
///     Collect → [archive] → Clean → [catalog] ┬→ Analyze → [report] ┬→ Site → site/
///                                             └→ Index → [search] ──┘
///
/// A stage whose inputs have the same fingerprint as last time is skipped.
package struct Pipeline: Sendable {
    package let data: DataFolder
    /// The folder with templates, assets and the bundled snapshot.
    package let root: String
    package let time: TimeSource
    /// What makes the vectors of search.
    package let embedder: Embedder
    package let log: Log

    package init(
        data: DataFolder, root: String, time: TimeSource = .system, embedder: Embedder = .latentSemantic, log: Log
    ) {
        self.data = data
        self.root = root
        self.time = time
        self.embedder = embedder
        self.log = log
    }

    /// Renders what was collected, or the bundled snapshot where nothing was.
    ///
    /// - Parameters:
    ///   - isForced: run every stage, whatever has changed.
    ///   - notices: what the site's reader must know about this edition.
    /// - Throws: what the stages throw; the site that was there before stays then.
    package func build(out: String, isForced: Bool = false, notices: [String] = []) async throws {
        let lock = try data.lock(for: "build")
        defer { withExtendedLifetime(lock) {} }
        try await runner(isForced).run(try buildStages(out: out, notices: notices))
    }

    /// Makes the search index alone, and the catalog if need be: what `hubatlas search` does where nothing was built.
    ///
    /// - Throws: what the stages throw.
    package func buildSearch() async throws {
        let lock = try data.lock(for: "search")
        defer { withExtendedLifetime(lock) {} }
        let origin = try CatalogOrigin.find(in: data, root: root)
        try await runner(false).run([
            try origin.stage(data: data, hiding: exclusion(), log: log),
            indexStage(data: data, root: root, embedder: embedder, log: log),
        ])
    }
}

extension Pipeline {
    func buildStages(out: String, notices: [String]) throws -> [Stage] {
        let origin = try CatalogOrigin.find(in: data, root: root)
        let site = SiteRun(
            data: data, root: root, out: out, collected: origin.scope, notices: notices, log: log)
        return [
            try origin.stage(data: data, hiding: exclusion(), log: log),
            analyseStage(
                data: data, families: "\(root)/assets/mentions/families.json", naming: try naming(), log: log),
            indexStage(data: data, root: root, embedder: embedder, log: log), try site.stage(),
        ]
    }

    /// What the settings say that nothing may show.
    func exclusion() throws -> Exclusion {
        Exclusion(try SiteConfiguration.read(root: SiteRun.configurationFolder(root)).exclude)
    }

    /// How the settings have people called.
    func naming() throws -> PeopleNaming {
        switch try SiteConfiguration.read(root: SiteRun.configurationFolder(root)).people {
        case .names: .names
        case .pseudonyms: .pseudonyms(key: try PeopleKey.read(at: data.peopleKey))
        }
    }

    func runner(_ isForced: Bool) -> StageRunner {
        StageRunner(data: data, log: log, time: time, isForced: isForced)
    }
}
