import Catalog
import Core
import JSON
import Matching
import Report
import Testing

@testable import Analysis

@Suite struct RaceTests {
    @Test func theFirstIsTheLeaderAndTheGreatestRiserIsNamed() {
        let page = race([("a", [1, 2]), ("b", [9, 8])], posts: [10_000, 10_000]).page
        #expect(
            page.lede.plain.unspaced == """
                B is talked about most: of 10,000 posts on Hacker News in February 2025, 8.0 name it. In January 2025 it led \
                already, with 9.0. Nobody rose more than A, from 1.0 on the first date to 2.0 on the last.
                """)
        #expect(page.findings.map(\.id) == ["race.leader", "race.rise"])
    }

    @Test func aRiseIsOfAllPostsOfThreeMonthsTogether() throws {
        let counts = [1, 0, 0, 0, 0, 6]
        let rise = try #require(race([("a", counts)], posts: [100, 100, 800, 1, 999, 1000]).story?.rise)
        #expect(rise.from == 10)
        #expect(rise.to == 30)
    }

    @Test func whoOnlyFallsIsNoRiser() {
        let text = race([("a", [9, 1])], posts: [10_000, 10_000]).page.lede.plain
        #expect(text.hasSuffix("Nobody is talked about more than at first."))
    }

    @Test func countsWithoutPostsAreToldAsCounts() {
        #expect(
            race([("a", [3, 1])], posts: [nil, nil]).page.lede.plain.unspaced
                .hasPrefix(
                    "A leads with 1 mention on Hacker News in February 2025. In January 2025 it led already, with 3."))
        #expect(
            race([("a", [3, 0])], posts: [nil, nil]).page.lede.plain.unspaced
                .hasPrefix("In February 2025 nobody had any mentions on Hacker News."))
    }

    @Test func aThinMonthLeadsNoSentence() throws {
        let race = race([("a", [1, 0, 1]), ("b", [0, 2, 3])], posts: [999, 1000, 1000])
        #expect(race.story?.firstSolid == 1)
        #expect(race.page.lede.plain.unspaced.contains("In February 2025 it led already, with 20"))
        #expect(
            race.page.figures[0].notes.map(\.unspaced).contains {
                $0.contains("January 2025 has fewer than 1,000 posts")
            })
    }

    @Test func aMonthIsNoRace() {
        #expect(race([("a", [1])], posts: [10]).page.figures.isEmpty)
        #expect(race([("a", [0, 0])], posts: [10, 10]).page.figures.isEmpty)
        #expect(Race().page.tables.isEmpty)
        #expect(Race().lede.plain.hasPrefix("Nobody counted yet"))
        var month = Race()
        month.isCounted = true
        #expect(month.lede.plain.hasPrefix("Mentions were counted, but not over two months"))
    }

    @Test func whatIsMissingIsNoRowAndAGapIsSaid() throws {
        let mentions = RaceMentions(
            rows: [row("a", "2025-01", 5), row("b", "2025-01", 1), row("a", "2025-03", 0), row("b", "2025-03", 2)],
            totals: [], families: families(["a", "b"]))
        var race = Race()
        race.races = mentions.sources
        let figure = race.figure
        #expect(figure.table.values["date"] == .texts(["2025-01", "2025-03", "2025-01", "2025-03"]))
        #expect(figure.table.values["count"] == .integers([5, 0, 1, 2]))
        #expect(figure.notes.map(\.unspaced) == ["Mentions on Hacker News: February 2025 is missing, not zero."])
    }

    @Test func aMakerIsTheSumOfItsFamiliesWhereAllAreKnown() throws {
        var known = families(["a", "b", "c"], maker: "Acme")
        known["b"]?.since = Month("2025-02")!
        known["c"]?.maker = RaceMentions.severalMakers
        let mentions = RaceMentions(
            rows: [
                row("a", "2025-01", 5), row("a", "2025-02", 4), row("b", "2025-02", 3), row("a", "2025-03", 9),
                row("c", "2025-03", 1),
            ], families: known)
        let makers = try #require(mentions.sources.first).racers(.owner)
        // In January there was one family; in March the second was not counted.
        #expect(makers == [Racer(name: "Acme", modality: .other, counts: [5, 7, nil])])
    }

    @Test func linesRaceAsModelsAndCountZeroWhereTheirMonthWasCounted() throws {
        var line = row("a", "2025-02", 4)
        line.model = "Acme-2"
        let mentions = RaceMentions(
            rows: [row("a", "2025-01", 5), row("a", "2025-02", 4)], lines: [line], families: families(["a"]),
            modalities: ["a": .audio])
        #expect(
            mentions.sources[0].racers(.model) == [Racer(name: "Acme-2", modality: .audio, counts: [0, 4])])
    }

    @Test func theGreatestAreThoseOfTheBestPlaces() {
        let racers = [("a", [5, 9]), ("b", [7, 1]), ("c", [1, 2]), ("d", [0, 0])].map {
            Racer(name: $0.0, modality: .other, counts: $0.1)
        }
        #expect(RaceSource.greatest(racers, most: 2).map(\.name) == ["a", "b"])
        #expect(RaceSource.greatest(racers, most: 9).map(\.name) == ["a", "b", "c"])
    }

    @Test func daysAreThoseOnWhichManyWereCounted() throws {
        let race = try race(of: [
            "acme/bert-base": [("2024-01-01", 10, 1), ("2024-02-01", 20, 2)], "acme/other": [("2024-02-01", 5, nil)],
        ])
        #expect(race.races.map(\.key) == ["downloads", "likes"])
        #expect(race.races[0].dates.map(\.text) == ["2024-01-01", "2024-02-01"])
        #expect(race.races[0].dates.map(\.note) == ["1 model", "2 models"])
        #expect(race.races[0].racers(.model).map(\.counts) == [[10, 20], [nil, 5]])
        #expect(race.races[0].racers(.owner).map(\.counts) == [[10, 25]])
        #expect(race.races[0].racers(.family) == [Racer(name: "BERT", modality: .nlp, counts: [10, 20])])
        #expect(
            race.lede.plain.unspaced == """
                acme/bert-base leads with 20 downloads on 1 Feb 2024. On 1 Jan 2024 it led already, with 10. Nobody rose more \
                than acme/bert-base, from 10 on the first date to 20 on the last.
                """)
    }

    @Test func aCounterThatCannotBeIsLeftOutAndSaid() throws {
        let race = try race(of: [
            "a/x": [("2024-01-01", 2_000_000, 1), ("2024-02-01", 3, 2)],
            "a/y": [("2024-01-01", 7, 1), ("2024-02-01", 8, 2)],
        ])
        let models = race.races[0].racers(.model)
        #expect(models.first { $0.name == "a/x" }?.counts == [nil, 3])
        #expect(
            race.figure.notes.contains { $0.unspaced.hasPrefix("The 2,000,000 downloads of a/x on 1 Jan 2024 fell") })
    }

    @Test func manyDaysAreThinnedToTheLastOfEachMonth() {
        let days = (0..<90).map { Day(number: Day("2024-01-01")!.number + $0) }
        #expect(RaceCounts.chosen(days).map(\.description) == ["2024-01-31", "2024-02-29", "2024-03-30"])
        #expect(RaceCounts.chosen(Array(days.prefix(60))).count == 60)
    }

    @Test func theColorOfAFamilyIsThatOfItsMostLikedModels() throws {
        let liked = [
            model("google/bert-base", likes: 9, task: "fill-mask"),
            model("x/bert-vision", likes: 2, task: "image-classification"),
            model("x/claude-copy", likes: 5, task: "text-generation"),
        ]
        #expect(RaceFamilies(try table(), liked: liked).modalities == ["bert": .nlp])
    }

    @Test func hostileNamesStayText() throws {
        var race = Race()
        race.races =
            RaceMentions(
                rows: [row("a", "2025-01", 1), row("a", "2025-02", 1)],
                families: [
                    "a": MentionFamilyRow(
                        id: "a", name: "<b>&", maker: "\"x\"", weights: "open", since: Month("2020-01")!)
                ]
            ).sources
        #expect(race.page.lede.plain.hasPrefix("<b>& leads"))
        #expect(try Page(json: JSONValue.parse(race.page.json.bytes), at: "race") == race.page)
    }
}

