extension Migration {
    /// Commits and discussions. Nobody's mail address, full name, picture or words: of a person only the account's name.
    ///
    /// `status`: "whole" everything was read, "counted" only how many, "gone" (404), "disabled" (403), "failed" no answer
    /// came. A number that nobody told is NULL, never zero.
    static let activity = Migration(
        name: "commits and discussions",
        sql: """
            CREATE TABLE activity_repos (
                id INTEGER PRIMARY KEY,
                kind TEXT NOT NULL,
                repo_id TEXT NOT NULL,
                owner TEXT,
                UNIQUE (kind, repo_id)
            );
            CREATE TABLE commit_counts (
                repo INTEGER NOT NULL REFERENCES activity_repos (id),
                day INTEGER NOT NULL,
                asked_at INTEGER NOT NULL,
                status TEXT NOT NULL,
                total INTEGER,
                seen INTEGER,
                first_at INTEGER,
                last_at INTEGER,
                co_authored INTEGER,
                by_no_account INTEGER,
                PRIMARY KEY (repo, day)
            ) WITHOUT ROWID;
            CREATE TABLE discussion_counts (
                repo INTEGER NOT NULL REFERENCES activity_repos (id),
                day INTEGER NOT NULL,
                asked_at INTEGER NOT NULL,
                status TEXT NOT NULL,
                total INTEGER,
                open INTEGER,
                closed INTEGER,
                pull_requests INTEGER,
                seen INTEGER,
                first_at INTEGER,
                last_at INTEGER,
                by_no_account INTEGER,
                PRIMARY KEY (repo, day)
            ) WITHOUT ROWID;
            CREATE TABLE accounts (
                id INTEGER PRIMARY KEY,
                account TEXT NOT NULL UNIQUE,
                is_bot INTEGER NOT NULL
            );
            CREATE TABLE repo_accounts (
                repo INTEGER NOT NULL REFERENCES activity_repos (id),
                account INTEGER NOT NULL REFERENCES accounts (id),
                commits INTEGER NOT NULL DEFAULT 0,
                first_commit_at INTEGER,
                last_commit_at INTEGER,
                discussions INTEGER NOT NULL DEFAULT 0,
                first_discussion_at INTEGER,
                last_discussion_at INTEGER,
                PRIMARY KEY (repo, account)
            ) WITHOUT ROWID;
            CREATE INDEX repos_of_accounts ON repo_accounts (account, repo);
            -- hour: of the week in UTC, 0 is Monday at midnight.
            CREATE TABLE commit_hours (
                repo INTEGER NOT NULL REFERENCES activity_repos (id),
                is_bot INTEGER NOT NULL,
                hour INTEGER NOT NULL,
                commits INTEGER NOT NULL,
                PRIMARY KEY (repo, is_bot, hour)
            ) WITHOUT ROWID;
            -- How many persons committed to both: numbers of repos, no account.
            CREATE VIEW repo_collaborations AS
                SELECT l.kind AS left_kind, l.repo_id AS left_id, r.kind AS right_kind, r.repo_id AS right_id, p.people
                FROM (
                    SELECT a.repo AS left_repo, b.repo AS right_repo, count(*) AS people
                    FROM repo_accounts a
                    JOIN accounts c ON c.id = a.account AND NOT c.is_bot
                    JOIN repo_accounts b ON b.account = a.account AND b.repo > a.repo AND b.commits > 0
                    WHERE a.commits > 0 GROUP BY a.repo, b.repo
                ) p
                JOIN activity_repos l ON l.id = p.left_repo
                JOIN activity_repos r ON r.id = p.right_repo;
            -- An owner that commits is a person: only the others, which are organizations, are told in pairs.
            CREATE VIEW owner_contributors AS
                SELECT DISTINCT r.owner, a.account
                FROM repo_accounts a
                JOIN accounts c ON c.id = a.account AND NOT c.is_bot
                JOIN activity_repos r ON r.id = a.repo
                WHERE a.commits > 0 AND r.owner IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM accounts o WHERE o.account = r.owner);
            CREATE VIEW owner_collaborations AS
                SELECT a.owner AS left_owner, b.owner AS right_owner, count(*) AS people
                FROM owner_contributors a
                JOIN owner_contributors b ON b.account = a.account AND b.owner > a.owner
                GROUP BY a.owner, b.owner;
            """)
}
