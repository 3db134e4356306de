extension Migration {
    /// Results of leaderboards, each table of them under the key of its source; a benchmark's score is a row of its own.
    static let leaderboard = Migration(
        name: "leaderboard results",
        sql: """
            CREATE TABLE leaderboard_results (
                id INTEGER PRIMARY KEY,
                source TEXT NOT NULL,
                key TEXT NOT NULL,
                board TEXT NOT NULL,
                version TEXT NOT NULL,
                model TEXT NOT NULL,
                precision TEXT,
                revision TEXT,
                has_chat_template INTEGER,
                type TEXT,
                weight_type TEXT,
                architecture TEXT,
                parameters INTEGER,
                average REAL,
                co2_kg REAL,
                is_flagged INTEGER,
                is_mixture_of_experts INTEGER,
                is_merged INTEGER,
                is_available INTEGER,
                is_official INTEGER,
                is_verified INTEGER,
                submitted_on INTEGER,
                uploaded_on INTEGER,
                generation INTEGER,
                base TEXT,
                UNIQUE (source, key)
            );
            CREATE TABLE leaderboard_scores (
                result INTEGER NOT NULL REFERENCES leaderboard_results (id),
                benchmark TEXT NOT NULL,
                raw REAL,
                normalized REAL,
                PRIMARY KEY (result, benchmark)
            ) WITHOUT ROWID;
            """)
}
