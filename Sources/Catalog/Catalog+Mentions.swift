import Core
import SQLite

extension Catalog {
    /// Ids of models, the most liked first, of equal ones the most downloaded.
    package func mostLikedIDs(_ limit: Int) throws -> [String] {
        try inCatalogWords {
            let read = try statement(
                "SELECT repo_id FROM models ORDER BY likes IS NULL, likes DESC, downloads IS NULL, downloads DESC, repo_id LIMIT ?"
            )
            try read.bind(1, limit)
            return try read.all { try $0.neededString(0) }
        }
    }

    /// Notes the families, in place of those that were known.
    package func setMentionFamilies(_ rows: [MentionFamilyRow]) throws {
        try transaction {
            try statement("DELETE FROM mention_families").run()
            for row in rows {
                try statement("INSERT INTO mention_families VALUES (?, ?, ?, ?, ?, ?)").run(
                    row.id, row.name, row.maker, row.weights, row.since.number, row.article)
            }
        }
    }

    /// Notes which line of models a model belongs to.
    package func setMentionLines(_ lines: [String: String]) throws {
        try transaction {
            try statement("DELETE FROM mention_lines").run()
            for (id, line) in lines { try statement("INSERT INTO mention_lines VALUES (?, ?)").run(id, line) }
        }
    }

    /// Notes what was counted in a source, in place of what was.
    package func setMentions(_ rows: [MentionRow], totals: [MentionTotal], of source: String) throws {
        try transaction {
            try statement("DELETE FROM mentions WHERE source = ?").run(source)
            try statement("DELETE FROM mention_totals WHERE source = ?").run(source)
            for row in rows {
                try statement("INSERT INTO mentions VALUES (?, ?, ?, ?, ?)").run(
                    source, row.family, row.model ?? "", row.month.number, row.count)
            }
            for total in totals {
                try statement("INSERT INTO mention_totals VALUES (?, ?, ?)").run(
                    source, total.month.number, total.posts)
            }
        }
    }

    /// By id.
    package func mentionFamilies() throws -> [MentionFamilyRow] {
        try inCatalogWords {
            try statement("SELECT id, name, maker, weights, since, article FROM mention_families ORDER BY id").all {
                MentionFamilyRow(
                    id: try $0.neededString(0), name: try $0.neededString(1), maker: try $0.neededString(2),
                    weights: try $0.neededString(3), since: Month(number: try $0.neededInt(4)), article: $0.string(5))
            }
        }
    }

    /// What was counted for families, by source, family and month.
    package func familyMentions() throws -> [MentionRow] { try mentions("m.model = ''") }

    /// What was counted for a model by its names, and for its line, by source and month.
    ///
    ///     try catalog.mentions(ofModel: "meta-llama/Llama-3.1-8B")
    ///     → rows with model "meta-llama/Llama-3.1-8B", and rows with model "Llama-3.1"
    package func mentions(ofModel id: String) throws -> [MentionRow] {
        try mentions("m.model = ?1 OR m.model IN (SELECT line FROM mention_lines WHERE repo_id = ?1)", id)
    }

    /// What was counted for lines of models ("Llama-3.1") and for models of no line: what is counted for a model counts for
    /// its line, too, and would be there twice.
    package func lineMentions() throws -> [MentionRow] {
        try mentions("m.model <> '' AND m.model NOT IN (SELECT repo_id FROM mention_lines)")
    }

    /// By source and month.
    package func mentionTotals() throws -> [MentionTotal] {
        try inCatalogWords {
            try statement("SELECT source, month, posts FROM mention_totals ORDER BY 1, 2").all {
                MentionTotal(
                    source: try $0.neededString(0), month: Month(number: try $0.neededInt(1)),
                    posts: try $0.neededInt(2))
            }
        }
    }

    private func mentions(_ condition: String, _ value: String? = nil) throws -> [MentionRow] {
        try inCatalogWords {
            let read = try statement(
                """
                SELECT m.source, m.family, m.model, m.month, m.count, 10000.0 * m.count / t.posts
                FROM mentions m LEFT JOIN mention_totals t ON t.source = m.source AND t.month = m.month
                WHERE \(condition) ORDER BY m.source, m.family, m.model, m.month
                """)
            if let value { try read.bind(1, value) }
            return try read.all {
                let model = try $0.neededString(2)
                var row = MentionRow(
                    source: try $0.neededString(0), family: try $0.neededString(1), model: model.isEmpty ? nil : model,
                    month: Month(number: try $0.neededInt(3)), count: try $0.neededInt(4))
                row.perTenThousand = $0.double(5)
                return row
            }
        }
    }
}
