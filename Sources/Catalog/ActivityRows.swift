package import Core

/// A repo of any of the three kinds.
///
///     RepoName(kind: "datasets", id: "acme/corpus")
package struct RepoName: Hashable, Sendable {
    /// "models", "datasets" or "spaces".
    package var kind: String
    package var id: String

    package init(kind: String, id: String) {
        self.kind = kind
        self.id = id
    }

    /// The part before the slash; nil for ids of old that have none.
    package var owner: String? { id.firstIndex(of: "/").map { String(id[..<$0]) } }
}

/// What came of asking about one repo.
package enum ActivityStatus: String, Sendable, CaseIterable {
    /// Everything was read.
    case whole
    /// How many there are is known, not all of them were read.
    case counted
    /// The repo is not there, or not for everyone.
    case gone
    /// It is there, and has nothing of the kind or closes it.
    case disabled
    /// No answer came; asked again in the next run.
    case failed
}

/// The commits of one repo as it stood on one day. A number that nobody told is nil.
package struct CommitCountRow: Equatable, Sendable {
    package var repo: RepoName
    package var askedAt: Instant
    package var status: ActivityStatus
    package var total: Int?
    /// How many of them were read, and of these: the oldest, the newest, those of several authors, and those with an author
    /// whose name is no account's.
    package var seen: Int?
    package var first: Instant?
    package var last: Instant?
    package var coAuthored: Int?
    package var byNoAccount: Int?

    package init(repo: RepoName, askedAt: Instant, status: ActivityStatus) {
        self.repo = repo
        self.askedAt = askedAt
        self.status = status
    }
}

/// The discussions and pull requests of one repo as it stood on one day. A number that nobody told is nil.
package struct DiscussionCountRow: Equatable, Sendable {
    package var repo: RepoName
    package var askedAt: Instant
    package var status: ActivityStatus
    /// Pull requests included.
    package var total: Int?
    package var open: Int?
    /// Merged ones included.
    package var closed: Int?
    package var pullRequests: Int?
    /// How many were read, and of these: the oldest, the newest, those whose author's account was deleted.
    package var seen: Int?
    package var first: Instant?
    package var last: Instant?
    package var byNoAccount: Int?

    package init(repo: RepoName, askedAt: Instant, status: ActivityStatus) {
        self.repo = repo
        self.askedAt = askedAt
        self.status = status
    }
}

/// One account's part in one repo: commits made, or discussions opened.
package struct AccountPart: Equatable, Sendable {
    package var name: String
    package var isBot: Bool
    package var count: Int
    /// Of the commits those in which the account is named first.
    package var led: Int
    package var first: Instant?
    package var last: Instant?

    package init(
        name: String, isBot: Bool, count: Int = 0, led: Int = 0, first: Instant? = nil, last: Instant? = nil
    ) {
        self.name = name
        self.isBot = isBot
        self.count = count
        self.led = led
        self.first = first
        self.last = last
    }

    /// Counts one more, made then.
    package mutating func add(_ instant: Instant?) {
        count += 1
        guard let instant else { return }
        first = min(first ?? instant, instant)
        last = max(last ?? instant, instant)
    }
}

/// Commits by hour of the week in UTC; 0 is Monday at midnight.
///
///     var hours = CommitHours()
///     hours.add(Instant("2026-11-23T01:30:00Z")!, isBot: false)    // a Monday
///     hours.people[1] → 1
package struct CommitHours: Equatable, Sendable {
    package private(set) var people = [Int](repeating: 0, count: 168)
    package private(set) var bots = [Int](repeating: 0, count: 168)

    package init() {}

    package mutating func add(_ instant: Instant, isBot: Bool) {
        // The first second of 1970 was a Thursday's.
        let hours = instant.day.number * 24 + (instant.seconds - instant.day.number * 86_400) / 3600 + 72
        let hour = (hours % 168 + 168) % 168
        if isBot { bots[hour] += 1 } else { people[hour] += 1 }
    }
}
