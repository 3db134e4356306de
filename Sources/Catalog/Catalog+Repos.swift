package import Core
import SQLite

extension Catalog {
    /// Puts a dataset in, in place of a row with its `hubID`, else with its name.
    ///
    /// - Parameter day: of its counts, which then go into its history, too.
    /// - Returns: the row's number in the table, by which a caller can tell rows apart.
    @discardableResult
    package func upsert(_ row: DatasetRow, on day: Day? = nil) throws -> Int {
        try upsert(.datasets, repoID: row.repoID, hubID: row.hubID, seen: row.seen(on: day)) { try $0.bind(row) }.id
    }

    /// Adds what an earlier list counted to the history of a dataset that is here, by its `hubID`, else by its name.
    ///
    /// - Returns: the row's number; nil for a dataset that is gone, of which nothing is kept.
    package func addPast(_ row: DatasetRow, on day: Day?) throws -> Int? {
        try addPast(.datasets, repoID: row.repoID, hubID: row.hubID, seen: row.seen(on: day))
    }

    /// Puts a Space in with its links, in place of a row with its `hubID`, else with its name.
    ///
    /// - Parameter day: of its likes, which then go into its history, too.
    /// - Returns: the row's number in the table.
    @discardableResult
    package func upsert(_ row: SpaceRow, on day: Day? = nil) throws -> Int {
        let (id, isNew) = try upsert(.spaces, repoID: row.repoID, hubID: row.hubID, seen: row.seen(on: day)) {
            try $0.bind(row)
        }
        if !isNew { try removeLinks(of: id) }
        try addLinks(of: row, id: id)
        return id
    }

    /// The same for a Space as for a dataset.
    package func addPast(_ row: SpaceRow, on day: Day?) throws -> Int? {
        try addPast(.spaces, repoID: row.repoID, hubID: row.hubID, seen: row.seen(on: day))
    }

    /// Adds the links of a Space of which nothing else is said: it gets a row where it has none. A Space that a listing gave
    /// (it has a `hubID`) said itself what it uses, and keeps that.
    ///
    /// - Returns: the row's number in the table; nil where the links were not needed.
    package func addLinks(of row: SpaceRow) throws -> Int? {
        let known = try inCatalogWords {
            let found = try statement("SELECT id, hub_id FROM spaces WHERE repo_id = ?")
            try found.bind(1, row.repoID)
            return try found.first { (id: try $0.neededInt(0), isListed: !$0.isNull(1)) }
        }
        guard let known else { return try upsert(row) }
        if known.isListed { return nil }
        try addLinks(of: row, id: known.id)
        return known.id
    }

    /// Every dataset, by id.
    package func forEachDataset(_ body: (DatasetRow) throws -> Void) throws {
        try inCatalogWords {
            let read = try database.prepare("\(RepoStatements.datasets.readAll) ORDER BY repo_id")
            while try read.step() { try body(try dataset(from: read)) }
        }
    }

    /// Every Space, by id.
    ///
    /// - Parameter withLinks: also the models and datasets it uses, which costs two questions a Space.
    package func forEachSpace(withLinks: Bool = true, _ body: (SpaceRow) throws -> Void) throws {
        try inCatalogWords {
            let read = try database.prepare("\(RepoStatements.spaces.readAll) ORDER BY repo_id")
            while try read.step() {
                var row = try space(from: read)
                if withLinks {
                    let id = try read.neededInt(RepoStatements.spaces.columns.count)
                    row.models = try links("SELECT model FROM space_models WHERE space = ? ORDER BY 1", of: id)
                    row.datasets = try links("SELECT dataset FROM space_datasets WHERE space = ? ORDER BY 1", of: id)
                }
                try body(row)
            }
        }
    }

    /// Counts the Spaces of each model by their links, in place of what was counted before: a snapshot has counts alone.
    package func countSpacesOfModels() throws {
        try transaction {
            try database.execute(
                """
                DELETE FROM model_spaces;
                INSERT INTO model_spaces SELECT model, count(*) FROM space_models GROUP BY model;
                """)
        }
    }

    /// How many Spaces use each of the most used models as counted last, most used first, equal ones by name.
    ///
    ///     try catalog.mostUsedModels(limit: 1)  → [("openai-community/gpt2", 41)]
    package func mostUsedModels(limit: Int) throws -> [(model: String, spaces: Int)] {
        try inCatalogWords {
            let read = try statement("SELECT model, spaces FROM model_spaces ORDER BY spaces DESC, model LIMIT ?")
            try read.bind(1, limit)
            return try read.all { (try $0.neededString(0), try $0.neededInt(1)) }
        }
    }
}

extension Catalog {
    func removeLinks(of space: Int) throws {
        try inCatalogWords {
            try statement("DELETE FROM space_models WHERE space = ?").run(space)
            try statement("DELETE FROM space_datasets WHERE space = ?").run(space)
        }
    }

    private func addLinks(of row: SpaceRow, id: Int) throws {
        try inCatalogWords {
            for model in row.models { try addLink("INSERT OR IGNORE INTO space_models VALUES (?, ?)", id, model) }
            for set in row.datasets { try addLink("INSERT OR IGNORE INTO space_datasets VALUES (?, ?)", id, set) }
        }
    }

    private func addLink(_ sql: String, _ space: Int, _ target: String) throws {
        let insert = try statement(sql)
        try insert.bind(1, space)
        try insert.bind(2, target)
        while try insert.step() {}
    }

    private func links(_ sql: String, of space: Int) throws -> [String] {
        let read = try statement(sql)
        try read.bind(1, space)
        return try read.all { try $0.neededString(0) }
    }
}

extension DatasetRow {
    fileprivate func seen(on day: Day?) -> Observation? {
        guard let day, downloads != nil || likes != nil else { return nil }
        return Observation(day: day, downloads: downloads, likes: likes)
    }
}

extension SpaceRow {
    fileprivate func seen(on day: Day?) -> Observation? {
        guard let day, likes != nil else { return nil }
        return Observation(day: day, downloads: nil, likes: likes)
    }
}
