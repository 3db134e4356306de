import Core

/// What SQLite refused, in which file, for which statement.
///
///     DatabaseError(.damaged, code: 11, message: "database disk image is malformed", path: "c.sqlite").description
///     → "c.sqlite: the database is damaged (database disk image is malformed)"
package struct DatabaseError: Failure, Equatable {
    package enum Reason: String, CaseIterable, Sendable {
        case damaged, diskFull, cannotOpen, readOnly, busy, interrupted, constraint, outOfMemory, other
    }

    package var reason: Reason
    /// SQLite's extended result code.
    package var code: Int32
    package var message: String
    package var path: String
    package var sql: String?

    package init(_ reason: Reason, code: Int32, message: String, path: String, sql: String? = nil) {
        self.reason = reason
        self.code = code
        self.message = message
        self.path = path
        self.sql = sql
    }

    package var description: String {
        let statement = sql.map { "; in: \($0.prefix(200))" } ?? ""
        return "\(path): \(explanation)\(statement)"
    }
}

extension DatabaseError {
    private var explanation: String {
        switch reason {
        case .damaged: "the database is damaged (\(message))"
        case .diskFull: "the disk is full; free some space and run again"
        case .cannotOpen: "the database cannot be opened (\(message)); is the folder there and may it be read?"
        case .readOnly: "the database cannot be written (\(message)); may file and folder be written?"
        case .busy: "the database is in use by another process; wait for it or stop it"
        case .interrupted: "the statement was interrupted"
        case .constraint: "the row breaks a rule of its table (\(message))"
        case .outOfMemory: "no memory left for the database"
        case .other: "SQLite: \(message) (\(code))"
        }
    }
}
