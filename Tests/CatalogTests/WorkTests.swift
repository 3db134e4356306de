import Core
import Testing

@testable import Catalog

@Suite struct WorkCatalogTests {
    let catalog: Catalog
    init() throws { catalog = try Catalog(path: ":memory:") }

    private func commits(_ repo: RepoName, on day: String, _ status: ActivityStatus, _ total: Int?) throws {
        var row = CommitCountRow(repo: repo, askedAt: Instant("\(day)T12:00:00Z")!, status: status)
        row.total = total
        (row.first, row.last) = (Instant("2024-01-01T00:00:00Z"), Instant("2024-01-11T06:00:00Z"))
        try catalog.add(row)
    }

    @Test func aRepoIsAsItWasLastCounted() throws {
        let repo = RepoName(kind: "models", id: "acme/a")
        var model = ModelRow(repoID: "acme/a")
        model.licenseClass = .copyleft
        try catalog.upsert(model)
        try commits(repo, on: "2026-01-01", .whole, 5)
        try commits(repo, on: "2026-02-01", .whole, 9)
        // A day without an answer takes nothing away.
        try commits(repo, on: "2026-03-01", .failed, nil)
        let people = [("ann", false), ("cy", false), ("a-bot", true)].map {
            AccountPart(name: $0, isBot: $1, count: 2)
        }
        var hours = CommitHours()
        hours.add(Instant("2026-11-24T14:59:59Z")!, isBot: false)  // a Tuesday
        hours.add(Instant("2026-11-23T00:00:00Z")!, isBot: true)
        try catalog.setCommits(of: repo, by: people, hours: hours)
        var talk = DiscussionCountRow(repo: repo, askedAt: Instant("2026-02-01T12:00:00Z")!, status: .counted)
        (talk.total, talk.open, talk.closed, talk.pullRequests) = (4, 1, 3, 2)
        try catalog.add(talk)

        var expected = RepoWork(kind: "models", licenseClass: .copyleft, commits: 9, people: 2)
        expected.span = 10 * 86_400 + 6 * 3600
        (expected.discussions, expected.open, expected.closed, expected.pullRequests) = (4, 1, 3, 2)
        #expect(try catalog.repoWork() == [expected])
        let read = try catalog.commitHours()
        #expect(read.people.firstIndex(of: 1) == 38 && read.people.reduce(0, +) == 1)
        #expect(read.bots.firstIndex(of: 1) == 0 && read.bots.reduce(0, +) == 1)
    }

    @Test func ofAHistoryThatWasNotReadToItsEndNobodyKnowsWhoAll() throws {
        try commits(RepoName(kind: "spaces", id: "acme/s"), on: "2026-01-01", .counted, 700)
        try commits(RepoName(kind: "datasets", id: "acme/gone"), on: "2026-01-01", .gone, nil)
        #expect(try catalog.repoWork() == [RepoWork(kind: "spaces", commits: 700)])
    }

    @Test func lastChangesAreCountedByAge() throws {
        let made = { (id: String, created: String?, changed: String?) in
            var row = ModelRow(repoID: id)
            row.createdAt = created.flatMap { Instant("\($0)T12:00:00Z") }
            row.lastModified = changed.flatMap { Instant($0) }
            row.licenseClass = .permissive
            try catalog.upsert(row)
        }
        try made("a/same", "2024-01-01", "2024-01-02T11:59:59Z")
        try made("a/next", "2024-01-01", "2024-01-02T12:00:00Z")
        try made("a/before", "2024-01-01", "2023-06-01T00:00:00Z")
        try made("a/old", "2026-08-02", "2026-08-02T12:00:00Z")
        try made("a/young", "2026-08-03", "2026-08-03T12:00:00Z")
        try made("a/unknown", nil, "2026-08-03T12:00:00Z")
        try made("a/silent", "2024-01-01", nil)
        // 31 October is 90 days after 2 August.
        let changes = try catalog.lastChanges(of: .models, by: Day("2026-10-31")!)
        #expect(
            changes == [
                LastChange(licenseClass: .permissive, days: 0, isSettled: false, repos: 1),
                LastChange(licenseClass: .permissive, days: 0, isSettled: true, repos: 3),
                LastChange(licenseClass: .permissive, days: 1, isSettled: true, repos: 1),
            ])
        #expect(try catalog.lastChanges(of: .spaces, by: Day("2026-10-31")!).isEmpty)
    }
}
