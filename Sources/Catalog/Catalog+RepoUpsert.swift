import Core
import SQLite

extension Catalog {
    /// Puts a dataset or Space in, in place of the row with its `hubID`, else with its name; one that took another name keeps
    /// its history.
    ///
    /// - Parameter seen: goes into its history.
    func upsert(
        _ sql: RepoStatements, repoID: String, hubID: String?, seen: Observation?, bind: (Statement) throws -> Void
    ) throws -> (id: Int, isNew: Bool) {
        try inCatalogWords {
            let insert = try statement(sql.insert)
            try bind(insert)
            while try insert.step() {}
            if database.changes == 1 {
                let id = database.lastInsertRowID
                try setObservations(seen.map { [$0] } ?? [], of: id, in: sql.kind)
                return (id, true)
            }
            let byHubID = try id(in: sql, where: "hub_id", is: hubID)
            let byName = try id(in: sql, where: "repo_id", is: repoID)
            let kept = (byHubID ?? byName)!
            // Another row that had the name before: the name has gone over to this repo.
            if let byName, byName != kept { try remove(byName, from: sql) }
            let before = try names(of: kept, in: sql)
            // Two repos of one name, one after the other: nothing of the first stays.
            if before.isOther(than: hubID) { try removePast(of: kept, in: sql.kind) }
            let update = try statement(sql.update)
            try bind(update)
            try update.bind(sql.columns.count + 1, kept)
            while try update.step() {}
            try noteNames(before.isOther(than: hubID) ? [repoID] : [before.repoID], of: kept, now: repoID, in: sql.kind)
            if let seen {
                let known = try observations(of: kept, in: sql.kind)
                try setObservations(CountHistory.merged(known, [seen]), of: kept, in: sql.kind)
            }
            return (kept, false)
        }
    }

    /// Adds what an earlier list saw to the history of a repo that is here, whatever it was called then.
    ///
    /// - Returns: the row's number; nil for a repo that is not here, of which nothing is kept.
    func addPast(_ sql: RepoStatements, repoID: String, hubID: String?, seen: Observation?) throws -> Int? {
        try inCatalogWords {
            let found = try id(in: sql, where: "hub_id", is: hubID) ?? id(in: sql, where: "repo_id", is: repoID)
            guard let found else { return nil }
            let now = try names(of: found, in: sql)
            if now.isOther(than: hubID) { return nil }
            try noteNames([repoID], of: found, now: now.repoID, in: sql.kind)
            if let seen {
                let known = try observations(of: found, in: sql.kind)
                try setObservations(CountHistory.merged([seen], known), of: found, in: sql.kind)
            }
            return found
        }
    }
}

extension Catalog {
    /// What a row is called, and by which number the Hub knows it.
    private struct Names {
        var repoID: String
        var hubID: String?

        func isOther(than id: String?) -> Bool { hubID != nil && id != nil && hubID != id }
    }

    private func names(of id: Int, in sql: RepoStatements) throws -> Names {
        let read = try statement("SELECT repo_id, hub_id FROM \(sql.kind.repos) WHERE id = ?")
        try read.bind(1, id)
        return try read.first { Names(repoID: try $0.neededString(0), hubID: $0.string(1)) }!
    }

    private func id(in sql: RepoStatements, where column: String, is value: String?) throws -> Int? {
        guard let value else { return nil }
        let found = try statement("SELECT id FROM \(sql.kind.repos) WHERE \(column) = ?")
        try found.bind(1, value)
        return try found.first { try $0.neededInt(0) }
    }

    private func remove(_ id: Int, from sql: RepoStatements) throws {
        if sql.kind == .spaces { try removeLinks(of: id) }
        try removePast(of: id, in: sql.kind)
        try statement("DELETE FROM \(sql.kind.repos) WHERE id = ?").run(id)
    }

    private func removePast(of id: Int, in kind: CountedKind) throws {
        try removeHistory(of: id, in: kind)
        try removeNames(of: id, in: kind)
    }
}
