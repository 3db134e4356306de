import SQLite

/// One person's commits to one repo.
package struct CommitPart: Equatable, Sendable {
    package var account: String
    /// Commits in which they are named.
    package var commits: Int
    /// Those in which they are named first.
    package var led: Int

    package init(account: String, commits: Int, led: Int) {
        (self.account, self.commits, self.led) = (account, commits, led)
    }
}

/// A model with the people who committed to it, bots apart, by name.
package struct CommittedModel: Equatable, Sendable {
    package var id: String
    package var task: String?
    /// Free tags, and "conversational" where the model says so.
    package var tags: [String]
    package var people: [CommitPart]

    package init(id: String, task: String? = nil, tags: [String] = [], people: [CommitPart]) {
        (self.id, self.task, self.tags, self.people) = (id, task, tags, people)
    }
}

extension Catalog {
    /// Every model of whose history the people are known, by id; a model that only bots committed to has none of them.
    ///
    /// Throws `CatalogError`.
    package func committedModels() throws -> [CommittedModel] {
        try inCatalogWords {
            var models: [CommittedModel] = []
            let read = try database.prepare(
                """
                SELECT r.repo_id, m.task, m.tags, coalesce(m.is_conversational, 0), c.account, a.commits, a.first_named
                FROM repo_accounts a
                JOIN activity_repos r ON r.id = a.repo AND r.kind = 'models'
                JOIN accounts c ON c.id = a.account AND NOT c.is_bot
                LEFT JOIN models m ON m.repo_id = r.repo_id
                WHERE a.commits > 0 ORDER BY r.repo_id, c.account
                """)
            while try read.step() {
                let id = try read.neededString(0)
                if models.last?.id != id {
                    let tags = (read.string(2) ?? "").split(separator: "\t").map(String.init)
                    let said = read.int(3) == 1 ? ["conversational"] : []
                    models.append(CommittedModel(id: id, task: read.string(1), tags: tags + said, people: []))
                }
                models[models.count - 1].people.append(
                    CommitPart(
                        account: try read.neededString(4), commits: try read.neededInt(5), led: try read.neededInt(6)))
            }
            return models
        }
    }
}
