import Catalog
import Censuses
import Core
import JSON
import Numerics
import Report
import Testing

@testable import Analysis

@Suite struct AdoptionPageTests {
    /// A list whose downloads are these, each model of an owner of its own.
    private func list(_ downloads: [Int], likes: [Int] = [], on day: String = "2024-07-11") -> Census {
        var counter = CensusCounter(kind: .models, source: census(day, [(nil, nil, downloads.count)]).source)
        for (i, value) in downloads.enumerated() {
            var row = model(
                "o\(i)/m", likes: likes.indices.contains(i) ? likes[i] : 1, on: "2022-03-05", task: "fill-mask")
            row.downloads = value
            counter.add(row)
        }
        return counter.census()
    }

    private func page(_ censuses: [Census], _ facts: AdoptionFacts = AdoptionFacts()) -> Page {
        AdoptionPage(censuses: censuses, facts: facts).page
    }

    @Test func nothing() {
        let page = page([])
        #expect(
            page.lede.plain
                == "No list of this atlas says how often a model was downloaded: “hubatlas collect models” brings one.")
        #expect(page.figures.isEmpty && page.tables.isEmpty && page.findings.isEmpty && page.method.isEmpty)
    }

    @Test func oneAndEqualAndZero() {
        #expect(page([list([0])]).lede.plain == "Not one of 1 model was downloaded in 30 days.")
        let one = page([list([7])])
        #expect(one.lede.plain.hasPrefix("Every model of the Hub was downloaded in 30 days. 1 model is too few"))
        #expect(
            one.figures.map(\.id) == ["adoption-actors"]
                && one.tables.map(\.id) == ["adoption-spread", "adoption-fields", "adoption-top-owners"])
        let equal = page([list([Int](repeating: 5, count: 300))])
        // All alike: a curve, and no law.
        #expect(equal.figures.map(\.id) == ["adoption", "adoption-lorenz", "adoption-actors"])
        #expect(!equal.tables.contains { $0.id == "adoption-fits" })
        #expect(!equal.json.text.contains("NaN"))
    }

    @Test func halfAtZero() throws {
        let page = page([list((0..<400).map { $0 % 2 == 0 ? 0 : $0 * $0 })])
        #expect(
            page.lede.plain.hasPrefix(
                "Half of the models of the Hub (50.0\u{202F}%) were not downloaded at all in 30 days."))
        let spread = try #require(page.tables.first { $0.id == "adoption-spread" }).table
        #expect(spread.values["zero"] == .numbers([0.5, 0]))
        #expect(page.findings.map(\.id) == ["adoption.gini", "adoption.law", "adoption.owners"])
        #expect(try Page(json: JSONValue.parse(page.json.bytes), at: "adoption") == page)
    }

    @Test func ownersAndCountriesOverTime() throws {
        var facts = AdoptionFacts()
        facts.countries = ["o0": "FR", "o1": "US"]
        let early = list([Int](repeating: 10, count: 200), on: "2022-02-15")
        let late = list([500, 500] + [Int](repeating: 10, count: 200))
        let page = AdoptionPage(censuses: [late, early], facts: facts)
        #expect(page.shares.map { $0.census.source.day.description } == ["2022-02-15", "2024-07-11"])
        let share = try #require(page.shares.last)
        // Two owners have a sixth each, which nobody doubts, 200 have one in 300.
        let expected = 2.0 / 36 + 200.0 / 90_000
        #expect(abs(try #require(share.downloads) - expected) < 1e-12)
        #expect(share.byCountry.map(\.code) == [nil, "FR", "US"] && abs(share.byCountry[0].share - 2.0 / 3) < 1e-12)
        #expect(abs(try #require(share.countryIndex) - 0.5) < 1e-12)
        let figure = try #require(page.page.figures.first { $0.id == "adoption-owners" })
        #expect(
            figure.title
                == "Downloads became more concentrated: as if 200 owners of one size had them, then 17 owners (Herfindahl index "
                + "0.005, then 0.058)")
        let fallen = AdoptionPage(
            censuses: [
                list([1000, 1] + [Int](repeating: 1, count: 200), on: "2022-02-15"),
                list([Int](repeating: 9, count: 202)),
            ],
            facts: facts)
        // One model has more than a fifth on the first day: its counter is left out, and all are alike on both.
        #expect(fallen.shares[0].doubted != nil)
        #expect(abs(try #require(fallen.shares[0].downloads) - 1.0 / 201) < 1e-12)
    }

    @Test func oneCountryAndNone() {
        var facts = AdoptionFacts()
        #expect(OwnerShares(list([5, 5]), countries: [:]).countryIndex == nil)
        facts.countries = ["o0": "FR", "o1": "FR"]
        #expect(OwnerShares(list([5, 5]), countries: facts.countries).countryIndex == 1)
        #expect(OwnerShares(list([0, 0]), countries: facts.countries).byCountry.isEmpty)
    }

    @Test func activityOfReposThatWereAskedAbout() throws {
        var facts = AdoptionFacts()
        facts.activity = (0..<300).map {
            ActivityCounts(kind: "spaces", commits: $0 % 7, discussions: nil, contributors: 1)
        }
        let page = AdoptionPage(censuses: [], facts: facts)
        #expect(page.counted.map(\.id) == ["spaces-commits", "spaces-contributors"])
        #expect(page.page.figures.first?.provenance.rows == "300 Spaces")
        let title = page.page.figures.first?.chart.options["titles"]
        guard case .table(let titles)? = title else { throw Failed() }
        #expect(titles["spaces-commits"]?.contains("of the Spaces have no commits") == true)
        #expect(titles["spaces-contributors"] == "Every Space has contributors; the top 1\u{202F}% have 1.0\u{202F}%")
    }

    private struct Failed: Error {}

    @Test func whatSpacesUse() throws {
        let used = [
            UsedModel(model: "a/<b>x</b>", spaces: 9, task: "text-generation"), UsedModel(model: "b/y", spaces: 9),
            UsedModel(model: "c/z", spaces: 1, task: "image-to-text", tags: ["image-classification"]),
        ]
        let use = SpaceUse(used: used, source: nil)
        let figure = try #require(use.figure)
        #expect(figure.chart.options["titles"] == .table(["all": "Two models share the top with 9 Spaces each"]))
        // A field of one or two models has no bars of its own.
        #expect(figure.chart.options["groups"] == .texts(["all"]) && figure.liveTable == nil)
        let many = SpaceUse(
            used: used + [
                UsedModel(model: "d/v", spaces: 8, task: "fill-mask"),
                UsedModel(model: "d/w", spaces: 2, task: "fill-mask"),
            ],
            source: nil)
        let live = try #require(many.figure?.liveTable)
        #expect(many.figure?.chart.options["groups"] == .texts(["all", "nlp-hub", "nlp-study"]))
        #expect(live.values["spaces"] == .integers([9, 9, 1, 8, 2, 9, 8, 2, 9, 8, 2]))
        let rows = try #require(use.table).table
        #expect(
            rows.values["field"]
                == .texts(["Language", "Vision", "No task stated", "Language", "Vision", "Multimodal"]))
        #expect(SpaceUse(used: [], source: nil).figure == nil && SpaceUse(used: [], source: nil).table == nil)
    }

    /// Answers about single models name at most a hundred Spaces, and nobody asked about all models.
    @Test func whatSpacesOfASelectionUse() throws {
        func use(_ counts: [Int], _ coverage: SourceRow.Coverage) -> SpaceUse {
            SpaceUse(
                used: counts.enumerated().map { UsedModel(model: "a/m\($0)", spaces: $1, task: "fill-mask") },
                source: SourceRow(
                    key: "s", title: "Spaces", day: Day("2024-07-11")!, coverage: coverage, about: .spaces, rows: 3,
                    note: coverage == .whole ? "" : "Only ids that begin with a."))
        }
        func title(_ use: SpaceUse) throws -> String? {
            guard case .table(let titles)? = try #require(use.figure).chart.options["titles"] else { return nil }
            return titles["all"]
        }
        #expect(
            try title(use([100, 100, 3], .selection)) == "Of 3 selected models, two stand under 100 Spaces or more")
        #expect(try title(use([100, 9, 3], .selection)) == "Of 3 selected models, one stands under 100 Spaces or more")
        #expect(try title(use([9, 4, 3], .selection)) == "Of 3 selected models, m0 stands under most Spaces, 9")
        #expect(try title(use([9, 9, 3], .selection)) == "Of 3 selected models, two share the top with 9 Spaces each")
        // A list of all Spaces has no such bound.
        #expect(try title(use([100, 9, 3], .whole)) == "m0 stands under 100 Spaces")
        let bounded = use([100, 9, 3], .selection)
        let figure = try #require(bounded.figure)
        #expect(figure.notes == ["100 Spaces stand for 100 or more: a single answer names no more."])
        #expect(figure.provenance.caveat == "Only ids that begin with a.")
        let table = try #require(bounded.table)
        #expect(
            table.table.values["top"]
                == .texts(["a/m0 (100 or more), a/m1 (9), a/m2 (3)", "a/m0 (100 or more), a/m1 (9), a/m2 (3)"]))
        #expect(table.text.hasSuffix("Only ids that begin with a. Uses are sums of these, so they may be more."))
    }

    /// The field of a doubted model is told without it, and has no index.
    @Test func fieldsWithoutTheDoubtedCounter() throws {
        let page = page([list([100_000] + [Int](repeating: 10, count: 300))])
        let table = try #require(page.tables.first { $0.id == "adoption-fields" })
        #expect(
            table.table.values["field"] == .texts(["Language, one counter left out", "Language, one counter left out"]))
        #expect(table.table.values["herfindahl"] == .texts([nil, nil]))
        #expect(table.table.values["gini"] == .texts(["0.0000", "0.0000"]))
        #expect(table.table.values["top1"] == .numbers([0.01, 0.01]))
        #expect(table.text.contains("Without the counter of o0/m, which is not believed"))
        #expect(
            page.figures[0].chart.options["titles"]
                == .table([
                    "models-downloads":
                        "Every model has downloads; one doubted counter left out, the top 1\u{202F}% have 1.0\u{202F}%",
                    "models-likes": "Every model has likes; the top 1\u{202F}% have 1.0\u{202F}%",
                ]))
        let sound = self.page([list([Int](repeating: 10, count: 300))])
        let told = try #require(sound.tables.first { $0.id == "adoption-fields" })
        #expect(told.table.values["field"] == .texts(["Language", "Language"]) && !told.text.contains("Without"))
    }

    @Test func sourcesOfSeveralKindsAreNamedOnce() {
        var asked = AdoptionFacts()
        asked.activity = [ActivityCounts(kind: "spaces", commits: 2, discussions: 1, contributors: 1)]
        let several = Counted.of(list([5, 5])) + Counted.of(asked)
        let provenance = Counted.provenance(of: several)
        #expect(provenance.source.unspaced == "Hub model list, 11 Jul 2024; Collection")
        #expect(provenance.rows == "2 models and 1 Space")
        func activity(_ key: String, _ title: String) -> SourceRow {
            SourceRow(key: key, title: title, day: Day("2026-11-22")!, coverage: .selection, about: .activity, rows: 3)
        }
        asked.activity = ["models", "datasets", "spaces"].flatMap { kind in
            [
                ActivityCounts(kind: kind, repoID: "a/x", commits: 2, discussions: 1, contributors: 1),
                ActivityCounts(kind: kind, repoID: "a/y", commits: 2),
            ]
        }
        asked.commitsSource = activity("hub-commits", "Commits")
        asked.discussionsSource = activity("hub-discussions", "Discussions")
        let all = Counted.provenance(of: Counted.of(list([5, 5])) + Counted.of(asked))
        #expect(
            all.source.unspaced == "Hub model list, 11 Jul 2024; Commits, to 22 Nov 2026; Discussions, to 22 Nov 2026")
        #expect(all.rows == "2 models, 2 datasets and 2 Spaces")
    }

    @Test func whoHasMost() throws {
        var facts = AdoptionFacts()
        facts.countries = ["o0": "FR", "o2": "FR", "o3": "DE"]
        facts.activity = [
            ActivityCounts(kind: "models", repoID: "a/x", commits: 3, contributors: 1),
            ActivityCounts(kind: "models", repoID: "a/y", commits: 9), ActivityCounts(kind: "models", commits: 99),
        ]
        let page = AdoptionPage(censuses: [list([30, 40, 20, 10])], facts: facts).page
        let figure = try #require(page.figures.first { $0.id == "adoption-actors" })
        #expect(
            figure.chart.options["groups"]
                == .texts([
                    "models-owners-downloads", "models-owners-likes", "models-owners-rows", "countries-downloads",
                    "models-downloads", "models-likes", "models-commits", "models-contributors",
                ]))
        guard case .table(let titles)? = figure.chart.options["titles"],
            case .table(let subtitles)? = figure.chart.options["subtitles"]
        else { throw Failed() }
        #expect(
            titles["models-owners-downloads"]
                == "o1 leads with 40 downloads of models, 40.0\u{202F}% of those of the Hub on 11\u{A0}Jul\u{A0}2024")
        #expect(titles["models-owners-likes"] == "Four share the top with 1 like of models each")
        // Half is of owners whose place is known, most of it French.
        #expect(
            titles["countries-downloads"]
                == "France leads with 50 downloads of models, 50.0\u{202F}% of those of the Hub on 11\u{A0}Jul\u{A0}2024"
        )
        #expect(titles["models-commits"] == "a/y leads with 9 commits of models, 75.0\u{202F}% of all")
        #expect(
            subtitles["models-commits"]?.hasSuffix("Only of 2 that were asked about, mostly the most liked.") == true)
        let share = try #require(AdoptionPage(censuses: [list([30, 40, 20, 10])], facts: facts).shares.last)
        #expect(share.byCountry.map(\.code) == ["FR", nil, "DE"] && share.shareOfNamed == 1)
        #expect(abs(try #require(share.countryIndex) - (0.25 + 0.16 + 0.01)) < 1e-12)
    }

    @Test func aPictureForEachKindWhereManyAreKnown() throws {
        var facts = AdoptionFacts()
        facts.activity = (0..<300).flatMap { i in
            ["models", "datasets", "spaces"].map {
                ActivityCounts(
                    kind: $0, repoID: "a/\(i)", commits: 1 + i % 7, discussions: i % 3, contributors: 1 + i % 2)
            }
        }
        let page = AdoptionPage(censuses: [list((0..<300).map { $0 })], facts: facts).page
        let figure = try #require(page.figures.first { $0.id == "adoption-lorenz" })
        guard case .texts(let groups)? = figure.chart.options["groups"] else { throw Failed() }
        #expect(groups.prefix(6) == ["models-top", "models", "datasets-top", "datasets", "spaces-top", "spaces"])
        #expect(page.figures.first?.provenance.rows == "300 models, 300 datasets and 300 Spaces")
    }

    @Test func fromTheTop() {
        let points = ValueCounts(of: [0, 0, 1, 3]).fromTheTop
        #expect(
            points == [
                .init(rows: 0.25, held: 0.75), .init(rows: 0.5, held: 1), .init(rows: 0.75, held: 1),
                .init(rows: 1, held: 1),
            ])
        #expect(ValueCounts(of: [0]).fromTheTop.isEmpty)
        #expect(ValueCounts(of: [Int](repeating: 1, count: 200) + [200]).held(byOneOf: 100) == 201.0 / 400)
    }

}
