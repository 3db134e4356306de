import SQLite

extension Catalog {
    /// Of every repo that was asked about: how many commits, discussions, and persons who committed it has, newest answer
    /// first of each. A number that nobody told is left out; contributors are counted where all commits were read, bots apart.
    ///
    ///     try catalog.activityCounts().filter { $0.kind == "models" }.compactMap(\.commits)  → [12, 3, …]
    package func activityCounts() throws -> [ActivityCounts] {
        try inCatalogWords {
            let read = try database.prepare(
                """
                SELECT r.kind, r.repo_id, c.total, d.total,
                    CASE WHEN c.status = 'whole' THEN
                        (SELECT count(*) FROM repo_accounts p JOIN accounts a ON a.id = p.account
                            WHERE p.repo = r.id AND p.commits > 0 AND NOT a.is_bot) END
                FROM activity_repos r
                LEFT JOIN commit_counts c ON c.repo = r.id
                    AND c.day = (SELECT max(day) FROM commit_counts WHERE repo = r.id)
                LEFT JOIN discussion_counts d ON d.repo = r.id
                    AND d.day = (SELECT max(day) FROM discussion_counts WHERE repo = r.id)
                ORDER BY r.kind, r.repo_id
                """)
            return try read.all { s in
                ActivityCounts(
                    kind: try s.neededString(0), repoID: try s.neededString(1), commits: s.int(2),
                    discussions: s.int(3), contributors: s.int(4))
            }
        }
    }

    /// Every model that a Space uses, most used first, with its task and free tags where the catalog has the model.
    package func usedModels() throws -> [UsedModel] {
        try inCatalogWords {
            let read = try database.prepare(
                """
                SELECT s.model, s.spaces, m.task, m.tags FROM model_spaces s LEFT JOIN models m ON m.repo_id = s.model
                ORDER BY s.spaces DESC, s.model
                """)
            return try read.all { s in
                UsedModel(
                    model: try s.neededString(0), spaces: try s.neededInt(1), task: s.string(2), tags: s.texts(3))
            }
        }
    }
}

/// How much was done in one repo; nil for what nobody told.
package struct ActivityCounts: Equatable, Sendable {
    /// "models", "datasets" or "spaces".
    package var kind: String
    package var repoID: String
    package var commits: Int?
    package var discussions: Int?
    package var contributors: Int?

    package init(
        kind: String, repoID: String = "", commits: Int? = nil, discussions: Int? = nil, contributors: Int? = nil
    ) {
        (self.kind, self.repoID) = (kind, repoID)
        (self.commits, self.discussions, self.contributors) = (commits, discussions, contributors)
    }
}

/// A model, and how many Spaces use it.
package struct UsedModel: Equatable, Sendable {
    package var model: String
    package var spaces: Int
    package var task: String?
    package var tags: [String]

    package init(model: String, spaces: Int, task: String? = nil, tags: [String] = []) {
        (self.model, self.spaces, self.task, self.tags) = (model, spaces, task, tags)
    }
}
