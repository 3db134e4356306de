extension Migration {
    /// Counts of all days of a model in one row of bytes (`CountHistory`): a row a day would be a billion of them some day. Days on
    /// which a counter was broken are marked beside it (`CountHistory.glitches`).
    static let history = Migration(
        name: "history",
        sql: """
            DROP TABLE observations;
            CREATE TABLE history (
                model INTEGER PRIMARY KEY REFERENCES models (id),
                counts BLOB NOT NULL
            );
            CREATE TABLE glitches (
                model INTEGER NOT NULL REFERENCES models (id),
                day INTEGER NOT NULL,
                PRIMARY KEY (model, day)
            ) WITHOUT ROWID;
            """)

    /// The same for datasets and Spaces (`CountedKind`), and what they were called before.
    static let repoHistory = Migration(
        name: "history of datasets and spaces", sql: tables("dataset") + tables("space"))

    private static func tables(_ repo: String) -> String {
        """
        CREATE TABLE \(repo)_history (
            \(repo) INTEGER PRIMARY KEY REFERENCES \(repo)s (id),
            counts BLOB NOT NULL
        );
        CREATE TABLE \(repo)_glitches (
            \(repo) INTEGER NOT NULL REFERENCES \(repo)s (id),
            day INTEGER NOT NULL,
            PRIMARY KEY (\(repo), day)
        ) WITHOUT ROWID;
        CREATE TABLE \(repo)_former_names (
            name TEXT PRIMARY KEY,
            \(repo) INTEGER NOT NULL REFERENCES \(repo)s (id)
        ) WITHOUT ROWID;

        """
    }
}
