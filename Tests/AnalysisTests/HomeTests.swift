import Catalog
import Censuses
import Core
import Report
import Testing

@testable import Analysis

@Suite struct HomeTests {
    @Test func theLedeSaysHowManyHowUnevenAndHowManyUnused() {
        var list = steady("2024-07-11", months: 30, each: 10)
        list.downloads = Distribution(of: [60, 50] + Array(repeating: 1, count: 98) + Array(repeating: 0, count: 100))
        #expect(
            home([list]).lede.plain.unspaced == """
                They multiplied. At the end of June 2022 the Hub held 60 of those that still exist, and 300 on 11 Jul 2024. One in a hundred of \
                them has 52.9 % of the downloads; 50.0 % had not one in 30 days.
                """)
    }

    @Test(arguments: [(5, "They multiplied."), (28, "They grew in number."), (29, "At the end of")])
    func theOpeningIsChosenByTheFactor(before: Int, words: String) {
        let list = census(
            "2024-07-11",
            [(nil, nil, before), ("2022-06", nil, 1), ("2024-06", nil, before == 5 ? 90 : before == 28 ? 9 : 1)])
        #expect(home([list]).lede.plain.hasPrefix(words), "\(home([list]).lede.plain)")
    }

    @Test func withoutAListingOnlyTheSelectionIsNamed() {
        let rows = [model("a/b", likes: 3, on: "2024-01-01")]
        #expect(
            home([], rows).lede.plain == "This atlas holds a selection of 1 model, and no whole listing.")
        #expect(home([], rows).page.figures.map(\.id) == ["skyline"])
    }

    @Test func aListWithoutDatesIsNotNothing() {
        var list = census("2024-07-11", [])
        list.rows = 60
        var home = home([list])
        home.evolution.total = 60
        #expect(home.lede.plain == "This atlas holds 60 models; no list says when one was made.")
    }

    @Test(arguments: [
        (0, "Not one of them was downloaded in 30 days."), (1, "Every one of them was downloaded in 30 days."),
    ])
    func allAndNoneAreWords(downloads: Int, words: String) {
        var list = steady("2024-07-11", months: 30, each: 1)
        list.downloads = Distribution(of: Array(repeating: downloads, count: 30))
        #expect(home([list]).lede.plain.hasSuffix(words), "\(home([list]).lede.plain)")
    }

    @Test func theSkylineLeavesOutWhatHasNoDay() {
        let rows = [
            model("a/b", likes: 3, on: "2024-01-01"), model("a/undated", likes: 2),
            model("a/unliked", likes: 0, on: "2024-01-01"),
        ]
        let skyline = home([], rows).skyline
        #expect(skyline?.table.values["id"] == .texts(["a/b"]))
        #expect(skyline?.subtitle?.unspaced.hasSuffix("Height is likes on 11 Jul 2024.") == true)
    }

    @Test func theStripTellsFiveNumbers() {
        var list = steady("2024-07-11", months: 30, each: 10)
        list.owners = 7
        list.newOwners = [
            Census.MonthCount(month: Month("2024-06")!, count: 3), .init(month: Month("2024-07")!, count: 4),
        ]
        list.downloads = Distribution(of: [1, 0])
        let headlines = home([list]).headlines
        #expect(headlines.map(\.id) == ["home-models", "home-owners", "home-tasks", "home-zero"])
        #expect(headlines.map { $0.headline?.number.unspaced } == ["300", "7", "0.0 %", "50.0 %"])
        #expect(headlines[1].table.values["month"] == .texts(["2024-06"]))
        #expect(headlines[0].headline?.caption.unspaced == "models on the Hub, 11 Jul 2024")
    }

    @Test func figuresOfTheWholeSiteHaveTheirOwnNames() throws {
        var list = steady("2024-07-11", months: 30, each: 10)
        list.downloads = Distribution(of: [60, 50] + Array(repeating: 1, count: 298))
        list.licenses = [Census.TermCount(term: "MIT", count: 3, downloads: 0, likes: 0)]
        var material = Material()
        material.censuses = [list, steady("2024-07-09", months: 9, each: 2)]
        material.censuses[1].kind = .datasets
        material.greatest = [model("a/b", likes: 3, on: "2024-01-01")]
        let ids = try AnalysisStage.pages(from: material).flatMap(\.figures).map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.filter { $0.hasPrefix("home-") }.count == 8)
    }

    private func home(_ censuses: [Census], _ rows: [ModelRow] = []) -> Home {
        Home(
            growth: Growth(censuses: censuses, greatest: rows),
            sizes: Sizes(listing: censuses.leading(.models), selection: nil),
            evolution: Evolution(
                greatest: rows, total: rows.count, provenance: Provenance(source: "A list", rows: "rows")))
    }
}

@Suite struct HomeStoryTests {
    @Test func theBundleTellsItsStoryInSixCharts() throws {
        let home = try #require(try BundledSnapshotTests.pages.get().first)
        let stories = home.figures.filter { $0.role == .story }
        #expect(
            stories.map(\.id) == [
                "home-growth", "home-sizes", "home-adoption", "home-benchmarks", "home-race", "home-map",
            ])
        #expect(stories[3].title?.unspaced == "Ten times the parameters buy 13.8 points on average")
        #expect(stories[4].title?.unspaced == "Claude leads in June 2026: four times GPT")
        #expect(stories[5].title?.unspaced.contains("the United States") == true)
        #expect(stories.allSatisfy { $0.table.rowCount > 1 && $0.opens != nil })
    }
}
