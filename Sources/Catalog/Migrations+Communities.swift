extension Migration {
    /// Organizations with their place, and every claim that the place was chosen from.
    static let communities = Migration(
        name: "communities",
        sql: """
            CREATE TABLE communities (
                community TEXT PRIMARY KEY,
                full_name TEXT,
                kind TEXT,
                members INTEGER,
                followers INTEGER,
                models INTEGER,
                datasets INTEGER,
                spaces INTEGER,
                is_verified INTEGER,
                website TEXT,
                github TEXT,
                wikidata TEXT,
                city TEXT,
                country TEXT,
                latitude REAL,
                longitude REAL,
                place_source TEXT,
                confidence REAL,
                checked_on INTEGER,
                status TEXT NOT NULL
            ) WITHOUT ROWID;
            CREATE TABLE community_evidence (
                community TEXT NOT NULL,
                source TEXT NOT NULL,
                position INTEGER NOT NULL,
                claim TEXT NOT NULL,
                city TEXT,
                country TEXT,
                latitude REAL,
                longitude REAL,
                confidence REAL NOT NULL,
                url TEXT,
                day INTEGER NOT NULL,
                PRIMARY KEY (community, source, position)
            ) WITHOUT ROWID;
            """)
}
