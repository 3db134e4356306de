package import Core
import SQLite

extension Catalog {
    /// Marks the days on which a counter of downloads was broken, in place of the marks that were there.
    ///
    ///     try catalog.markGlitches().byIdentifier["downloads.glitch"]?.count  → 3, of three days
    ///
    /// - Returns: a `downloads.glitch` for each day.
    package func markGlitches() throws -> DiagnosticCounts {
        try transaction {
            var marks: [(model: Int, days: [Day])] = []
            try forEachHistory { model, seen in
                let days = CountHistory.glitches(in: seen)
                if !days.isEmpty { marks.append((model, days)) }
            }
            var counts = DiagnosticCounts()
            try statement("DELETE FROM glitches").run()
            for (model, days) in marks {
                let name = try name(of: model)
                for day in days {
                    try statement("INSERT INTO glitches VALUES (?, ?)").run(model, day.number)
                    counts.add(Diagnostic("downloads.glitch", at: name, "\(day)"))
                }
            }
            return counts
        }
    }

    /// The marked days of a model.
    package func glitches(of repoID: String) throws -> [Day] {
        try inCatalogWords {
            let read = try statement(
                "SELECT day FROM glitches WHERE model = (SELECT id FROM models WHERE repo_id = ?) ORDER BY day")
            try read.bind(1, repoID)
            return try read.all { Day(number: try $0.neededInt(0)) }
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

    /// Every model that was ever counted, in the order in which models came in: its number in the table, and its days.
    func forEachHistory(_ body: (_ model: Int, _ observations: [Observation]) throws -> Void) throws {
        let read = try database.prepare("SELECT model, counts FROM history ORDER BY model")
        while try read.step() { try body(try read.neededInt(0), try history(read, 1)) }
    }
}
