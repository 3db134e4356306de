import Foundation
import Testing

@testable import SQLite

@Suite struct DatabaseTests {
    @Test func keepsEveryKindOfValue() throws {
        let db = try Database(path: ":memory:")
        try db.execute("CREATE TABLE t (a, b, c, d, e)")
        let insert = try db.prepare("INSERT INTO t VALUES (?, ?, ?, ?, ?)")
        try insert.run("té\0xt", 7, 2.5, [UInt8](arrayLiteral: 0, 255), nil)
        try insert.run("", -1, 0.0, [UInt8](), true)
        let rows = try db.prepare("SELECT * FROM t").all {
            ($0.string(0), $0.int(1), $0.double(2), $0.bytes(3), $0.isNull(4))
        }
        #expect(rows.map(\.0) == ["té\0xt", ""])
        #expect(rows.map(\.1) == [7, -1])
        #expect(rows.map(\.2) == [2.5, 0])
        #expect(rows.map(\.3) == [[0, 255], []])
        #expect(rows.map(\.4) == [true, false])
    }

    @Test func aTransactionIsAllOrNothing() throws {
        struct Stop: Error {}
        let db = try Database(path: ":memory:")
        try db.execute("CREATE TABLE t (a)")
        #expect(throws: Stop.self) {
            try db.transaction {
                try db.transaction { try db.execute("INSERT INTO t VALUES (1)") }
                throw Stop()
            }
        }
        #expect(try db.prepare("SELECT count(*) FROM t").first { $0.int(0) } == 0)
        try db.transaction { try db.execute("INSERT INTO t VALUES (1)") }
        #expect(try db.prepare("SELECT count(*) FROM t").first { $0.int(0) } == 1)
    }

    @Test func anErrorNamesFileStatementAndCause() throws {
        let db = try Database(path: ":memory:")
        let error = #expect(throws: DatabaseError.self) { try db.prepare("SELEKT 1") }
        #expect(error?.description == #":memory:: SQLite: near "SELEKT": syntax error (1); in: SELEKT 1"#)
        try db.execute("CREATE TABLE t (a UNIQUE)")
        try db.execute("INSERT INTO t VALUES (1)")
        let second = #expect(throws: DatabaseError.self) { try db.prepare("INSERT INTO t VALUES (?)").run(1) }
        #expect(second?.reason == .constraint)
    }

    @Test func aStatementGoesOnAfterAnError() throws {
        let db = try Database(path: ":memory:")
        try db.execute("CREATE TABLE t (a UNIQUE)")
        let insert = try db.prepare("INSERT INTO t VALUES (?)")
        try insert.run(1)
        #expect(throws: DatabaseError.self) { try insert.run(1) }
        try insert.run(2)
        #expect(try db.prepare("SELECT count(*) FROM t").first { $0.int(0) } == 2)
    }

    @Test func aFileThatIsNoDatabaseIsDamaged() throws {
        try inTemporaryFolder { folder in
            let path = "\(folder)/x.sqlite"
            try Data(String(repeating: "this is no database ", count: 400).utf8).write(to: URL(fileURLWithPath: path))
            let error = #expect(throws: DatabaseError.self) {
                try Database(path: path).execute("CREATE TABLE t (a)")
            }
            #expect(error?.reason == .damaged)
        }
    }

    @Test func aMissingFolderCannotBeOpened() {
        let error = #expect(throws: DatabaseError.self) { try Database(path: "/nonexistent/x.sqlite") }
        #expect(error?.reason == .cannotOpen)
    }

    @Test func readOnlyRefusesToWrite() throws {
        try inTemporaryFolder { folder in
            let path = "\(folder)/x.sqlite"
            try Database(path: path).execute("CREATE TABLE t (a)")
            let db = try Database(path: path, mode: .readOnly)
            let error = #expect(throws: DatabaseError.self) { try db.execute("INSERT INTO t VALUES (1)") }
            #expect(error?.reason == .readOnly)
        }
    }

    @Test func aFullDatabaseIsAFullDisk() throws {
        let db = try Database(path: ":memory:")
        try db.execute("PRAGMA max_page_count = 4; CREATE TABLE t (a)")
        let error = #expect(throws: DatabaseError.self) {
            try db.transaction {
                try db.prepare("INSERT INTO t VALUES (?)").run([UInt8](repeating: 7, count: 100_000))
            }
        }
        #expect(error?.reason == .diskFull)
        #expect(error?.description.contains("the disk is full") == true)
        #expect(try db.prepare("SELECT count(*) FROM t").first { $0.int(0) } == 0)
    }

    @Test func nothingWhereSomethingMustBeIsDamage() throws {
        let read = try Database(path: ":memory:").prepare("SELECT NULL, 7, 'seven'")
        #expect(throws: DatabaseError.self) { try read.first { try $0.neededInt(0) } }
        let error = #expect(throws: DatabaseError.self) { try read.first { try $0.neededString(0) } }
        #expect(error?.reason == .damaged)
        #expect(try read.first { try $0.neededInt(1) } == 7)
        #expect(try read.first { try $0.neededString(2) } == "seven")
    }

    @Test func dumpsAreEqualForEqualContent() throws {
        func made(_ order: [Int]) throws -> [String] {
            let db = try Database(path: ":memory:")
            try db.execute("CREATE TABLE b (k TEXT PRIMARY KEY, v) WITHOUT ROWID; CREATE TABLE a (v)")
            for i in order { try db.prepare("INSERT INTO b VALUES (?, ?)").run("k\(i)", i) }
            try db.execute("INSERT INTO a VALUES ('it''s')")
            var lines: [String] = []
            try db.dump { lines.append($0) }
            return lines
        }
        #expect(try made([1, 2, 3]) == made([3, 1, 2]))
        #expect(try made([1]).contains("a|'it''s'"))
        #expect(try made([1]) != made([2]))
    }

    private func inTemporaryFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sqlite-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // Left-over folders in the system's temporary place do no harm.
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }
}
