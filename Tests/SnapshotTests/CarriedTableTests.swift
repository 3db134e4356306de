import Catalog
import SQLite
import TestSupport
import Testing

@testable import Snapshot

@Suite struct CarriedTableTests {
    @Test func eachTableIsThereOnceWithItsColumns() throws {
        let catalog = try Catalog(path: ":memory:")
        #expect(Set(CarriedTable.all.map(\.name)).count == CarriedTable.all.count)
        for table in CarriedTable.all { #expect(try table.rows(of: catalog).isEmpty, "\(table.name)") }
    }

    /// Two files of results, numbered alike, go in and come out as four, each with its own scores; nothing of a number is lost.
    @Test func rowsComeBackAndNumbersDoNotCollide() throws {
        var contents = SnapshotContents()
        for key in ["first", "second"] {
            let catalog = try Catalog(path: ":memory:")
            for id in 1...2 {
                try catalog.database.execute(
                    """
                    INSERT INTO leaderboard_results (id, source, key, board, version, model, average, is_flagged)
                    VALUES (\(id), 'file', 'k\(id)', 'b', 'v', 'a/"quoted, m\(id)', 0.1 + \(id) / 3.0, NULL);
                    INSERT INTO leaderboard_scores VALUES (\(id), 'ifeval', 1.0 / 3, NULL);
                    """)
            }
            try contents.addTables(of: catalog, source: key)
        }
        try withTemporaryFolder { folder in
            try SnapshotStage.write(contents, to: folder)
            let catalog = try Catalog(path: ":memory:")
            try SnapshotStage.load(folder, into: catalog)
            let rows = try catalog.database.prepare(
                """
                SELECT r.id, r.source, r.model, r.average, r.is_flagged, s.raw FROM leaderboard_results r
                JOIN leaderboard_scores s ON s.result = r.id ORDER BY r.id
                """
            ).all { row in
                #expect(row.isNull(4) && row.double(5) == 1.0 / 3)
                return
                    "\(row.int(0)!) \(row.string(1)!) \(row.string(2)!) \(row.double(3)! == 0.1 + Double(1 + (row.int(0)! - 1) % 2) / 3)"
            }
            #expect(
                rows == [
                    "1 first a/\"quoted, m1 true", "2 first a/\"quoted, m2 true", "3 second a/\"quoted, m1 true",
                    "4 second a/\"quoted, m2 true",
                ])
        }
    }

    @Test func aFileOfOtherColumnsIsRefused() throws {
        let table = try #require(CarriedTable.named("model_spaces"))
        let good = try table.encode([["a/b", "3"]])
        #expect(try table.decode(good, at: "f") == [["a/b", "3"]])
        #expect(throws: SnapshotError.self) { try table.decode(Array(good.dropLast(3)), at: "f") }
        let other = try #require(CarriedTable.named("mention_totals"))
        #expect(throws: SnapshotError.self) { try other.decode(good, at: "f") }
    }
}
