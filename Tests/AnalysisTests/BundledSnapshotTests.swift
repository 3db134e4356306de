import Catalog
import Core
import Foundation
import JSON
import Matching
import Report
import Snapshot
import Testing

@testable import Analysis

/// The bundled snapshot, answered: figures that were counted from the same lists by other means.
@Suite struct BundledSnapshotTests {
    @Test func theBundleAnswersWithTheFiguresOfItsLists() throws {
        let pages = try Self.pages.get()
        let home = pages[0].lede.plain.unspaced
        #expect(
            home.contains(
                "At the end of June 2022 the Hub held 52,700 of those that still exist, and 760,000 on 11 Jul 2024."))
        #expect(
            home.contains(
                "One in a hundred of them has 98.3 % of the downloads, one doubted counter left out; 49.5 % had not one in 30 days."
            ))
        let growth = pages[2].lede.plain.unspaced
        #expect(growth.contains("June 2024 alone brought 60,217"))
        #expect(growth.contains("Almost half of all, 46.7 %, never say what they are for."))
        let findings = pages.flatMap(\.findings).map(\.sentence.plain.unspaced)
        #expect(findings.contains { $0.hasPrefix("376,281 of 760,000 models, 49.5 %") })
        #expect(findings.contains { $0.contains("whose counter alone says 37.0 %, they hold 98.3 %.") })
    }

    @Test func theRaceIsThatOfTheCountsOfTheBundle() throws {
        let page = try #require(try Self.pages.get().first { $0.id == "race" })
        #expect(
            page.lede.plain.unspaced == """
                Claude is talked about most: of 10,000 posts on Hacker News in June 2026, 303 name it. In March 2025 GPT led \
                with 52. Nobody rose more than Claude, from 44 in the first three months to 331 in the last three.
                """)
        #expect(page.figures[0].chart.options["sources"] == .texts(["hacker-news", "downloads", "likes"]))
        #expect(
            page.figures[0].notes.contains {
                $0.unspaced == "Mentions on Hacker News: February 2025 is missing, not zero."
            })
        #expect(page.figures[0].notes.contains { $0.unspaced.hasPrefix("The 680,847,003 downloads of MIT/ast") })
        #expect(
            page.figures[0].provenance.source.unspaced.hasPrefix("Hacker News, sampled titles, to 23 Jul 2026 (MIT);"))
        #expect(page.figures[0].table.rowCount <= 500)
        guard case .texts(let names) = page.tables[0].table.values["name"] else { return }
        #expect(names.prefix(3) == ["Claude", "GPT", "Grok"])
    }

    @Test func communitiesOfTheBundleAreThoseOfItsModels() throws {
        let page = try #require(try Self.pages.get().first { $0.id == "community" })
        #expect(
            page.lede.plain.unspaced == """
                5,084 accounts publish the 16,406 models of this selection: mradermacher has most of them, 528. \
                Downloaded most is sentence-transformers: its models have 15.1 % of all downloads of this \
                selection, in 30 days.
                """)
        let records = try #require(page.records)
        #expect(records.records.count > 3_000 && records.records.count <= 6_300)
        let qwen = try JSONValue.parse(Array(try #require(records.records.first { $0.key == "qwen" }).json.utf8))
        #expect(qwen["sums"]?["models"] == 202)
        #expect(qwen["ranks"] == ["models": 5, "downloads": 2, "likes": 1])
        #expect(qwen["organization"]?["place"]?["city"] == "Hangzhou")
        #expect(qwen["first"] == "2023-08-03")
        #expect(records.records.allSatisfy { $0.json.utf8.count < 60_000 })
    }

    @Test func theMapPlacesWhatTheTableOfOrganizationsKnows() throws {
        let map = try #require(try Self.pages.get().first { $0.id == "map" })
        #expect(
            map.lede.plain.unspaced.contains(
                "Of the 16,406 models of this selection, 3,744 come from 307 communities whose place is known: 1,731 of them"
            ))
        #expect(map.figures[0].table.rowCount <= 500)
        #expect((map.figures[0].liveTable?.rowCount ?? 0) > 1000)
        #expect(map.figures[0].provenance.caveat.hasSuffix("unverified: no other source was heard."))
        #expect(map.findings.map(\.id) == ["map.models", "map.downloads", "map.likes"])
    }

    /// The law is that of powerlaw 2.0 without the one counter that is not believed; with it, powerlaw and we find 1.683 from 9,326.
    @Test func whoIsUsedIsThatOfTheWholeList() throws {
        let page = try #require(try Self.pages.get().first { $0.id == "adoption" })
        let lede = page.lede.plain.unspaced
        #expect(lede.hasPrefix("Half of the models of the Hub (49.5 %) were not downloaded at all in 30 days."))
        #expect(
            lede.contains(
                "With every counter, the top 1 % of models hold 98.9 % of all downloads of the Hub on 11 Jul 2024; without "
            ))
        #expect(
            lede.contains(
                "Models with 9,306 downloads or more thin out by no simple rule: their counters follow no exact power law"
            ))
        let spread = try #require(page.tables.first { $0.id == "adoption-spread" }).table
        #expect(
            spread.values["counter"]
                == .texts([
                    "Downloads of models", "Likes of models", "Downloads of datasets", "Likes of datasets",
                ]))
        #expect(spread.values["gini"] == .texts(["0.99880", "0.98462", "0.99150", "0.97072"]))
        #expect(
            page.figures.map(\.id) == [
                "adoption", "adoption-lorenz", "adoption-actors", "adoption-owners", "adoption-spaces",
            ])
        #expect(page.figures.allSatisfy { $0.table.rowCount <= 500 && ($0.liveTable?.rowCount ?? 0) <= 20_000 })
        let fits = try #require(page.tables.first { $0.id == "adoption-fits" }).table
        #expect(fits.values["xmin"] == .integers([9306, 23, 7595, 4]))
        #expect(page.findings.map(\.id) == ["adoption.gini", "adoption.law", "adoption.owners"])
    }

    /// One counter is told of and left out; Spaces are those of a few models that were asked about.
    @Test func whoIsUsedSaysWhatIsLeftOut() throws {
        let page = try #require(try Self.pages.get().first { $0.id == "adoption" })
        func words(_ option: String, of figure: String) throws -> [String: String] {
            let figure = try #require(page.figures.first { $0.id == figure })
            guard case .table(let words)? = figure.chart.options[option] else { return [:] }
            return words.mapValues(\.unspaced)
        }
        #expect(
            try words("titles", of: "adoption")["models-downloads"]
                == "Half of the models have no downloads; one doubted counter left out, the top 1 % have 98.3 %")
        #expect(
            try words("titles", of: "adoption-lorenz")["kinds"]?.hasPrefix(
                "Downloads of models: the top 1 % hold 98.3 % (one doubted counter left out); ") == true)
        #expect(
            try words("titles", of: "adoption-actors")["models-owners-downloads"]?.hasSuffix(
                "14.3 % of those of the Hub on 11 Jul 2024") == true)
        let spaces = try words("titles", of: "adoption-spaces")
        #expect(spaces["all"] == "Of 324 selected models, two stand under 100 Spaces or more")
        let rule = "models whose ids begin with a digit or q"
        #expect(try words("subtitles", of: "adoption-spaces").values.allSatisfy { $0.contains(rule) })
        let figure = try #require(page.figures.first { $0.id == "adoption-spaces" })
        #expect(figure.provenance.caveat.contains(rule) && figure.notes.count == 1)
        let fields = try #require(page.tables.first { $0.id == "adoption-fields" })
        guard case .texts(let names)? = fields.table.values["field"],
            case .texts(let index)? = fields.table.values["herfindahl"],
            let audio = names.firstIndex(of: "Audio, one counter left out")
        else { throw Missing() }
        #expect(index[audio] == nil && index.count { $0 == nil } == 1)
        #expect(fields.text.contains("Without the counter of MIT/ast"))
    }

    private struct Missing: Error {}

    @Test func pagesOfTheSelectionSaySo() throws {
        let pages = try Self.pages.get()
        for figure in [pages[1].figures[0], pages[3].figures[0]] {
            #expect(figure.provenance.caveat.contains("not the whole Hub"))
            #expect(figure.provenance.caveat.contains("Few of them are from April"))
        }
        #expect(pages[1].lede.plain.hasPrefix("In this selection"))
        #expect(pages[3].lede.plain.contains("models of this selection"))
        #expect(pages[1].figures[0].table.rowCount == 500)
        #expect((pages[1].figures[0].liveTable?.rowCount ?? 0) > 10_000)
    }

    @Test func treesAreDrawnFromTheSelection() throws {
        let page = try #require(try Self.pages.get().first { $0.id == "lineage" })
        let tree = try #require(page.figures.first)
        #expect(tree.id == "lineage-tree")
        #expect(tree.table.rowCount <= 500)
        #expect(tree.shelf.count > 50)
        #expect(tree.provenance.rows.unspaced == "6,083 models with a base, of 16,406")
        #expect(page.figures.map(\.id).contains("lineage-license"))
        #expect(page.tables.map(\.id) == ["drift", "odd"])
    }

    @Test func ofWorkTheBundleHasDatesAndPairs() throws {
        let page = try #require(try Self.pages.get().first { $0.id == "activity" })
        #expect(
            page.lede.plain.unspaced == """
                Of 742 models here that are at least 90 days old and say when they last changed, 32 (4.3 %) were never touched \
                again after their first day. The newest list takes up what changed lately, so that says little of the whole Hub.
                """)
        #expect(page.figures.map(\.id) == ["activity", "activity-licenses"])
        #expect(page.figures[0].provenance.rows.unspaced == "5,485 models with both dates")
        #expect(page.findings.map(\.id) == ["activity.untouched"])
        #expect(page.tables.map(\.id) == ["pairs"])
        #expect(page.shows.contains { $0.plain.contains("hubatlas collect commits discussions") })
    }

    @Test func noSentenceHasAHoleOrADoubledWord() throws {
        for page in try Self.pages.get() {
            for sentence in [page.lede] + page.shows + page.method + page.findings.map(\.sentence) {
                let text = sentence.plain
                #expect(
                    !text.contains("  ") && !text.contains("..") && !text.contains(" ,") && !text.contains("nil"),
                    "\(text)")
                #expect(text.first?.isUppercase == true || text.first?.isNumber == true, "\(text)")
                #expect(text.hasSuffix("."), "\(text)")
            }
        }
    }

    /// Loaded once for all tests of the suite.
    static let pages = Result {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let catalog = try Catalog(path: ":memory:")
        try SnapshotStage.load(root.appendingPathComponent("assets/snapshot").path, into: catalog)
        let families = try FamilyTable(path: root.appendingPathComponent("assets/mentions/families.json").path)
        return try AnalysisStage.run(catalog: catalog, families: families)
    }
}
