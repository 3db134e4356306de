import Core
import SQLite
import Testing

@testable import Catalog

@Suite struct SearchScanTests {
    @Test func givesEveryColumnOfEveryModelOnce() throws {
        let catalog = try Catalog(path: ":memory:")
        let rows = [
            full("b/first"), ModelRow(repoID: "z/bare"), full("a/second"),
            model("c/seen", hub: "c3", likes: 1, on: "2024-07-11"), full("a/last"),
        ]
        for row in rows { try catalog.upsert(row) }
        #expect(try scanned(catalog) == rows)
    }

    /// Numbers of models that are gone, and parts that no model has, must not shift what belongs to the next.
    @Test func gapsAndPartsOfNobodyAreSteppedOver() throws {
        let catalog = try Catalog(path: ":memory:")
        let rows = [full("a/a"), full("a/b"), full("a/c")]
        for row in rows { try catalog.upsert(row) }
        try catalog.database.execute("DELETE FROM models WHERE repo_id = 'a/b'")
        #expect(try scanned(catalog) == [rows[0], rows[2]])
    }

    @Test func agreesWithTheOtherWayToRead() throws {
        let catalog = try Catalog(path: ":memory:")
        for i in 0..<300 {
            var row = i % 3 == 0 ? full("o\(i % 7)/m\(i)") : model("o/m\(i)", likes: i, on: "2024-07-11")
            row.hubID = nil
            row.tags = (0..<i % 4).map { "tag \($0)" }
            row.fileCount = i % 2 == 0 ? i : nil
            try catalog.upsert(row)
        }
        var byName: [ModelRow] = []
        try catalog.forEachModel { byName.append($0) }
        #expect(try scanned(catalog).sorted { $0.repoID < $1.repoID } == byName)
    }

    @Test func anEmptyCatalogHasNothing() throws {
        #expect(try scanned(Catalog(path: ":memory:")).isEmpty)
    }

    @Test func aCatalogOfBeforeGetsTheColumns() throws {
        try inTemporaryFolder { folder in
            let path = "\(folder)/catalog.sqlite"
            try {
                let old = try Catalog(path: path)
                try old.upsert(full("a/a"))
                try old.database.execute(
                    """
                    ALTER TABLE models DROP COLUMN tags; ALTER TABLE models DROP COLUMN file_count;
                    DELETE FROM migrations WHERE name = 'free tags, file count'
                    """)
            }()
            #expect(throws: CatalogError.self) { try Catalog(path: path, mode: .read) }
            let catalog = try Catalog(path: path)
            var row = full("a/a")
            (row.tags, row.fileCount) = ([], nil)
            #expect(try scanned(catalog) == [row])
            try catalog.upsert(full("a/a"))
            #expect(try scanned(catalog) == [full("a/a")])
        }
    }

    private func scanned(_ catalog: Catalog) throws -> [ModelRow] {
        var rows: [ModelRow] = []
        try catalog.scanForSearch { rows.append($0) }
        return rows
    }
}
