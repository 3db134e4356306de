package import Core
import SQLite

/// How much was done in one repo, as it was last counted. A number that nobody told is nil.
package struct RepoWork: Equatable, Sendable {
    /// "models", "datasets" or "spaces".
    package var kind: String
    /// nil where the repo is in no list.
    package var licenseClass: LicenseClass?
    package var commits: Int?
    /// Accounts that committed, bots apart; nil unless the whole history was read.
    package var people: Int?
    /// Seconds from the first commit to the last; nil unless the whole history was read.
    package var span: Int?
    /// Pull requests included.
    package var discussions: Int?
    package var open: Int?
    package var closed: Int?
    package var pullRequests: Int?

    package init(kind: String, licenseClass: LicenseClass? = nil, commits: Int? = nil, people: Int? = nil) {
        (self.kind, self.licenseClass, self.commits, self.people) = (kind, licenseClass, commits, people)
    }
}

/// Repos of one list that last changed so many days after they were made.
package struct LastChange: Equatable, Sendable {
    package var licenseClass: LicenseClass
    /// Whole days from creation to the last change; a change before the creation, as clocks have it, is 0.
    package var days: Int
    /// At least `Catalog.settledDays` old on the day that was asked for.
    package var isSettled: Bool
    package var repos: Int

    package init(licenseClass: LicenseClass = .none, days: Int, isSettled: Bool = true, repos: Int = 1) {
        (self.licenseClass, self.days, self.isSettled, self.repos) = (licenseClass, days, isSettled, repos)
    }
}

extension Catalog {
    /// A younger repo may yet be changed: of it nobody knows whether it is left alone.
    package static let settledDays = 90

    /// Every repo whose commits or discussions were counted.
    ///
    /// Throws `CatalogError`.
    package func repoWork() throws -> [RepoWork] {
        let newest = { (table: String) in
            "SELECT repo, max(day) AS day FROM \(table) WHERE total IS NOT NULL GROUP BY repo"
        }
        return try inCatalogWords {
            try statement(
                """
                WITH people AS (
                    SELECT a.repo, count(*) AS n FROM repo_accounts a JOIN accounts b ON b.id = a.account
                    WHERE a.commits > 0 AND NOT b.is_bot GROUP BY a.repo)
                SELECT r.kind, coalesce(m.license_class, d.license_class, s.license_class), c.total, c.status, c.first_at,
                    c.last_at, coalesce(p.n, 0), q.total, q.open, q.closed, q.pull_requests
                FROM activity_repos r
                LEFT JOIN (\(newest("commit_counts"))) cn ON cn.repo = r.id
                LEFT JOIN commit_counts c ON c.repo = r.id AND c.day = cn.day
                LEFT JOIN (\(newest("discussion_counts"))) qn ON qn.repo = r.id
                LEFT JOIN discussion_counts q ON q.repo = r.id AND q.day = qn.day
                LEFT JOIN people p ON p.repo = r.id
                LEFT JOIN models m ON r.kind = 'models' AND m.repo_id = r.repo_id
                LEFT JOIN datasets d ON r.kind = 'datasets' AND d.repo_id = r.repo_id
                LEFT JOIN spaces s ON r.kind = 'spaces' AND s.repo_id = r.repo_id
                WHERE c.total IS NOT NULL OR q.total IS NOT NULL ORDER BY r.id
                """
            ).all { read in
                var work = RepoWork(
                    kind: try read.neededString(0), licenseClass: read.string(1).flatMap(LicenseClass.init),
                    commits: read.int(2))
                if read.string(3) == ActivityStatus.whole.rawValue {
                    work.people = read.int(6)
                    if let first = read.int(4), let last = read.int(5) { work.span = max(0, last - first) }
                }
                (work.discussions, work.open) = (read.int(7), read.int(8))
                (work.closed, work.pullRequests) = (read.int(9), read.int(10))
                return work
            }
        }
    }

    /// Commits by hour of the week in UTC, 0 is Monday at midnight: 168 numbers each, of people and of bots.
    ///
    /// Throws `CatalogError`.
    package func commitHours() throws -> (people: [Int], bots: [Int]) {
        var hours = (people: [Int](repeating: 0, count: 168), bots: [Int](repeating: 0, count: 168))
        try inCatalogWords {
            let read = try statement("SELECT is_bot, hour, sum(commits) FROM commit_hours GROUP BY 1, 2")
            while try read.step() {
                let (hour, commits) = (try read.neededInt(1), try read.neededInt(2))
                guard hours.people.indices.contains(hour) else { continue }
                if read.bool(0) { hours.bots[hour] += commits } else { hours.people[hour] += commits }
            }
        }
        return hours
    }

    /// When repos last changed, as the lists say it: those of whom both days are known.
    ///
    /// - Parameters:
    ///   - kind: "models", "datasets" or "spaces".
    ///   - day: how old a repo is, is counted to this day.
    ///
    /// Throws `CatalogError`.
    package func lastChanges(of kind: CountedKind, by day: Day) throws -> [LastChange] {
        try inCatalogWords {
            let read = try statement(
                """
                SELECT license_class, max(0, last_modified - created_at) / 86400,
                    created_at <= \((day.number + 1 - Self.settledDays) * 86_400), count(*)
                FROM \(kind.rawValue) WHERE created_at IS NOT NULL AND last_modified IS NOT NULL
                GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
                """)
            return try read.all {
                LastChange(
                    licenseClass: LicenseClass(rawValue: try $0.neededString(0)) ?? .other,
                    days: try $0.neededInt(1), isSettled: $0.bool(2), repos: try $0.neededInt(3))
            }
        }
    }
}
