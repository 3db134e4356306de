import Core
import SQLite
import Testing

@testable import Catalog

@Suite struct ActivityCatalogTests {
    let catalog: Catalog
    init() throws { catalog = try Catalog(path: ":memory:") }

    func commits(_ id: String, by names: String..., kind: String = "models") throws {
        let people = names.map { AccountPart(name: $0, isBot: $0.hasSuffix("bot"), count: 2) }
        try catalog.setCommits(of: RepoName(kind: kind, id: id), by: people, hours: CommitHours())
    }

    @Test func peopleInCommonAreCountedWithoutTheirNames() throws {
        try commits("acme/a", by: "ann", "bob", "a-bot", "b-bot")
        try commits("acme/b", by: "ann", "bob", "a-bot", "b-bot", kind: "datasets")
        try commits("zeta/c", by: "ann", "bob", "cy", "a-bot", "b-bot")
        try commits("cy/d", by: "cy", "ann", "bob")
        try commits("other/e", by: "cy", "a-bot", "b-bot")
        try catalog.countCollaborations()
        let repos = try catalog.repoCollaborations(most: 10)
        #expect(
            repos == [
                Collaboration(left: "models/cy/d", right: "models/zeta/c", people: 3),
                Collaboration(left: "datasets/acme/b", right: "models/acme/a", people: 2),
                Collaboration(left: "datasets/acme/b", right: "models/cy/d", people: 2),
                Collaboration(left: "datasets/acme/b", right: "models/zeta/c", people: 2),
                Collaboration(left: "models/acme/a", right: "models/cy/d", people: 2),
                Collaboration(left: "models/acme/a", right: "models/zeta/c", people: 2),
            ])
        // "cy" commits: a person, of whom a pair would tell where else they work. One committer in common is told of nobody.
        #expect(try catalog.ownerCollaborations(most: 10) == [Collaboration(left: "acme", right: "zeta", people: 2)])
        #expect(try catalog.repoCollaborations(most: 1).count == 1)
    }

    @Test func whoIsHiddenIsInNoPair() throws {
        for id in ["acme/a", "zeta/c", "yo/d"] { try commits(id, by: "ann", "bob") }
        try catalog.countCollaborations()
        #expect(try catalog.ownerCollaborations(most: 10).count == 3)
        try catalog.exclude(Exclusion("acme, bob"))
        #expect(try catalog.ownerCollaborations(most: 10) == [Collaboration(left: "yo", right: "zeta", people: 2)])
        #expect(try catalog.repoCollaborations(most: 10).count == 1)
        let left = try catalog.database.prepare("SELECT count(*) FROM repo_accounts").first { $0.int(0) }
        #expect(left == 2, "of two repos one person each")
    }

    @Test func discussingIsNotContributing() throws {
        try commits("acme/a", by: "ann")
        let repo = RepoName(kind: "models", id: "acme/b")
        try catalog.setDiscussions(of: repo, by: [AccountPart(name: "ann", isBot: false, count: 3)])
        try catalog.countCollaborations()
        #expect(try catalog.repoCollaborations(most: 10).isEmpty)
        #expect(try catalog.database.prepare("SELECT count(*) FROM accounts").first { $0.int(0) } == 1)
    }

    @Test func aNewerHistoryReplacesTheOldOne() throws {
        try commits("acme/a", by: "ann", "bob")
        let repo = RepoName(kind: "models", id: "acme/a")
        try catalog.setDiscussions(of: repo, by: [AccountPart(name: "bob", isBot: false, count: 1)])
        try commits("acme/a", by: "cy")
        let rows = try catalog.database.prepare(
            "SELECT c.account || commits || discussions FROM repo_accounts a JOIN accounts c ON c.id = a.account ORDER BY 1"
        ).all { $0.string(0) }
        #expect(rows == ["bob01", "cy20"])
    }

    @Test func hoursBeginOnMonday() {
        var hours = CommitHours()
        hours.add(Instant("2026-11-23T00:00:00Z")!, isBot: false)
        hours.add(Instant("2026-11-22T23:59:59Z")!, isBot: true)
        hours.add(Instant("1969-12-31T23:00:00Z")!, isBot: false)
        #expect(hours.people[0] == 1 && hours.bots[167] == 1 && hours.people[71] == 1)
        #expect(hours.people.reduce(0, +) == 2 && hours.bots.reduce(0, +) == 1)
    }

    @Test func aFailureTakesNothingAwayOnItsDay() throws {
        let repo = RepoName(kind: "models", id: "acme/a")
        let morning = Instant("2026-11-21T08:00:00Z")!
        var row = CommitCountRow(repo: repo, askedAt: morning, status: .counted)
        row.total = 7
        try catalog.add(row)
        try catalog.add(CommitCountRow(repo: repo, askedAt: Instant(seconds: morning.seconds + 60), status: .failed))
        try catalog.add(
            CommitCountRow(repo: repo, askedAt: Instant(seconds: morning.seconds + 86_400), status: .failed))
        let totals = try catalog.database.prepare("SELECT total FROM commit_counts ORDER BY day").all { $0.int(0) }
        #expect(totals == [7, nil])
    }
}
