import Core
import SQLite

extension Catalog {
    /// In which order models are read.
    package enum Order: Sendable {
        case repoID
        /// Most liked first, equal ones by id.
        case likes
        /// Most downloaded first, equal ones by id.
        case downloads

        fileprivate var keys: String {
            switch self {
            case .repoID: "repo_id"
            case .likes: "likes IS NULL, likes DESC, repo_id"
            case .downloads: "downloads IS NULL, downloads DESC, repo_id"
            }
        }
    }

    /// What became of a row that was put in.
    package enum Outcome: Equatable, Sendable { case inserted, merged }

    /// Puts a model in: a new row, or merged into the row with its `hubID`, else with its `repoID`.
    ///
    /// A model that took another name keeps its row and gets the later name.
    @discardableResult
    package func upsert(_ row: ModelRow) throws -> Outcome { try upsertReturningID(row).outcome }

    /// The same, and the row's number in the table, by which a caller can tell rows apart.
    package func upsertReturningID(_ row: ModelRow) throws -> (outcome: Outcome, id: Int) {
        try inCatalogWords {
            let insert = try statement(RepoStatements.models.insert)
            try insert.bind(row)
            while try insert.step() {}
            if database.changes == 1 {
                let id = database.lastInsertRowID
                try writeParts(of: row, id: id)
                return (.inserted, id)
            }
            return (.merged, try merge(row))
        }
    }

    /// Adds what a list says about a model that is here already; nil when the catalog has models, but not this one. In a
    /// catalog without models it makes a row.
    ///
    /// - Returns: the row's number in the table.
    package func fillGaps(with fact: ModelRow) throws -> Int? {
        try inCatalogWords {
            guard let id = try id(where: "repo_id", is: fact.repoID) else {
                return try isWithoutListing() ? upsertReturningID(fact).id : nil
            }
            try replace(id, with: try model(id: id)!.filled(with: fact))
            return id
        }
    }

    /// Every model, in an order; with a limit, the first so many.
    package func forEachModel(orderedBy order: Order = .repoID, limit: Int? = nil, _ body: (ModelRow) throws -> Void)
        throws
    {
        try inCatalogWords {
            let keys = order.keys
            // Sorting row numbers and fetching each row is far cheaper than sorting whole rows; only the names come sorted.
            guard order == .repoID, limit == nil else {
                let ids = try database.prepare("SELECT id FROM models ORDER BY \(keys) LIMIT \(limit ?? -1)")
                for id in try ids.all({ try $0.neededInt(0) }) {
                    if let row = try model(id: id) { try body(row) }
                }
                return
            }
            let parts = try ModelParts(self)
            let read = try database.prepare("\(RepoStatements.models.readAll) ORDER BY \(keys)")
            while try read.step() {
                var row = try self.row(from: read)
                let id = try read.neededInt(RepoStatements.models.columns.count)
                (row.bases, row.observations) = (parts.bases(of: id), parts.observations(of: id))
                try body(row)
            }
        }
    }

    /// The model of an id as "author/name"; nil when it is not here.
    package func model(_ repoID: String) throws -> ModelRow? {
        try inCatalogWords {
            let found = try statement("SELECT id FROM models WHERE repo_id = ?")
            try found.bind(1, repoID)
            guard let id = try found.first({ try $0.neededInt(0) }) else { return nil }
            return try model(id: id)
        }
    }
}

extension Catalog {
    private func merge(_ row: ModelRow) throws -> Int {
        let byHubID = try id(where: "hub_id", is: row.hubID)
        let byRepoID = try id(where: "repo_id", is: row.repoID)
        let kept = (byHubID ?? byRepoID)!
        let known = try model(id: kept)!
        let merged = known.merged(with: row)
        // Another row that had the name before: the name has gone over to this model.
        if let other = byRepoID, other != kept, merged.repoID == row.repoID { try remove(other) }
        try replace(kept, with: merged)
        try noteNames([known.repoID, row.repoID], of: kept, now: merged.repoID, in: .models)
        return kept
    }

    private func replace(_ id: Int, with row: ModelRow) throws {
        try remove(partsOf: id)
        let update = try statement(RepoStatements.models.update)
        try update.bind(row)
        try update.bind(RepoStatements.models.columns.count + 1, id)
        while try update.step() {}
        try writeParts(of: row, id: id)
    }

    /// Rows of a listing have counts; those made of facts alone have none.
    private func isWithoutListing() throws -> Bool {
        try statement("SELECT 1 FROM history LIMIT 1").first { $0.int(0) } == nil
    }

    private func id(where column: String, is value: String?) throws -> Int? {
        guard let value else { return nil }
        let found = try statement("SELECT id FROM models WHERE \(column) = ?")
        try found.bind(1, value)
        return try found.first { try $0.neededInt(0) }
    }

    func model(id: Int) throws -> ModelRow? {
        let read = try statement(RepoStatements.models.readOne)
        try read.bind(1, id)
        guard var row = try read.first({ try self.row(from: $0) }) else { return nil }
        row.bases = try bases(of: id)
        row.observations = try observations(of: id, in: .models)
        return row
    }

    private func bases(of id: Int) throws -> [BaseModel] {
        let read = try statement("SELECT base, relation FROM bases WHERE model = ? ORDER BY position")
        try read.bind(1, id)
        return try read.all { BaseModel(repoID: try $0.neededString(0), relation: try known(try $0.neededString(1))) }
    }

    private func writeParts(of row: ModelRow, id: Int) throws {
        for (position, base) in row.bases.enumerated() {
            let insert = try statement("INSERT OR REPLACE INTO bases VALUES (?, ?, ?, ?)")
            try insert.bind(1, id)
            try insert.bind(2, position)
            try insert.bind(3, base.repoID)
            try insert.bind(4, base.relation.rawValue)
            while try insert.step() {}
        }
        try setObservations(row.observations, of: id, in: .models)
    }

    private func remove(_ id: Int) throws {
        try remove(partsOf: id)
        try removeNames(of: id, in: .models)
        try statement("DELETE FROM models WHERE id = ?").run(id)
    }

    private func remove(partsOf id: Int) throws {
        try statement("DELETE FROM bases WHERE model = ?").run(id)
        try removeHistory(of: id, in: .models)
    }
}
