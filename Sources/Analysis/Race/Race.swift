package import Catalog
package import Core
package import Matching
import Report

/// Who is talked about? Mentions by month, and downloads and likes by the days on which they were counted, as a race.
///
///     Race(catalog, families: table, liked: models, sources: sources).page.lede.plain
///     // "Claude is talked about most: of 10,000 posts on Hacker News in June 2026, 303 name it. …"
package struct Race {
    /// The first is the one that the page opens with.
    var races: [RaceSource] = []
    /// What it was read from, oldest first.
    var sources: [SourceRow] = []
    /// Whether anything was counted of mentions, if only over too few months to race.
    var isCounted = false
    var families = 0
    /// Families that stand in no sum by maker.
    var makerless: [String] = []
    /// Models that were counted at all.
    var models = 0
    var disbelieved: [(repoID: String, day: Day, downloads: Int)] = []
    var disbelievedCount = 0
    /// What each owner's models had on the days of the race.
    var history = ProfileHistory()

    package init() {}

    /// - Parameters:
    ///   - families: names of families, to tell which one a model is of; nil: models are of none.
    ///   - liked: models, the most liked first: what a family is for is read from them.
    ///   - sources: of everything.
    ///   - counted: models by the days on which they were counted.
    ///
    /// Throws `CatalogError`.
    package init(
        _ catalog: Catalog, families table: FamilyTable?, liked: [ModelRow], sources: [SourceRow], counted: [Day: Int]
    ) throws {
        let names = RaceFamilies(table, liked: liked)
        let known = try catalog.mentionFamilies()
        let mentions = RaceMentions(
            rows: try catalog.familyMentions(), lines: try catalog.lineMentions(), totals: try catalog.mentionTotals(),
            families: Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0) }), modalities: names.modalities)
        let counts = try RaceCounts(catalog, names, counted)
        let lists = Dictionary(
            sources.filter { $0.subject == .models }.map { ($0.day, $0) },
            uniquingKeysWith: { $0.rows > $1.rows ? $0 : $1 })
        races = mentions.sources + counts.sources { day in lists[day].map(Self.note) ?? "" }
        let used = Set(races.map(\.key))
        let days = counts.days.count > 1 ? Set(counts.days) : []
        self.sources = sources.filter { used.contains($0.key) || lists[$0.day] == $0 && days.contains($0.day) }
        isCounted = sources.contains { $0.subject == .mentions && $0.rows > 0 }
        self.families = known.count
        makerless = known.filter { $0.maker == RaceMentions.severalMakers }.map(\.name)
        models = counts.days.count > 1 ? try catalog.modelCount : 0
        (disbelieved, disbelievedCount) = (counts.disbelieved, counts.disbelievedCount)
        history = counts.history
    }

    /// What a day's models were counted in, after their number.
    private static func note(_ source: SourceRow) -> String {
        switch source.coverage {
        case .whole: " of a list of \(Format.int(source.rows))"
        case .slice: " of a slice of \(Format.int(source.rows))"
        case .selection: " of a chosen list of \(Format.int(source.rows))"
        }
    }

    /// The race that sentences speak of: the first, by family where it has families.
    var story: RaceStory? {
        races.first.flatMap { source in source.tracks.first.map { RaceStory(source: source, racers: $0.racers) } }
    }

    var page: Page {
        Page(
            id: "race", name: "Race", plate: 4, question: "Who is talked about?", lede: lede,
            figures: races.isEmpty ? [] : [figure, lines].compactMap(\.self), tables: [spans].compactMap(\.self),
            shows: races.isEmpty ? [] : shows,
            method: races.isEmpty ? [] : method, next: PageLink(page: "map", text: "Where are models made?"),
            nextText: "Names travel. Where do they start from?", findings: findings)
    }

    private var findings: [Finding] {
        guard let story else { return [] }
        return [("race.leader", leaderSentence(story)), ("race.rise", riseSentence(story))].filter { !$1.isEmpty }
            .map { Finding(id: $0, sentence: $1, page: "race", provenance: provenance(of: [story.source])) }
    }
}
