package import Catalog
import Censuses
package import Core
package import Matching
package import Report

/// Answers every question from a catalog.
///
///     let pages = try AnalysisStage.run(catalog: catalog, log: log)
///     pages.map(\.id)  → ["index", "evolution", "growth", "sizes", …, "lineage", "search", "findings", "data"]
///
/// Pure but for reading: the same catalog gives the same pages.
package enum AnalysisStage {
    /// Throws `CatalogError`, `CensusError` for a damaged census, or `GraphError`.
    ///
    /// - Parameter families: names of families of models; nil: models are of none.
    package static func run(
        catalog: Catalog, families: FamilyTable? = nil, naming: PeopleNaming = .names, log: Log = .silent
    ) throws -> [Page] {
        var material = try Material(catalog, families: families)
        material.naming = naming
        var watch = material.watch
        let pages = try pages(from: material, watch: &watch)
        let findings = pages.reduce(0) { $0 + $1.findings.count }
        log.info("Analysis", "\(Format.count(pages.count, "page")), \(Format.count(findings, "finding"))")
        log.info("Analysis", "slowest: \(watch.slowest(5))")
        return pages
    }

    /// The pages in the order of the row of pages, home first.
    ///
    /// Throws `GraphError`.
    package static func pages(from material: Material) throws -> [Page] {
        var watch = Stopwatch()
        return try pages(from: material, watch: &watch)
    }

    private static func pages(from material: Material, watch: inout Stopwatch) throws -> [Page] {
        let listing = material.censuses.leading(.models)
        let growth = Growth(censuses: material.censuses, greatest: material.greatest)
        var sizes = Sizes(listing: listing, selection: material.selection)
        sizes.greatest = material.greatest
        let evolution = Evolution(
            greatest: material.greatest, total: material.modelCount, provenance: material.rowsProvenance,
            place: (material.selection ?? listing).flatMap { $0.source.coverage == .whole ? nil : $0.place },
            gaps: material.selection.map { Gaps($0).sentence } ?? .empty)
        let lineage = LineagePage(
            lineage: material.lineage, rows: material.ownCensus, whole: listing,
            dropped: material.diagnostics)
        let map = WorldMap(tally: material.places, census: material.ownCensus)
        let network = try watch.time("network") { try material.network.page }
        let home = Home(
            growth: growth, sizes: sizes, evolution: evolution, changes: material.changes,
            others: [material.benchmarks.story, material.race.storyFigure, map.story].compactMap(\.self))
        let adoption = AdoptionPage(censuses: material.censuses, facts: material.adoption)
        let pages = [
            watch.time("home") { home.page }, watch.time("evolution") { evolution.page },
            watch.time("growth") { growth.page }, watch.time("sizes") { sizes.page },
            watch.time("race") { material.race.page }, watch.time("map") { map.page },
            watch.time("benchmarks") { material.benchmarks.page }, watch.time("adoption") { adoption.page }, network,
            watch.time("lineage") { lineage.page }, watch.time("activity") { Work(material.work).page },
            CommunitiesPage(profiles: material.profiles, census: material.ownCensus).page,
        ]
        let data = DataPage(
            sources: material.sources, diagnostics: material.diagnostics, censuses: material.censuses,
            joins: material.joins)
        let search = SearchPage(
            total: material.modelCount, mostDownloaded: material.mostDownloaded, changes: material.changes)
        return pages + [search.page, FindingsPage(pages: pages).page, data.page]
    }
}

extension Material {
    /// Where the marks of the bubble chart and the skyline come from.
    var rowsProvenance: Provenance {
        let shown = min(greatest.count, Evolution.live)
        let rows = "the \(Format.int(shown)) most liked of \(Format.count(modelCount, "model"))"
        guard let census = selection ?? censuses.leading(.models) else {
            return Provenance(source: "Collection", rows: rows)
        }
        return Provenance(source: census.source.cited, rows: rows, caveat: census.source.limits)
    }
}

extension Material {
    /// Throws `GraphError`.
    var network: Network {
        get throws {
            try Network(
                committed: committed, collaborations: collaborations, naming: naming, source: networkSource)
        }
    }

    /// The newest source of commits, else of models.
    private var networkSource: String {
        (sources.last { $0.isOfCommits } ?? sources.last { $0.subject == .models })?.cited ?? "Collection"
    }
}
