package import Core
import SQLite

/// A model as two days saw it.
package struct ObservedModel: Equatable, Sendable {
    package var repoID: String
    package var modality: Modality
    package var createdOn: Day?
    package var likesBefore: Int?
    package var likesAfter: Int?

    package init(repoID: String, modality: Modality, createdOn: Day?, likesBefore: Int?, likesAfter: Int?) {
        self.repoID = repoID
        self.modality = modality
        self.createdOn = createdOn
        self.likesBefore = likesBefore
        self.likesAfter = likesAfter
    }
}

/// Two counts after one another of which the second cannot follow the first.
package struct BrokenCounter: Equatable, Sendable {
    package var repoID: String
    package var before: Observation
    package var after: Observation

    package init(repoID: String, before: Observation, after: Observation) {
        self.repoID = repoID
        self.before = before
        self.after = after
    }
}

extension Catalog {
    /// The last two days on which at least one in 20 of the models was counted, the earlier first; fewer when there are not
    /// two.
    ///
    ///     try catalog.lastObservedDays()  → [2025-03-11, 2026-08-22]
    package func lastObservedDays() throws -> [Day] {
        try inCatalogWords {
            let read = try statement(
                """
                SELECT day FROM observations GROUP BY day HAVING count(*) * 20 >= (SELECT count(*) FROM models)
                ORDER BY day DESC LIMIT 2
                """)
            return try read.all { Day(number: try $0.neededInt(0)) }.reversed()
        }
    }

    /// Models published after the first day, most liked on the second first.
    package func newcomers(after first: Day, seenOn second: Day, limit: Int) throws -> [ObservedModel] {
        try observed(
            """
            SELECT m.repo_id, m.modality, m.created_at, NULL, b.likes FROM observations b JOIN models m ON m.id = b.model
            WHERE b.day = ?2 AND b.likes > 0 AND m.created_at >= (?1 + 1) * 86400
            ORDER BY b.likes DESC, m.repo_id LIMIT ?3
            """, first, second, limit)
    }

    /// Models counted on both days, those that won most likes first; none that lost any.
    package func risers(from first: Day, to second: Day, limit: Int) throws -> [ObservedModel] {
        try observed(
            """
            SELECT m.repo_id, m.modality, m.created_at, a.likes, b.likes FROM observations b
            JOIN observations a ON a.model = b.model AND a.day = ?1 JOIN models m ON m.id = b.model
            WHERE b.day = ?2 AND b.likes > a.likes ORDER BY b.likes - a.likes DESC, m.repo_id LIMIT ?3
            """, first, second, limit)
    }

    /// The download counter that fell the furthest by more than 99 % between two counts after one another, from at least
    /// `least`; nil when none did.
    package func brokenCounter(least: Int = 1_000_000) throws -> BrokenCounter? {
        try inCatalogWords {
            let read = try statement(
                """
                SELECT m.repo_id, a.day, a.downloads, b.day, b.downloads FROM observations a
                JOIN observations b ON b.model = a.model AND b.day = (
                    SELECT min(day) FROM observations c
                    WHERE c.model = a.model AND c.day > a.day AND c.downloads IS NOT NULL)
                JOIN models m ON m.id = a.model
                WHERE a.downloads >= ? AND b.downloads * 100 < a.downloads
                ORDER BY a.downloads DESC, m.repo_id LIMIT 1
                """)
            try read.bind(1, least)
            return try read.first {
                BrokenCounter(
                    repoID: try $0.neededString(0),
                    before: Observation(day: Day(number: try $0.neededInt(1)), downloads: $0.int(2), likes: nil),
                    after: Observation(day: Day(number: try $0.neededInt(3)), downloads: $0.int(4), likes: nil))
            }
        }
    }

    private func observed(_ sql: String, _ first: Day, _ second: Day, _ limit: Int) throws -> [ObservedModel] {
        try inCatalogWords {
            let read = try statement(sql)
            try read.bind(1, first.number)
            try read.bind(2, second.number)
            try read.bind(3, limit)
            return try read.all {
                ObservedModel(
                    repoID: try $0.neededString(0), modality: try known(try $0.neededString(1)),
                    createdOn: $0.int(2).map { Instant(seconds: $0).day }, likesBefore: $0.int(3),
                    likesAfter: $0.int(4))
            }
        }
    }
}
