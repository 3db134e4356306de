extension Migration {
    /// Datasets and Spaces with numbers of their own, so that what is said about them can be rows: the models and datasets
    /// that Spaces use.
    ///
    ///     SELECT model, count(*) FROM space_models GROUP BY model ORDER BY 2 DESC
    ///
    /// What stood in the tables before is not carried over: a catalog is made anew of the archive.
    static let reposInFull = Migration(
        name: "datasets and spaces in full, links of spaces",
        sql: """
            DROP TABLE datasets;
            DROP TABLE spaces;
            CREATE TABLE datasets (
                id INTEGER PRIMARY KEY,
                repo_id TEXT NOT NULL UNIQUE,
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
                tags TEXT,
                downloads INTEGER,
                downloads_all_time INTEGER,
                likes INTEGER,
                trending_score REAL,
                used_storage_bytes INTEGER
            );
            CREATE TABLE spaces (
                id INTEGER PRIMARY KEY,
                repo_id TEXT NOT NULL UNIQUE,
                hub_id TEXT UNIQUE,
                owner TEXT,
                created_at INTEGER,
                is_before_record INTEGER NOT NULL,
                last_modified INTEGER,
                sdk TEXT,
                stage TEXT,
                hardware TEXT,
                requested_hardware TEXT,
                license TEXT,
                license_raw TEXT,
                license_class TEXT NOT NULL,
                tags TEXT,
                likes INTEGER,
                trending_score REAL
            );
            CREATE TABLE space_models (
                space INTEGER NOT NULL REFERENCES spaces (id),
                model TEXT NOT NULL,
                PRIMARY KEY (space, model)
            ) WITHOUT ROWID;
            CREATE INDEX space_models_by_model ON space_models (model);
            CREATE TABLE space_datasets (
                space INTEGER NOT NULL REFERENCES spaces (id),
                dataset TEXT NOT NULL,
                PRIMARY KEY (space, dataset)
            ) WITHOUT ROWID;
            CREATE INDEX space_datasets_by_dataset ON space_datasets (dataset);
            """)

    /// Bytes of a model's files as they are now; `used_storage_bytes` has all versions.
    static let treeSizes = Migration(
        name: "tree sizes", sql: "ALTER TABLE models ADD COLUMN tree_size_bytes INTEGER;")

    /// How many Spaces use a model: what a snapshot carries of `space_models`.
    static let modelSpaces = Migration(
        name: "spaces of a model, counted",
        sql: "CREATE TABLE model_spaces (model TEXT PRIMARY KEY, spaces INTEGER NOT NULL) WITHOUT ROWID;")
}
