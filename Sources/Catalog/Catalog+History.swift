package import Core
import SQLite

/// A model with what was counted of it, oldest first.
package struct CountedModel: Equatable, Sendable {
    package var repoID: String
    package var owner: String?
    package var modality: Modality
    package var observations: [Observation]
}

extension Catalog {
    /// Marks the days on which a counter was broken, in place of the marks that were there: of downloads, of Spaces of likes.
    ///
    ///     try catalog.markGlitches().byIdentifier["downloads.glitch"]?.count  → 3, of three days
    ///
    /// - Returns: a `downloads.glitch` or `likes.glitch` for each day.
    package func markGlitches(of kinds: [CountedKind] = CountedKind.allCases) throws -> DiagnosticCounts {
        try transaction {
            var counts = DiagnosticCounts()
            for kind in kinds {
                var marks: [(repo: Int, days: [Day])] = []
                try forEachHistory(of: kind) { repo, seen in
                    let days = CountHistory.glitches(in: seen, of: kind.counter.value)
                    if !days.isEmpty { marks.append((repo, days)) }
                }
                try statement("DELETE FROM \(kind.glitches)").run()
                for (repo, days) in marks {
                    let name = try name(of: repo, in: kind)
                    for day in days {
                        try statement("INSERT INTO \(kind.glitches) VALUES (?, ?)").run(repo, day.number)
                        counts.add(Diagnostic("\(kind.counter.name).glitch", at: name, "\(day)"))
                    }
                }
            }
            return counts
        }
    }

    /// The marked days of a repo.
    package func glitches(of repoID: String, in kind: CountedKind = .models) throws -> [Day] {
        try inCatalogWords {
            let read = try statement(
                """
                SELECT day FROM \(kind.glitches)
                WHERE \(kind.column) = (SELECT id FROM \(kind.repos) WHERE repo_id = ?) ORDER BY day
                """)
            try read.bind(1, repoID)
            return try read.all { Day(number: try $0.neededInt(0)) }
        }
    }

    /// The counts of a repo day by day, whatever it was called then; none for one that is not here.
    ///
    ///     try catalog.history(of: "acme/pages", in: .datasets)  → [2026-11-20: 7 downloads, 1 like; 2026-11-21: 9, 1]
    package func history(of repoID: String, in kind: CountedKind) throws -> [Observation] {
        try inCatalogWords {
            let read = try statement("SELECT id FROM \(kind.repos) WHERE repo_id = ?")
            try read.bind(1, repoID)
            return try read.first { try $0.neededInt(0) }.map { try observations(of: $0, in: kind) } ?? []
        }
    }

    /// How many models were counted on each day.
    package func countedModels() throws -> [Day: Int] {
        try inCatalogWords {
            var models: [Day: Int] = [:]
            try forEachHistory { _, seen in for observation in seen { models[observation.day, default: 0] += 1 } }
            return models
        }
    }

    /// Every model that was ever counted, with its days, in the order in which models came in.
    package func forEachCounted(_ body: (CountedModel) throws -> Void) throws {
        try inCatalogWords {
            let read = try database.prepare(
                """
                SELECT m.repo_id, m.owner, m.modality, h.counts
                FROM history h JOIN models m ON m.id = h.model ORDER BY h.model
                """)
            while try read.step() {
                try body(
                    CountedModel(
                        repoID: try read.neededString(0), owner: read.string(1),
                        modality: try known(try read.neededString(2)), observations: try history(read, 3)))
            }
        }
    }

    /// The statement's bytes as what they say of each day.
    ///
    /// Throws `CatalogError` for bytes that are no history.
    func history(_ statement: Statement, _ column: Int) throws -> [Observation] {
        guard let observations = statement.withBytes(column, CountHistory.observations) else {
            throw CatalogError(.damaged("a history of counts cannot be read"), at: path)
        }
        return observations
    }

    /// Every repo that was ever counted, in the order in which repos came in: its number in the table, and its days.
    func forEachHistory(
        of kind: CountedKind = .models, _ body: (_ repo: Int, _ observations: [Observation]) throws -> Void
    ) throws {
        let read = try database.prepare("SELECT \(kind.column), counts FROM \(kind.history) ORDER BY \(kind.column)")
        while try read.step() { try body(try read.neededInt(0), try history(read, 1)) }
    }
}

// What is kept of one repo, by its number in the table.
extension Catalog {
    func observations(of repo: Int, in kind: CountedKind) throws -> [Observation] {
        let read = try statement("SELECT counts FROM \(kind.history) WHERE \(kind.column) = ?")
        try read.bind(1, repo)
        return try read.first { try history($0, 0) } ?? []
    }

    func setObservations(_ observations: [Observation], of repo: Int, in kind: CountedKind) throws {
        guard !observations.isEmpty else { return }
        let insert = try statement("INSERT OR REPLACE INTO \(kind.history) VALUES (?, ?)")
        try insert.bind(1, repo)
        try insert.bind(2, CountHistory.bytes(observations))
        while try insert.step() {}
    }

    func removeHistory(of repo: Int, in kind: CountedKind) throws {
        try statement("DELETE FROM \(kind.history) WHERE \(kind.column) = ?").run(repo)
        try statement("DELETE FROM \(kind.glitches) WHERE \(kind.column) = ?").run(repo)
    }

    /// Notes what a repo was called before; the newest holder of a name is the one that it means.
    func noteNames(_ names: Set<String>, of repo: Int, now name: String, in kind: CountedKind) throws {
        guard names != [name] else { return }
        for former in names where former != name {
            try statement("INSERT OR REPLACE INTO \(kind.formerNames) VALUES (?, ?)").run(former, repo)
        }
        try statement("DELETE FROM \(kind.formerNames) WHERE name = ?").run(name)
    }

    func removeNames(of repo: Int, in kind: CountedKind) throws {
        try statement("DELETE FROM \(kind.formerNames) WHERE \(kind.column) = ?").run(repo)
    }

    func name(of repo: Int, in kind: CountedKind = .models) throws -> String {
        let read = try statement("SELECT repo_id FROM \(kind.repos) WHERE id = ?")
        try read.bind(1, repo)
        return try read.first { try $0.neededString(0) } ?? ""
    }
}