// MARK: - Small worlds

extension RaceTests {
    /// Families by name with a count a month from January 2025 on, of so many posts.
    private func race(_ counts: [(family: String, months: [Int])], posts: [Int?]) -> Race {
        let months = posts.indices.map { Month("2025-01")!.advanced(by: $0) }
        var race = Race()
        race.races =
            RaceMentions(
                rows: counts.flatMap { family, counts in
                    zip(months, counts).map { row(family, $0.description, $1) }
                },
                totals: zip(months, posts).compactMap { month, posts in
                    posts.map { MentionTotal(source: "hacker-news", month: month, posts: $0) }
                }, families: families(counts.map(\.family))
            ).sources
        return race
    }

    private func row(_ family: String, _ month: String, _ count: Int) -> MentionRow {
        MentionRow(source: "hacker-news", family: family, month: Month(month)!, count: count)
    }

    private func families(_ ids: [String], maker: String = "Acme") -> [String: MentionFamilyRow] {
        Dictionary(
            uniqueKeysWithValues: ids.map {
                (
                    $0,
                    MentionFamilyRow(
                        id: $0, name: $0.uppercased(), maker: maker, weights: "open", since: Month("2020-01")!)
                )
            })
    }

    /// A catalog with models that were counted on days.
    private func race(of models: [String: [(day: String, downloads: Int?, likes: Int?)]]) throws -> Race {
        let catalog = try Catalog(path: ":memory:")
        try catalog.transaction {
            for (name, seen) in models.sorted(by: { $0.key < $1.key }) {
                var row = model(name, likes: nil, task: name.contains("bert") ? "fill-mask" : nil)
                row.observations = seen.map { Observation(day: Day($0.day)!, downloads: $0.downloads, likes: $0.likes) }
                try catalog.upsert(row)
            }
        }
        return try Race(catalog, families: try table(), liked: [], sources: [], counted: try catalog.countedModels())
    }

    private func table() throws -> FamilyTable {
        try FamilyTable(
            JSONValue.parse(
                Array(
                    """
                    {"version": 1, "families": [
                      {"id": "bert", "name": "BERT", "maker": "Google", "weights": "open", "since": "2018-10", "aliases": ["bert"]},
                      {"id": "claude", "name": "Claude", "maker": "Anthropic", "weights": "closed", "since": "2023-03",
                       "aliases": ["claude"]}]}
                    """.utf8)), at: "families.json")
    }
}
