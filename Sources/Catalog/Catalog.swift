import Foundation
package import SQLite

/// The cleaned rows in a SQLite file, which `sqlite3` opens too.
///
///     let catalog = try Catalog(path: "catalog.sqlite")
///     try catalog.transaction { for row in page { try catalog.upsert(row) } }
///     try catalog.modelCount → 760000
///
/// Throws `CatalogError`. One thread at a time; `:memory:` is a catalog that is gone with its connection.
package final class Catalog {
    /// Whether a catalog may be changed.
    package enum Mode: Sendable {
        /// Made when it is not there, brought to today's form when it is older.
        case write
        case read
    }

    package let path: String
    package let database: Database
    var statements: [String: Statement] = [:]

    package init(path: String, mode: Mode = .write) throws {
        if mode == .read, path != ":memory:", !FileManager.default.fileExists(atPath: path) {
            throw CatalogError(.missing, at: path)
        }
        do {
            self.path = path
            self.database = try Database(path: path, mode: mode == .write ? .create : .readOnly)
            switch mode {
            case .write: try prepareToWrite()
            case .read:
                // Rows in the order of their names lie all over the file: without the map each costs a system call.
                try database.execute("PRAGMA mmap_size = 2147483648")
                try checkForm()
            }
        } catch let error as DatabaseError {
            throw CatalogError(error)
        }
    }

    /// All of `body` or nothing of it; one for each page, or for a few.
    package func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        try inCatalogWords { try database.transaction(body) }
    }

    package var modelCount: Int { get throws { try count("models") } }
    package var datasetCount: Int { get throws { try count("datasets") } }
    package var spaceCount: Int { get throws { try count("spaces") } }

    /// Everything in the catalog as text, for comparing two: equal catalogs give equal lines.
    package func dump(_ line: (String) -> Void) throws {
        try inCatalogWords { try database.dump(line) }
    }
}

extension Catalog {
    /// Runs `body`, whose `DatabaseError` is thrown as a `CatalogError`.
    package func inCatalogWords<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let error as DatabaseError { throw CatalogError(error) }
    }

    /// A statement that is prepared once for the life of the catalog.
    func statement(_ sql: String) throws -> Statement {
        if let statement = statements[sql] { return statement }
        let statement = try database.prepare(sql)
        statements[sql] = statement
        return statement
    }

    private func count(_ table: String) throws -> Int {
        try inCatalogWords { try statement("SELECT count(*) FROM \(table)").first { try $0.neededInt(0) } ?? 0 }
    }

    private func prepareToWrite() throws {
        // The archive has everything, so a power cut may cost the catalog; a killed process may not, and does not.
        // The cache holds the indexes of 760,000 models while they go in; twice as much was hardly faster. Reading is
        // faster with SQLite's own size.
        try database.execute(
            "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = OFF; PRAGMA cache_size = -131072")
        try database.migrate()
    }

    private func checkForm() throws {
        let hasMigrations = try database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'migrations'").first {
            $0.int(0)
        }
        let done = hasMigrations == nil ? [] : try database.migrationsDone()
        if let unknown = done.first(where: { name in ![Migration].all.contains { $0.name == name } }) {
            throw CatalogError(.newer(unknown), at: path)
        }
        guard done.count == [Migration].all.count else {
            throw CatalogError(.damaged("it lacks the tables of this version"), at: path)
        }
    }
}
