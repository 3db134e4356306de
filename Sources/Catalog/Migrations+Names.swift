extension Migration {
    /// What a model was called before; the newest holder of a name is the one that it means.
    static let names = Migration(
        name: "former names",
        sql: """
            CREATE TABLE former_names (
                name TEXT PRIMARY KEY,
                model INTEGER NOT NULL REFERENCES models (id)
            ) WITHOUT ROWID;
            """)
}
