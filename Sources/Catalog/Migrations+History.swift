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
}
