import Catalog
import Core
import Report
import Testing

@testable import Analysis

@Suite struct ChangesTests {
    @Test func theLastTwoDaysAreCompared() throws {
        let catalog = try Catalog(path: ":memory:")
        try add("a/new", made: "2025-05-01", ("2026-08-22", 10, 700), to: catalog)
        try add("a/newer", made: "2025-06-01", ("2026-08-22", 10, 900), to: catalog)
        try add("a/riser", made: "2024-05-01", ("2025-03-11", 10, 100), ("2026-08-22", 10, 150), to: catalog)
        try add("a/faller", made: "2024-05-01", ("2025-03-11", 10, 100), ("2026-08-22", 10, 90), to: catalog)
        try add("a/old", made: "2024-05-01", ("2024-07-11", 10, 1), ("2025-03-11", 10, 9), to: catalog)
        let source = SourceRow(key: "s", title: "S", day: Day("2026-08-22")!, coverage: .selection, rows: 5)
        let changes = try Changes(catalog, [source], catalog.countedModels())
        #expect([changes.first, changes.second] == [Day("2025-03-11"), Day("2026-08-22")])
        #expect(changes.newcomers.map(\.repoID) == ["a/newer", "a/new"])
        #expect(changes.risers.map(\.repoID) == ["a/riser"])
        #expect(changes.broken == nil)
        #expect(changes.tables.map(\.id) == ["changes-new", "changes-rising"])
        #expect(changes.tables[1].table.values["gain"] == .integers([50]))
        #expect(
            changes.tables[0].text.unspaced
                == "Published after 11 Mar 2025. The list of 22 Aug 2026 is a selection.")
    }

    @Test func aCounterBreaksOnlyWhenItFallsByMoreThan99PerCent() throws {
        let catalog = try Catalog(path: ":memory:")
        try add("a/steady", made: nil, ("2024-07-11", 5_000_000, 1), ("2025-03-11", 50_000, 1), to: catalog)
        try add("a/small", made: nil, ("2024-07-11", 999_999, 1), ("2025-03-11", 0, 1), to: catalog)
        #expect(try catalog.brokenCounter() == nil)
        try add(
            "MIT/ast", made: nil, ("2024-07-11", 680_847_003, 1), ("2025-03-11", 570_000, 1),
            ("2026-08-22", 570_001, 1),
            to: catalog)
        let broken = try #require(try Changes(catalog, [], catalog.countedModels()).broken)
        #expect(
            broken.sentence.unspaced == """
                On 11 Jul 2024 MIT/ast was said to have 681 M downloads in 30 days. By 11 Mar 2025 it had lost 99.9 % of \
                them. Marked, not believed, and not smoothed away.
                """)
        #expect(broken.table.table.values["downloads"] == .integers([680_847_003, 570_000]))
    }

    @Test func nothingChangedBetweenOneDay() throws {
        let catalog = try Catalog(path: ":memory:")
        try add("a/a", made: "2024-05-01", ("2025-03-11", 10, 100), to: catalog)
        let changes = try Changes(catalog, [], catalog.countedModels())
        #expect(changes == Changes())
        #expect(changes.tables.isEmpty)
    }

    private func add(
        _ repoID: String, made: String?, _ seen: (day: String, downloads: Int, likes: Int)..., to catalog: Catalog
    ) throws {
        var row = ModelRow(repoID: repoID)
        row.createdAt = made.map { Instant("\($0)T00:00:00Z")! }
        row.observations = seen.map { Observation(day: Day($0.day)!, downloads: $0.downloads, likes: $0.likes) }
        try catalog.upsert(row)
    }
}
