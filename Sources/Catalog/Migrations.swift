import SQLite

/// A step from one form of the database to the next; registered by name, run once, in order, each in a transaction.
struct Migration {
    var name: String
    var sql: String
}

extension Database {
    /// Brings the database to today's form. Throws `CatalogError.newer` when it has a step that is not known here.
    func migrate(_ migrations: [Migration] = .all) throws {
        try execute("CREATE TABLE IF NOT EXISTS migrations (position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)")
        let done = try migrationsDone()
        if let unknown = done.first(where: { name in !migrations.contains { $0.name == name } }) {
            throw CatalogError(.newer(unknown), at: path)
        }
        for migration in migrations where !done.contains(migration.name) {
            try transaction {
                try execute(migration.sql)
                try prepare("INSERT INTO migrations (name) VALUES (?)").run(migration.name)
            }
        }
    }

    func migrationsDone() throws -> [String] {
        try prepare("SELECT name FROM migrations ORDER BY position").all { try $0.neededString(0) }
    }
}

extension [Migration] {
    static var all: [Migration] {
        [
            models,
            repos,
            facts,
            search,
            .history,
            .names,
            .joins,
            .mentions,
            .subjects,
            .reposInFull,
            .activity,
            .treeSizes,
            .leaderboard,
            .communities,
            .modelSpaces,
            .repoHistory,
            .firstNamed,
        ]
    }
}

// Instants are seconds since 1970 (`datetime(created_at, 'unixepoch')` shows them), days are days since 1970. Lists are
// words with a space between, NULL when empty: the ids and codes in them never hold a space. Only `tags` have a tab
// between: `replace(tags, char(9), ', ')` shows them.

private let models = Migration(
    name: "models",
    sql: """
        CREATE TABLE models (
            id INTEGER PRIMARY KEY,
            repo_id TEXT NOT NULL UNIQUE,
            hub_id TEXT UNIQUE,
            owner TEXT,
            created_at INTEGER,
            is_before_record INTEGER NOT NULL,
            last_modified INTEGER,
            task TEXT,
            modality TEXT NOT NULL,
            library TEXT,
            license TEXT,
            license_raw TEXT,
            license_class TEXT NOT NULL,
            languages TEXT,
            papers TEXT,
            datasets TEXT,
            parameters INTEGER,
            parameters_from TEXT,
            formats TEXT,
            weight_bits INTEGER,
            architecture TEXT,
            gated TEXT,
            is_conversational INTEGER NOT NULL,
            is_merge INTEGER NOT NULL,
            is_mixture_of_experts INTEGER NOT NULL,
            downloads INTEGER,
            downloads_all_time INTEGER,
            likes INTEGER,
            trending_score REAL,
            used_storage_bytes INTEGER,
            removed_on INTEGER
        );
        CREATE TABLE bases (
            model INTEGER NOT NULL REFERENCES models (id),
            position INTEGER NOT NULL,
            base TEXT NOT NULL,
            relation TEXT NOT NULL,
            PRIMARY KEY (model, position)
        ) WITHOUT ROWID;
        CREATE TABLE observations (
            model INTEGER NOT NULL REFERENCES models (id),
            day INTEGER NOT NULL,
            downloads INTEGER,
            likes INTEGER,
            PRIMARY KEY (model, day)
        ) WITHOUT ROWID;
        """)

private let repos = Migration(
    name: "datasets and spaces",
    sql: """
        CREATE TABLE datasets (
            repo_id TEXT PRIMARY KEY,
            hub_id TEXT UNIQUE,
            owner TEXT,
            created_at INTEGER,
            is_before_record INTEGER NOT NULL,
            last_modified INTEGER,
            tasks TEXT,
            license TEXT,
            license_raw TEXT,
            license_class TEXT NOT NULL,
            languages TEXT,
            papers TEXT,
            gated TEXT,
            downloads INTEGER,
            downloads_all_time INTEGER,
            likes INTEGER,
            trending_score REAL
        ) WITHOUT ROWID;
        CREATE TABLE spaces (
            repo_id TEXT PRIMARY KEY,
            hub_id TEXT UNIQUE,
            owner TEXT,
            created_at INTEGER,
            is_before_record INTEGER NOT NULL,
            last_modified INTEGER,
            sdk TEXT,
            models TEXT,
            datasets TEXT,
            likes INTEGER,
            trending_score REAL
        ) WITHOUT ROWID;
        """)

private let facts = Migration(
    name: "sources, diagnostics, censuses",
    sql: """
        CREATE TABLE sources (
            key TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            day INTEGER NOT NULL,
            url TEXT,
            license TEXT,
            coverage TEXT NOT NULL,
            row_count INTEGER NOT NULL,
            note TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE diagnostics (
            source TEXT NOT NULL,
            identifier TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (source, identifier)
        ) WITHOUT ROWID;
        CREATE TABLE diagnostic_examples (
            source TEXT NOT NULL,
            identifier TEXT NOT NULL,
            position INTEGER NOT NULL,
            subject TEXT NOT NULL,
            detail TEXT NOT NULL,
            PRIMARY KEY (source, identifier, position)
        ) WITHOUT ROWID;
        CREATE TABLE census_documents (
            id TEXT PRIMARY KEY,
            json TEXT NOT NULL
        ) WITHOUT ROWID;
        """)

/// What search asks besides: free tags, and how many files a repo has.
private let search = Migration(
    name: "free tags, file count",
    sql: """
        ALTER TABLE models ADD COLUMN tags TEXT;
        ALTER TABLE models ADD COLUMN file_count INTEGER;
        """)
