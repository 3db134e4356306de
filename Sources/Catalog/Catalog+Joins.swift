package import Core
import SQLite

extension Catalog {
    /// Joins the names that another source has for models to the models here, and keeps which and by which rule; those
    /// that do not join are kept in `unjoined`.
    ///
    ///     try catalog.joinModels(named: ["gpt2", "acme/unknown"], of: "leaderboard", legacy: ["gpt2": "openai-community/gpt2"])
    ///     → a `join.none` for acme/unknown; joins: gpt2 | openai-community/gpt2 | renamed
    ///
    /// - Parameter legacy: ids of before owners were part of them, to ids of today.
    /// - Returns: `join.none` and `join.ambiguous` for each name that means no model, or several.
    package func joinModels(named names: [String], of source: String, legacy: [(old: String, new: String)])
        throws -> DiagnosticCounts
    {
        try transaction {
            let known = try modelNames(asked: names, legacy: legacy)
            var counts = DiagnosticCounts(examplesKept: 20)
            for table in ["joins", "unjoined"] { try statement("DELETE FROM \(table) WHERE source = ?").run(source) }
            for name in Set(names).sorted() {
                switch known.match(name) {
                case .model(let model, let rule):
                    try statement("INSERT INTO joins VALUES (?, ?, ?, ?)").run(source, name, model, rule.rawValue)
                case .none:
                    counts.add(Diagnostic("join.none", at: name))
                    try statement("INSERT INTO unjoined VALUES (?, ?, ?)").run(source, name, 0)
                case .ambiguous(let models):
                    counts.add(Diagnostic("join.ambiguous", at: name, "\(models) models"))
                    try statement("INSERT INTO unjoined VALUES (?, ?, ?)").run(source, name, models)
                }
            }
            return counts
        }
    }

    private func modelNames(asked names: [String], legacy: [(old: String, new: String)]) throws -> ModelNames {
        let newIDs = Dictionary(legacy.map { ($0.new.lowercased(), $0.old) }, uniquingKeysWith: { a, _ in a })
        var known = ModelNames(asked: names)
        let models = try database.prepare("SELECT id, repo_id FROM models ORDER BY id")
        while try models.step() {
            let (model, id) = (try models.neededInt(0), try models.neededString(1))
            known.add(model, id: id)
            if let old = newIDs[id.lowercased()] { known.add(model, formerName: old) }
        }
        let former = try database.prepare("SELECT model, name FROM former_names ORDER BY name")
        while try former.step() { known.add(try former.neededInt(0), formerName: try former.neededString(1)) }
        return known
    }

    /// How many names of each source joined by each rule, and how many did not ("none").
    package func joinCounts() throws -> [(source: String, rule: String, names: Int)] {
        try inCatalogWords {
            try statement(
                """
                SELECT source, rule, count(*) FROM joins GROUP BY source, rule
                UNION ALL SELECT source, 'none', count(*) FROM unjoined GROUP BY source ORDER BY 1, 2
                """
            ).all { (try $0.neededString(0), try $0.neededString(1), try $0.neededInt(2)) }
        }
    }

    /// The distinct texts of a column: the names that a source's table has for models.
    package func distinctTexts(_ column: String, of table: String) throws -> [String] {
        try inCatalogWords {
            try database.prepare("SELECT DISTINCT \(column) FROM \(table) WHERE \(column) IS NOT NULL ORDER BY 1").all {
                try $0.neededString(0)
            }
        }
    }
}
