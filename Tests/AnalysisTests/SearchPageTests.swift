import Catalog
import Core
import Report
import Testing

@testable import Analysis

@Suite struct SearchPageTests {
    @Test func listsTheMostDownloadedFirst() throws {
        let catalog = try Catalog(path: ":memory:")
        for (i, downloads) in [5, nil, 900, 0, 900].enumerated() {
            var row = model("acme/m\(i)", likes: i, on: "2024-01-0\(i + 1)", task: "translation", parameters: 7_000_000)
            row.downloads = downloads
            row.observations = [Observation(day: Day("2024-07-11")!, downloads: downloads, likes: i)]
            try catalog.upsert(row)
        }
        let page = try #require(try AnalysisStage.run(catalog: catalog).first { $0.id == "search" })
        let table = try #require(page.tables.first).table
        // Equal ones by name; what nobody downloaded is no example.
        #expect(table.values["id"] == .texts(["acme/m2", "acme/m4", "acme/m0"]))
        #expect(page.lede.plain.hasPrefix("5 models by name"))
        #expect(page.tables[0].text == "Downloads of 30 days, on 11\u{A0}Jul\u{A0}2024.")
    }

    @Test func saysWhenDownloadsWereCountedOnSeveralDays() {
        var (old, new) = (model("a/old", likes: 1), model("a/new", likes: 1))
        old.observations = [Observation(day: Day("2024-07-11")!, downloads: 3, likes: 1)]
        new.observations = [
            Observation(day: Day("2025-03-11")!, downloads: 9, likes: 1),
            Observation(day: Day("2026-08-22")!, downloads: nil, likes: 2),
        ]
        let page = SearchPage(total: 2, mostDownloaded: [new, old], changes: Changes()).page
        #expect(
            page.tables[0].text
                == "Downloads of 30 days, as last counted, between 11\u{A0}Jul\u{A0}2024 and 11\u{A0}Mar\u{A0}2025.")
        #expect(page.tables.map(\.id) == ["downloads"])
    }
}
