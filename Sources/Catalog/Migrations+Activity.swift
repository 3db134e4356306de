extension Migration {
    /// Of an account's commits to a repo those in which it is named before all others: who works with whom is counted by it.
    static let firstNamed = Migration(
        name: "commits by who is named first",
        sql: "ALTER TABLE repo_accounts ADD COLUMN first_named INTEGER NOT NULL DEFAULT 0")

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
            -- How many persons committed to both, where two or more did: numbers of repos, no account. One person alone who
            -- links two would be a person's affair. Filled by `countCollaborations`.
            CREATE TABLE repo_collaborations (
                left_kind TEXT NOT NULL,
                left_id TEXT NOT NULL,
                right_kind TEXT NOT NULL,
                right_id TEXT NOT NULL,
                people INTEGER NOT NULL,
                PRIMARY KEY (left_kind, left_id, right_kind, right_id)
            ) WITHOUT ROWID;
            CREATE TABLE owner_collaborations (
                left_owner TEXT NOT NULL,
                right_owner TEXT NOT NULL,
                people INTEGER NOT NULL,
                PRIMARY KEY (left_owner, right_owner)
            ) WITHOUT ROWID;
            """)
}
