extension Migration {
    /// How often families and models are spoken of, by source and month.
    ///
    /// A row is a count that is known, zero included; a month that was not asked for, or is not over, has none. Rows of a
    /// family have an empty model; those of models (ids, and lines such as "Llama-3.1") are there from one post on, where
    /// `mention_totals` or a row of their family says that the month was counted. Months count from January of the year 0.
    static let mentions = Migration(
        name: "mentions",
        sql: """
            CREATE TABLE mention_families (
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL,
                maker TEXT NOT NULL,
                weights TEXT NOT NULL,
                since INTEGER NOT NULL,
                article TEXT
            ) WITHOUT ROWID;
            CREATE TABLE mentions (
                source TEXT NOT NULL,
                family TEXT NOT NULL,
                model TEXT NOT NULL,
                month INTEGER NOT NULL,
                count INTEGER NOT NULL,
                PRIMARY KEY (source, family, model, month)
            ) WITHOUT ROWID;
            CREATE INDEX mentions_by_model ON mentions (model) WHERE model <> '';
            CREATE TABLE mention_totals (
                source TEXT NOT NULL,
                month INTEGER NOT NULL,
                posts INTEGER NOT NULL,
                PRIMARY KEY (source, month)
            ) WITHOUT ROWID;
            CREATE TABLE mention_lines (
                repo_id TEXT PRIMARY KEY,
                line TEXT NOT NULL
            ) WITHOUT ROWID;
            CREATE VIEW family_mentions AS
                SELECT m.family, m.source, m.month, m.count, 10000.0 * m.count / t.posts AS per_10000
                FROM mentions m LEFT JOIN mention_totals t ON t.source = m.source AND t.month = m.month
                WHERE m.model = '';
            CREATE VIEW model_mentions AS
                SELECT m.repo_id, x.source, sum(x.count) AS count, max(x.month) AS last_month
                FROM models m JOIN mentions x ON x.model = m.repo_id
                GROUP BY m.repo_id, x.source;
            """)
}
