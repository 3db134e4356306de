private import CSQLite

/// A prepared statement, to be used many times.
///
///     let insert = try db.prepare("INSERT INTO t (name, likes) VALUES (?, ?)")
///     try insert.run("a/b", 7)
///
/// Parameters count from 1, as in SQL; columns from 0.
package final class Statement {
    private let handle: OpaquePointer
    private let database: Database
    package let sql: String

    init(_ handle: OpaquePointer, of database: Database, sql: String) {
        self.handle = handle
        self.database = database
        self.sql = sql
    }

    deinit { sqlite3_finalize(handle) }

    /// Sets a parameter; nil sets NULL. Throws `DatabaseError`.
    package func bind(_ position: Int, _ value: String?) throws {
        guard var value else { return try bindNull(position) }
        let code = value.withUTF8 { text in
            let start = UnsafeRawPointer(text.baseAddress) ?? Self.nothing
            return sqlite3_bind_text64(
                handle, Int32(position), start.assumingMemoryBound(to: CChar.self), UInt64(text.count), Self.copied,
                UInt8(SQLITE_UTF8))
        }
        try check(code)
    }

    package func bind(_ position: Int, _ value: Int?) throws {
        guard let value else { return try bindNull(position) }
        try check(sqlite3_bind_int64(handle, Int32(position), Int64(value)))
    }

    package func bind(_ position: Int, _ value: Double?) throws {
        guard let value else { return try bindNull(position) }
        try check(sqlite3_bind_double(handle, Int32(position), value))
    }

    package func bind(_ position: Int, _ value: Bool) throws { try bind(position, value ? 1 : 0) }

    package func bind(_ position: Int, _ value: [UInt8]?) throws {
        guard let value else { return try bindNull(position) }
        let code = value.withUnsafeBytes {
            sqlite3_bind_blob64(handle, Int32(position), $0.baseAddress ?? Self.nothing, UInt64($0.count), Self.copied)
        }
        try check(code)
    }

    /// Sets a parameter to NULL.
    package func bindNull(_ position: Int) throws { try check(sqlite3_bind_null(handle, Int32(position))) }

    /// Goes to the next row; false when there is none, and the statement is then ready to run again.
    package func step() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        guard code == SQLITE_DONE else {
            let error = database.error(code, sql: sql)
            sqlite3_reset(handle)
            throw error
        }
        sqlite3_reset(handle)
        return false
    }

    /// Makes the statement ready to run again before its last row; what was bound stays.
    package func reset() { sqlite3_reset(handle) }

    /// Whether a column of this row is NULL.
    package func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

    /// A column of this row; nil for NULL.
    package func int(_ column: Int) -> Int? {
        isNull(column) ? nil : Int(sqlite3_column_int64(handle, Int32(column)))
    }

    package func double(_ column: Int) -> Double? {
        isNull(column) ? nil : sqlite3_column_double(handle, Int32(column))
    }

    package func bool(_ column: Int) -> Bool { sqlite3_column_int64(handle, Int32(column)) != 0 }

    package func string(_ column: Int) -> String? {
        withText(column) { String(decoding: $0, as: UTF8.self) }
    }

    /// The text where SQLite holds it, until the next step; nil for NULL.
    package func withText<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows
        -> Result?
    {
        guard let start = sqlite3_column_text(handle, Int32(column)) else { return nil }
        return try body(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column)))))
    }

    /// The bytes where the database has them, for as long as `body` runs; nil for NULL, and what `body` gives nil for.
    package func withBytes<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result?) rethrows
        -> Result?
    {
        guard !isNull(column) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        let start = sqlite3_column_blob(handle, Int32(column))
        return try body(UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count))
    }

    package func bytes(_ column: Int) -> [UInt8]? {
        guard !isNull(column) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
}

extension Statement {
    /// A column that is never NULL in a file that is whole. Throws `DatabaseError.damaged` where it is.
    package func neededInt(_ column: Int) throws -> Int { try needed(int(column), column) }

    /// The same for a text.
    package func neededString(_ column: Int) throws -> String { try needed(string(column), column) }

    private func needed<Value>(_ value: Value?, _ column: Int) throws -> Value {
        guard let value else {
            throw database.damaged("nothing in column \(column), where there always is something", sql: sql)
        }
        return value
    }

    /// Runs a statement that returns no rows, with these values in order: String, Int, Double, Bool, [UInt8] or nil.
    package func run(_ values: (any Sendable)?...) throws {
        for (i, value) in values.enumerated() { try bindAny(i + 1, value) }
        while try step() {}
    }

    /// What `read` makes of the first row; nil when there is none.
    package func first<Result>(_ read: (Statement) throws -> Result) throws -> Result? {
        guard try step() else { return nil }
        defer { reset() }
        return try read(self)
    }

    /// What `read` makes of each row.
    package func all<Result>(_ read: (Statement) throws -> Result) throws -> [Result] {
        var rows: [Result] = []
        while try step() { rows.append(try read(self)) }
        return rows
    }

    private func bindAny(_ position: Int, _ value: (any Sendable)?) throws {
        switch value {
        case nil: try bindNull(position)
        case let value as String: try bind(position, value)
        case let value as Int: try bind(position, value)
        case let value as Bool: try bind(position, value)
        case let value as Double: try bind(position, value)
        case let value as [UInt8]: try bind(position, value)
        default: preconditionFailure("a \(type(of: value)) cannot be bound")
        }
    }

    private func check(_ code: Int32) throws {
        if code != SQLITE_OK { throw database.error(code, sql: sql) }
    }

    /// Tells SQLite to copy what is bound: the Swift value does not outlive the call.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
    /// A place for empty values: a null pointer would bind NULL instead.
    private nonisolated(unsafe) static let nothing = UnsafeRawPointer(
        UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1))
}
