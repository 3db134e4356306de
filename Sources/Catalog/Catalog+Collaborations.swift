import SQLite

/// Two repos, or two organizations, and how many persons committed to both. Bots do not count.
package struct Collaboration: Equatable, Sendable {
    package var left: String
    package var right: String
    package var people: Int

    package init(left: String, right: String, people: Int) {
        (self.left, self.right, self.people) = (left, right, people)
    }
}

extension Catalog {
    /// Counts anew who works with whom: pairs of repos, and pairs of organizations, with at least two committers in common.
    ///
    /// An owner that commits is a person, so no organization. Of each kind of pair the strongest 20,000 are kept: a person
    /// with a thousand repos makes half a million.
    package func countCollaborations() throws {
        try transaction {
            try database.execute(
                """
                DELETE FROM repo_collaborations;
                INSERT INTO repo_collaborations
                    SELECT l.kind, l.repo_id, r.kind, r.repo_id, count(*)
                    FROM repo_accounts a
                    JOIN accounts c ON c.id = a.account AND NOT c.is_bot
                    JOIN repo_accounts b ON b.account = a.account AND b.commits > 0
                    JOIN activity_repos l ON l.id = a.repo
                    JOIN activity_repos r ON r.id = b.repo
                    WHERE a.commits > 0 AND (l.kind, l.repo_id) < (r.kind, r.repo_id)
                    GROUP BY a.repo, b.repo HAVING count(*) > 1
                    ORDER BY count(*) DESC, 1, 2, 3, 4 LIMIT 20000;
                CREATE TEMP TABLE contributors AS
                    SELECT DISTINCT a.account, r.owner
                    FROM repo_accounts a
                    JOIN accounts c ON c.id = a.account AND NOT c.is_bot
                    JOIN activity_repos r ON r.id = a.repo
                    WHERE a.commits > 0 AND r.owner IS NOT NULL AND r.owner NOT IN (SELECT account FROM accounts);
                CREATE INDEX temp.contributors_by_account ON contributors (account);
                DELETE FROM owner_collaborations;
                INSERT INTO owner_collaborations
                    SELECT a.owner, b.owner, count(*)
                    FROM contributors a JOIN contributors b ON b.account = a.account AND b.owner > a.owner
                    GROUP BY a.owner, b.owner HAVING count(*) > 1
                    ORDER BY count(*) DESC, 1, 2 LIMIT 20000;
                DROP TABLE temp.contributors;
                """)
        }
    }

    /// Drops every pair in which an owner is none of these, given in lower case.
    package func keepCollaborations(amongOwners owners: Set<String>) throws {
        try transaction {
            try database.execute("CREATE TEMP TABLE kept_owners (owner TEXT PRIMARY KEY)")
            for owner in owners.sorted() { try database.prepare("INSERT INTO kept_owners VALUES (?)").run(owner) }
            let isKept = { (owner: String) in "lower(\(owner)) IN (SELECT owner FROM temp.kept_owners)" }
            let ownerOf = { (id: String) in "substr(\(id), 1, instr(\(id), '/') - 1)" }
            try database.execute(
                """
                DELETE FROM owner_collaborations WHERE NOT (\(isKept("left_owner")) AND \(isKept("right_owner")));
                DELETE FROM repo_collaborations
                    WHERE NOT (\(isKept(ownerOf("left_id"))) AND \(isKept(ownerOf("right_id"))));
                DROP TABLE temp.kept_owners;
                """)
        }
    }

    /// Pairs of repos with committers in common, most of them first: "datasets/acme/b", "models/acme/a", 3.
    package func repoCollaborations(most: Int) throws -> [Collaboration] {
        try collaborations(
            """
            SELECT left_kind || '/' || left_id, right_kind || '/' || right_id, people FROM repo_collaborations
            ORDER BY people DESC, 1, 2 LIMIT ?
            """, most)
    }

    /// Pairs of organizations with committers in common, most of them first.
    package func ownerCollaborations(most: Int) throws -> [Collaboration] {
        try collaborations(
            "SELECT left_owner, right_owner, people FROM owner_collaborations ORDER BY people DESC, 1, 2 LIMIT ?", most)
    }

    private func collaborations(_ sql: String, _ most: Int) throws -> [Collaboration] {
        try inCatalogWords {
            let read = try statement(sql)
            try read.bind(1, most)
            return try read.all {
                Collaboration(
                    left: try $0.neededString(0), right: try $0.neededString(1), people: try $0.neededInt(2))
            }
        }
    }
}
