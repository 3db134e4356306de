package import Catalog
package import Censuses
import Core
import Lineage
package import Matching
import Report

/// All that the questions are answered from, read from a catalog once.
package struct Material {
    /// Censuses that are kept, and that of the catalog's own rows where none of them counts these.
    package var censuses: [Census] = []
    /// The census of the catalog's models when they are a selection; nil when they are a listing.
    package var selection: Census?
    /// Models with likes, most liked first, at most 20,000.
    package var greatest: [ModelRow] = []
    /// The most downloaded models, at most `SearchPage.shown`.
    package var mostDownloaded: [ModelRow] = []
    /// Models in the catalog.
    package var modelCount = 0
    /// What was published where.
    package var places = PlaceTally()
    /// Who publishes models.
    package var profiles = Profiles()
    package var changes = Changes()
    /// Of everything, oldest first.
    package var sources: [SourceRow] = []
    package var diagnostics: [DiagnosticRow] = []
    /// How many names of other sources mean a model here, by source and rule; "none" for those that mean none.
    package var joins: [(source: String, rule: String, names: Int)] = []

    package var race = Race()
    /// Models with the people who committed to them, and pairs of organizations with committers in common.
    package var committed: [CommittedModel] = []
    package var collaborations: [Collaboration] = []
    package var work = WorkRecords()
    /// How people are called.
    package var naming = PeopleNaming.names
    /// Who was made from whom, of the catalog's own models; nil when it has none.
    var lineage: Lineage?
    /// What leaderboards measured, with the sizes and gates of their models.
    var benchmarks = Benchmarks()
    /// What is known of use beside the censuses.
    package var adoption = AdoptionFacts()
    /// How long the parts took to read.
    var watch = Stopwatch()

    package init() {}

    /// Reads a catalog: twice over its models when nobody counted them yet, else only its most liked.
    ///
    /// Throws `CatalogError`, or `CensusError` for a damaged census.
    package init(_ catalog: Catalog, families: FamilyTable? = nil) throws {
        var watch = Stopwatch()
        censuses = try watch.time("censuses") { try catalog.censuses() }
        sources = try catalog.sources()
        diagnostics = try catalog.diagnostics()
        joins = try catalog.joinCounts()
        modelCount = try catalog.modelCount
        committed = try watch.time("network") { try catalog.committedModels() }
        collaborations = try watch.time("network") { try catalog.ownerCollaborations(most: 20_000) }
        benchmarks = try watch.time("benchmarks") { try Benchmarks(catalog) }
        adoption = try watch.time("adoption") { try AdoptionFacts(catalog, sources) }
        work = try watch.time("activity") { try WorkRecords(catalog, sources: sources) }
        try watch.time("own census") { try countRows(of: catalog) }
        try watch.time("greatest models") { try readGreatest(catalog) }
        let counted = try watch.time("history") { try catalog.countedModels() }
        changes = try watch.time("changes") { try Changes(catalog, sources, counted) }
        race = try watch.time("race") {
            try Race(catalog, families: families, liked: greatest, sources: sources, counted: counted)
        }
        let models = try watch.time("models by column") { try ModelColumns(reading: catalog) }
        let communities = try catalog.communities()
        places = watch.time("map") { PlaceTally(models: models, communities: communities) }
        if modelCount > 0 {
            try watch.time("lineage") { countLineage(try Lineage(reading: catalog, models: models)) }
        }
        profiles = try watch.time("communities") {
            let known = try Profiles.Known(
                catalog, communities: communities, collaborations: collaborations, history: race.history)
            return Profiles(models: models, graph: lineage?.graph, families: families, known: known)
        }
        self.watch = watch
    }

    private mutating func readGreatest(_ catalog: Catalog) throws {
        try catalog.forEachModel(orderedBy: .likes, limit: Evolution.live) { row in
            if (row.likes ?? 0) > 0 { greatest.append(row) }
        }
        try catalog.forEachModel(orderedBy: .downloads, limit: SearchPage.shown) { row in
            if (row.downloads ?? 0) > 0 { mostDownloaded.append(row) }
        }
    }

    /// What counts the catalog's own models.
    var ownCensus: Census? {
        selection ?? censuses.first { $0.kind == .models && $0.rows == modelCount } ?? censuses.leading(.models)
    }
}

extension Material {
    /// Counts the catalog's own rows, where no kept census does.
    private mutating func countRows(of catalog: Catalog) throws {
        for (kind, count) in [
            (Census.Kind.models, modelCount), (.datasets, try catalog.datasetCount), (.spaces, try catalog.spaceCount),
        ] where count > 0 {
            let kept = censuses.filter { $0.kind == kind && $0.source.coverage != .selection }
            if kept.contains(where: { $0.rows == count }) { continue }
            // Whole listings that are larger than what the catalog holds: its rows were chosen from them.
            let chosen = kept.contains { $0.rows > count } || newest?.coverage == .selection
            let census = try Census.compute(
                from: catalog, kind: kind, source: chosen ? selectionSource(count) : listSource(kind, count))
            if !chosen { censuses.append(census) } else if kind == .models { selection = withGaps(census) }
        }
    }

    /// A census of the catalog's own rows that was counted before lineage was gets it now.
    private mutating func countLineage(_ read: Lineage) {
        lineage = read
        for i in censuses.indices where censuses[i].kind == .models && censuses[i].lineage == nil {
            if selection == nil, censuses[i].rows == modelCount { censuses[i].lineage = LineageSummary(of: read) }
        }
    }

    private var lists: [SourceRow] { sources.filter { $0.subject == .models } }

    private var newest: SourceRow? { lists.max { ($0.day, $0.key) < ($1.day, $1.key) } }

    private func selectionSource(_ count: Int) -> SourceRow {
        let days = lists.map(\.day).sorted()
        let years = Set([days.first, days.last].compactMap { $0?.civil.year }).sorted().map(String.init)
        return SourceRow(
            key: "selection", title: "A selection of models", day: days.last ?? Day(number: 0), coverage: .selection,
            rows: count,
            note: """
                From lists of \(years.joined(separator: " to ")), mostly the models that are liked and used most: not the \
                whole Hub.
                """)
    }

    /// What a selection leaves out, with the gaps in its dates.
    private func withGaps(_ census: Census) -> Census {
        let gaps = Gaps(census)
        guard !gaps.runs.isEmpty else { return census }
        var census = census
        census.source.note +=
            " Few of them are \(gaps.words), where the lists leave \(gaps.runs.count == 1 ? "a gap" : "gaps")."
        return census
    }

    /// A collection that was made by this program, as its newest source has it.
    private func listSource(_ kind: Census.Kind, _ count: Int) -> SourceRow {
        var source =
            newest
            ?? SourceRow(
                key: "collection", title: "Collection", day: greatest.first?.likesOn ?? Day(number: 0),
                coverage: .slice,
                rows: count)
        source.rows = count
        return source
    }
}

extension Changes {
    /// - Parameter counted: models by the days on which they were counted.
    init(_ catalog: Catalog, _ sources: [SourceRow], _ counted: [Day: Int]) throws {
        let days = try catalog.lastObservedDays(counted)
        if days.count == 2 {
            (first, second) = (days[0], days[1])
            newcomers = try catalog.newcomers(after: days[0], seenOn: days[1], limit: Self.shown)
            risers = try catalog.risers(from: days[0], to: days[1], limit: Self.shown)
            caveat = sources.first { $0.subject == .models && $0.day == days[1] && $0.coverage != .whole }.map {
                "The list of \(Format.day($0.day)) is a \($0.coverage.words)."
            }
        }
        broken = try catalog.brokenCounter()
    }
}
