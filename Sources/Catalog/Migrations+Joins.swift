extension Migration {
    /// Which model a name of another source means, and by which rule of `ModelNames`.
    static let joins = Migration(
        name: "joins",
        sql: """
            CREATE TABLE joins (
                source TEXT NOT NULL,
                name TEXT NOT NULL,
                model INTEGER NOT NULL REFERENCES models (id),
                rule TEXT NOT NULL,
                PRIMARY KEY (source, name)
            ) WITHOUT ROWID;
            CREATE INDEX joins_by_model ON joins (model);
            -- Names that mean no model here, or so many that none could be chosen.
            CREATE TABLE unjoined (
                source TEXT NOT NULL,
                name TEXT NOT NULL,
                candidates INTEGER NOT NULL,
                PRIMARY KEY (source, name)
            ) WITHOUT ROWID;
            """)
}
