import SQLite

extension Catalog {
    /// The most downloaded models of a task, most first, equal ones by id; those that nobody counted come last.
    ///
    ///     try catalog.mostDownloaded(task: "text-generation", limit: 100)
    ///
    /// - Parameter task: as the Hub spells it; nil for all.
    package func mostDownloaded(task: String?, limit: Int) throws -> [ModelRow] {
        try inCatalogWords {
            let read = try statement(
                """
                SELECT id FROM models WHERE ?1 IS NULL OR task = ?1
                ORDER BY downloads IS NULL, downloads DESC, repo_id LIMIT ?2
                """)
            try read.bind(1, task)
            try read.bind(2, limit)
            return try read.all { try $0.neededInt(0) }.compactMap { try model(id: $0) }
        }
    }
}
