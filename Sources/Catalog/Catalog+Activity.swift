import Core
import SQLite

extension Catalog {
    /// Whether any history was read.
    package var hasCommits: Bool {
        get throws {
            try inCatalogWords {
                try statement("SELECT 1 FROM repo_accounts WHERE commits > 0 LIMIT 1").first { $0.int(0) } != nil
            }
        }
    }

    /// Keeps what one day's asking told, in place of what that day told before; a failure replaces nothing, and an answer
    /// without a number no number: a history that came in a file on the day when the Hub had none is still known.
    package func add(_ row: CommitCountRow) throws {
        try inCatalogWords {
            if row.total == nil, try isCounted(row.repo, on: row.askedAt.day, in: "commit_counts") { return }
            try statement("INSERT OR \(rule(row.status)) INTO commit_counts VALUES (?,?,?,?,?,?,?,?,?,?)").run(
                try number(of: row.repo), row.askedAt.day.number, row.askedAt.seconds, row.status.rawValue, row.total,
                row.seen, row.first?.seconds, row.last?.seconds, row.coAuthored, row.byNoAccount)
        }
    }

    /// The same for discussions.
    package func add(_ row: DiscussionCountRow) throws {
        try inCatalogWords {
            if row.total == nil, try isCounted(row.repo, on: row.askedAt.day, in: "discussion_counts") { return }
            try statement("INSERT OR \(rule(row.status)) INTO discussion_counts VALUES (?,?,?,?,?,?,?,?,?,?,?,?)").run(
                try number(of: row.repo), row.askedAt.day.number, row.askedAt.seconds, row.status.rawValue, row.total,
                row.open, row.closed, row.pullRequests, row.seen, row.first?.seconds, row.last?.seconds,
                row.byNoAccount)
        }
    }

    /// Who committed to a repo and when in the week, in place of what was known before.
    package func setCommits(of repo: RepoName, by people: [AccountPart], hours: CommitHours) throws {
        try set(people, of: repo, "commits", "first_commit_at", "last_commit_at")
        try inCatalogWords {
            let number = try number(of: repo)
            try statement("UPDATE repo_accounts SET first_named = 0 WHERE repo = ?").run(number)
            let lead = try statement("UPDATE repo_accounts SET first_named = ? WHERE repo = ? AND account = ?")
            for part in people where part.led > 0 { try lead.run(part.led, number, try account(part)) }
            try statement("DELETE FROM commit_hours WHERE repo = ?").run(number)
            let insert = try statement("INSERT INTO commit_hours VALUES (?, ?, ?, ?)")
            for (isBot, counts) in [(false, hours.people), (true, hours.bots)] {
                for (hour, count) in counts.enumerated() where count > 0 { try insert.run(number, isBot, hour, count) }
            }
        }
    }

    /// Who opened discussions in a repo, in place of what was known before.
    package func setDiscussions(of repo: RepoName, by people: [AccountPart]) throws {
        try set(people, of: repo, "discussions", "first_discussion_at", "last_discussion_at")
    }
}

extension Catalog {
    private func rule(_ status: ActivityStatus) -> String { status == .failed ? "IGNORE" : "REPLACE" }

    private func isCounted(_ repo: RepoName, on day: Day, in table: String) throws -> Bool {
        let find = try statement("SELECT 1 FROM \(table) WHERE repo = ? AND day = ? AND total IS NOT NULL")
        try find.bind(1, try number(of: repo))
        try find.bind(2, day.number)
        return try find.first { $0.int(0) } != nil
    }

    private func set(
        _ people: [AccountPart], of repo: RepoName, _ count: String, _ first: String, _ last: String
    ) throws {
        try inCatalogWords {
            let number = try number(of: repo)
            try statement("UPDATE repo_accounts SET \(count) = 0, \(first) = NULL, \(last) = NULL WHERE repo = ?")
                .run(number)
            let insert = try statement(
                """
                INSERT INTO repo_accounts (repo, account, \(count), \(first), \(last)) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (repo, account) DO UPDATE
                SET \(count) = excluded.\(count), \(first) = excluded.\(first), \(last) = excluded.\(last)
                """)
            for part in people {
                try insert.run(
                    number, try account(part), part.count, part.first?.seconds, part.last?.seconds)
            }
            try statement("DELETE FROM repo_accounts WHERE repo = ? AND commits = 0 AND discussions = 0").run(number)
        }
    }

    private func number(of repo: RepoName) throws -> Int {
        let find = try statement("SELECT id FROM activity_repos WHERE kind = ? AND repo_id = ?")
        try find.bind(1, repo.kind)
        try find.bind(2, repo.id)
        if let known = try find.first({ try $0.neededInt(0) }) { return known }
        try statement("INSERT INTO activity_repos (kind, repo_id, owner) VALUES (?, ?, ?)")
            .run(repo.kind, repo.id, repo.owner)
        return try number(of: repo)
    }

    private func account(_ part: AccountPart) throws -> Int {
        let find = try statement("SELECT id FROM accounts WHERE account = ?")
        try find.bind(1, part.name)
        if let known = try find.first({ try $0.neededInt(0) }) { return known }
        try statement("INSERT INTO accounts (account, is_bot) VALUES (?, ?)").run(part.name, part.isBot)
        return try account(part)
    }
}
