private import CSQLite

/// One connection to a SQLite file. One thread at a time.
///
///     let db = try Database(path: "c.sqlite")
///     try db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)")
///     try db.prepare("INSERT INTO t (name) VALUES (?)").run("a")
///     try db.prepare("SELECT name FROM t").first { $0.string(0) } → "a"
///
/// Throws `DatabaseError`, which names file, statement and cause.
package final class Database {
    /// What the file is opened for.
    package enum Mode: Sendable {
        /// Opened, made when it is not there.
        case create
        /// Must be there.
        case readWrite
        case readOnly
    }

    package let path: String
    let handle: OpaquePointer

    /// `:memory:` is a database that is gone with its connection.
    package init(path: String, mode: Mode = .create) throws {
        var opened: OpaquePointer?
        let flags =
            switch mode {
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            case .readWrite: SQLITE_OPEN_READWRITE
            case .readOnly: SQLITE_OPEN_READONLY
            }
        // A connection belongs to one thread at a time, so it needs no locks of its own.
        let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else {
            // The handle of a failed open holds the message and must be closed too.
            let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "no memory"
            sqlite3_close_v2(opened)
            throw DatabaseError(.init(code: code), code: code, message: message, path: path)
        }
        self.path = path
        self.handle = opened
        sqlite3_busy_timeout(opened, 5_000)
    }

    deinit { sqlite3_close_v2(handle) }

    /// Runs one or more statements that return no rows.
    package func execute(_ sql: String) throws {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        if code != SQLITE_OK { throw error(code, sql: sql) }
    }

    /// A statement that can be run many times. Throws `DatabaseError`.
    package func prepare(_ sql: String) throws -> Statement {
        var statement: OpaquePointer?
        // Statements are kept and used again, which this flag tells SQLite.
        let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard code == SQLITE_OK, let statement else { throw error(code, sql: sql) }
        return Statement(statement, of: self, sql: sql)
    }

    /// All of `body` or nothing of it. Inside another transaction it is part of that one.
    package func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        guard sqlite3_get_autocommit(handle) != 0 else { return try body() }
        try execute("BEGIN IMMEDIATE")
        do {
            let result = try body()
            try execute("COMMIT")
            return result
        } catch {
            // SQLite has already rolled back after some errors (a full disk), and then says so here; the cause is the
            // error that is thrown.
            sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
            throw error
        }
    }

    /// Rows that the last INSERT, UPDATE or DELETE changed.
    package var changes: Int { Int(sqlite3_changes64(handle)) }
    package var lastInsertRowID: Int { Int(sqlite3_last_insert_rowid(handle)) }

    func error(_ code: Int32, sql: String? = nil) -> DatabaseError {
        let message = String(cString: sqlite3_errmsg(handle))
        return DatabaseError(.init(code: code), code: code, message: message, path: path, sql: sql)
    }

    /// For damage that SQLite itself does not see: a value where there can be none, or none where there must be one.
    func damaged(_ message: String, sql: String) -> DatabaseError {
        DatabaseError(.damaged, code: SQLITE_CORRUPT, message: message, path: path, sql: sql)
    }
}

extension DatabaseError.Reason {
    init(code: Int32) {
        self =
            switch code & 0xFF {
            case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
            case SQLITE_FULL: .diskFull
            case SQLITE_CANTOPEN: .cannotOpen
            case SQLITE_READONLY, SQLITE_PERM: .readOnly
            case SQLITE_BUSY, SQLITE_LOCKED: .busy
            case SQLITE_INTERRUPT: .interrupted
            case SQLITE_CONSTRAINT: .constraint
            case SQLITE_NOMEM: .outOfMemory
            default: .other
            }
    }
}
