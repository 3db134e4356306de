import Catalog
import Censuses
import Core
import JSON
import Report
import Testing

@testable import Analysis

@Suite struct AnalysisStageTests {
    @Test func anEmptyCatalogGivesPagesThatSaySo() throws {
        let pages = try AnalysisStage.run(catalog: Catalog(path: ":memory:"))
        #expect(
            pages.map(\.id) == [
                "index", "evolution", "growth", "sizes", "race", "map", "benchmarks", "adoption", "network", "lineage",
                "activity", "community", "search", "findings", "data",
            ])
        #expect(
            pages.map(\.lede.plain) == [
                "Nothing is collected yet: this atlas holds no models.",
                "No model of this atlas has a like yet, so none made its mark.",
                "No list that this atlas was built from says when its models were made, so it cannot tell how they grew.",
                "No model of this atlas says how large it is and when it was made.",
                "Nobody counted yet who is talked about: “hubatlas collect mentions” asks for it, and two collections on "
                    + "different days make a race of downloads and likes.",
                "No model of this atlas says who made it.",
                """
                No result of a leaderboard is in this atlas, so nothing says how good a model is; hubatlas collect leaderboard \
                adds some.
                """,
                "No list of this atlas says how often a model was downloaded: “hubatlas collect models” brings one.",
                "No history of a model was read, so nothing is known of who works with whom.",
                "This atlas has no models whose bases are known: hubatlas collect models brings the list of models, whose tags name them.",
                "Nothing is known yet of how work is done: “hubatlas collect” lists repos with their dates, and "
                    + "“hubatlas collect commits discussions” reads their histories.",
                "No model of this atlas says who published it. “hubatlas collect models” asks the Hub for all.",
                "Nothing is collected yet: there is no model to find.",
                "Nothing that was collected answers a question of this atlas yet.",
                "There is nothing here yet: no list was collected.",
            ])
        #expect(!pages.contains { !$0.figures.isEmpty })
    }

    @Test func aCollectionIsCountedWhenNobodyCountedItYet() throws {
        let catalog = try smallCatalog()
        let pages = try AnalysisStage.run(catalog: catalog)
        #expect(
            pages[0].lede.plain.unspaced == """
                They multiplied. At the end of May 2024 this slice of the Hub held 4 of those that still exist, and 12 on 11 Jul 2024. Of all, \
                25.0 % had not one download in 30 days.
                """)
        #expect(pages[1].lede.plain.hasPrefix("11 models here were liked."))
    }

    @Test func theSameCatalogGivesTheSameReport() throws {
        let pages = try AnalysisStage.run(catalog: smallCatalog())
        let again = try AnalysisStage.run(catalog: smallCatalog())
        #expect(pages.map(\.json.text) == again.map(\.json.text))
        for page in pages {
            let read = try Page(json: JSONValue.parse(page.json.bytes), at: page.id)
            #expect(read == page)
        }
    }

    @Test func rowsChosenFromALargerListAreASelection() throws {
        let catalog = try smallCatalog()
        try catalog.add(steady("2024-07-11", months: 30, each: 1000))
        let material = try Material(catalog)
        #expect(material.selection?.rows == 12)
        #expect(material.censuses.map(\.rows) == [30_000])
        let pages = try AnalysisStage.pages(from: material)
        #expect(pages[0].lede.plain.unspaced.contains("the Hub held 6,000 of those"))
        #expect(pages[1].figures[0].provenance.caveat.contains("not the whole Hub"))
    }

    /// Twelve models of a small collection, one of them with a hostile name.
    private func smallCatalog() throws -> Catalog {
        let catalog = try Catalog(path: ":memory:")
        try catalog.add(
            SourceRow(
                key: "hub-models-acme", title: "Hub model list", day: Day("2024-07-11")!, coverage: .slice, rows: 12))
        try catalog.transaction {
            for i in 0..<12 {
                var row = model(
                    i == 3 ? "acme/<script>alert(1)</script>" : "acme/m\(i)", likes: i,
                    on: i < 4 ? "2024-05-03" : "2024-06-09",
                    task: i % 2 == 0 ? "text-generation" : nil, parameters: i % 3 == 0 ? 7_000_000_000 : nil)
                row.downloads = i < 3 ? 0 : i * 10
                try catalog.upsert(row)
            }
        }
        return catalog
    }
}
