import Archive
import Catalog
import Collect
import Core
import FakeHub
import HTTP
import Hub
import JSON
import SQLite
import Sources
import Synchronization
import TestSupport
import Testing

@testable import Activity

@Suite struct CleanTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    /// The catalog of one file of histories.
    func catalog(_ lines: String..., on day: String = "2024-12-04") throws -> Catalog {
        try Files.write(Array(lines.joined(separator: "\n").utf8), to: folder.path("commits.ndjson"))
        return try catalog(of: folder.path("commits.ndjson"), on: day)
    }

    func catalog(of path: String, on day: String) throws -> Catalog {
        let archive = try Archive(at: folder.path("archive"), mode: .write)
        _ = try CollectStage.importFile(
            path, format: Activity.fileFormat, into: archive, fetchedAt: Instant("\(day)T00:00:00Z")!)
        let catalog = try Catalog(path: ":memory:")
        for _ in 0..<2 {
            for aspect in Aspect.allCases { try Activity(aspect).clean(archive, into: catalog, log: .silent) }
        }
        return catalog
    }

    func commit(_ id: Int, _ users: String..., at date: String = "2024-01-01T01:30:00.000Z") -> String {
        let authors = users.map { #"{"user":"\#($0)"}"# }.joined(separator: ",")
        return #"{"id":"c\#(id)","title":"Do not keep","message":"nor this","authors":[\#(authors)],"date":"\#(date)"}"#
    }

    @Test func peopleAreCountedAndWordsForgotten() throws {
        let commits = [
            commit(3, "ada", "system"), commit(2, "Ada Example", at: "2024-01-07T23:00:00Z"),
            commit(1, "system", at: "2023-12-31T23:59:59Z"), commit(1, "system"), commit(0, "ada@example.org"),
        ]
        let catalog = try catalog(#"{"id":"acme/m","commits":[\#(commits.joined(separator: ","))]}"#)
        #expect(try catalog.column("SELECT account || is_bot FROM accounts ORDER BY 1") == ["ada0", "system1"])
        #expect(try catalog.column("SELECT commits FROM repo_accounts ORDER BY account") == ["1", "2"])
        #expect(
            try catalog.value(
                "SELECT total || ' ' || seen || ' ' || co_authored || ' ' || by_no_account FROM commit_counts")
                == "4 4 1 2")
        // A Sunday's last hour, and the second of a Monday: the week ends and begins. Only a bot's own commit is a bot's.
        #expect(
            try catalog.column("SELECT is_bot || ' ' || hour || ' ' || commits FROM commit_hours ORDER BY 1")
                == ["0 1 2", "0 167 1", "1 167 1"])
        var text = ""
        try catalog.dump { text += $0 + "\n" }
        for word in ["keep", "nor this", "Ada Example", "@example"] { #expect(!text.contains(word)) }
    }

    @Test func hostileLinesAreCountedAndLeaveTheRest() throws {
        let many = (0..<500).map { "user-\($0)" }
        let authors = many.map { #"{"user":"\#($0)"}"# }.joined(separator: ",")
        let catalog = try catalog(
            "no json", "{}", "[]", #"{"id":"../../etc","commits":[]}"#, #"{"id":"a/b","commits":{}}"#,
            #"{"id":"a/odd","commits":[7,{},{"id":"1","authors":"x","date":"never"},{"authors":[{"user":7},null]}]}"#,
            #"{"id":"a/many","commits":[{"id":"1","date":"2024-01-01T00:00:00Z","authors":[\#(authors)]}]}"#,
            #"{"id":"a/none","commits":[]}"#, #"{"id":"a/<script>","commits":[]}"#)
        #expect(try catalog.column("SELECT repo_id FROM activity_repos ORDER BY 1") == ["a/many", "a/none", "a/odd"])
        #expect(try catalog.value("SELECT count(*) FROM accounts") == "200")
        #expect(
            try catalog.column("SELECT total FROM commit_counts JOIN activity_repos r ON r.id = repo ORDER BY repo_id")
                == ["1", "0", "3"])
        let found = try catalog.diagnostics().reduce(into: [:]) { $0[$1.identifier] = $1.count }
        #expect(found == ["record.malformed": 7, "field.type": 3, "date.bad": 1])
    }

    /// The Hub had none on the day of the file: what the file told of that day is still known, and the trouble is, too.
    @Test func aHistoryFromAFileOutlastsAnAnswerThatThereIsNone() async throws {
        let world = try ActivityWorld()
        let id = world.hub.models[0].id
        world.instead.withLock { $0 = { _ in HTTPResponse(status: 404, headers: [:], body: [], url: "") } }
        try await world.collect(.commits, RepoChoice(count: 1))
        try Files.write(
            Array("\u{FEFF}{\"id\":\"\(id)\",\"commits\":[\(commit(1, "ada"))]}\n".utf8), to: folder.path("c.ndjson"))
        _ = try CollectStage.importFile(
            folder.path("c.ndjson"), format: Activity.fileFormat, into: world.archive,
            fetchedAt: world.clock.time.instant)
        let catalog = try Catalog(path: ":memory:")
        try Activity(.commits).clean(world.archive, into: catalog, log: .silent)
        let row =
            "SELECT status || ' ' || total FROM commit_counts JOIN activity_repos r ON r.id = repo WHERE repo_id = '\(id)'"
        #expect(try catalog.column(row) == ["whole 1"])
        #expect(try catalog.diagnostics().contains { $0.identifier == "activity.gone" })
    }

    @Test func theSourceSaysWhatItIs() async throws {
        let world = try ActivityWorld()
        for aspect in Aspect.allCases { try await world.collect(aspect, RepoChoice(count: 5, people: 5)) }
        let sources = try world.clean().sources()
        #expect(sources.map(\.key) == ["hub-commits", "hub-discussions"])
        #expect(sources[0].rows == 15)
        #expect(
            sources[0].note
                == "5 models, 5 datasets and 5 Spaces; everything read of 15, counted alone 0, nothing to be had of 0.")
        #expect(sources[0].title == "Commits of repositories of \(world.hub.baseURL.dropFirst(7))")
        #expect(sources.allSatisfy { $0.subject == .activity })
        #expect(sources[0].url == "\(world.hub.baseURL)/api")
    }

    @Test func deletedAuthorsAndGitNamesAreNobody() async throws {
        let world = try ActivityWorld(models: 400)
        for aspect in Aspect.allCases { try await world.collect(aspect, RepoChoice(count: 60, people: 60)) }
        let catalog = try world.clean()
        #expect(Int(try catalog.value("SELECT sum(by_no_account) FROM commit_counts"))! > 20)
        #expect(Int(try catalog.value("SELECT sum(by_no_account) FROM discussion_counts"))! > 2)
        #expect(
            try catalog.value("SELECT count(*) FROM accounts WHERE account LIKE '%@%' OR account LIKE '% %'") == "0")
        #expect(Int(try catalog.value("SELECT count(*) FROM discussion_counts WHERE status = 'disabled'"))! > 0)
        #expect(
            try catalog.value(
                "SELECT count(*) FROM discussion_counts WHERE open + closed <> total OR pull_requests > total")
                == "0")
        #expect(
            try catalog.column("SELECT account FROM accounts WHERE is_bot ORDER BY 1") == ["SFconvertbot", "system"])
    }

    /// "commits 2024-12" of the reference figures; the file is test input only.
    @Test func theReferenceFiguresComeOut() throws {
        let name = "data/hub-commits-2024-12.ndjson.zst"
        guard let path = Repository.shared(name, for: "the reference figures of commits") else { return }
        let catalog = try catalog(of: path, on: "2024-12-04")
        func number(_ sql: String) throws -> Int { try #require(Int(try catalog.value(sql))) }
        #expect(try number("SELECT count(*) FROM commit_counts") == 359)
        #expect(try number("SELECT sum(total) FROM commit_counts") == 8042)
        #expect(try number("SELECT max(total) FROM commit_counts") == 1865)
        #expect(try number("SELECT sum(co_authored) FROM commit_counts") == 437)
        #expect(try number("SELECT count(*) FROM accounts") == 653)
        #expect(try number("SELECT count(*) FROM accounts WHERE is_bot") == 6)
        let perAccount = "SELECT count(*) AS n FROM repo_accounts GROUP BY account"
        #expect(try number("SELECT count(*) FROM (\(perAccount)) WHERE n > 1") == 67)
        let perRepo = "SELECT count(*) AS n FROM repo_accounts GROUP BY repo"
        #expect(try number("SELECT count(*) FROM (\(perRepo)) WHERE n = 1") == 100)
        #expect(try catalog.value("SELECT date(min(first_at), 'unixepoch') FROM commit_counts") == "2018-11-14")
        #expect(try catalog.value("SELECT date(max(last_at), 'unixepoch') FROM commit_counts") == "2024-12-04")
        #expect(try number("SELECT sum(commits) FROM commit_hours") == 8042)
        #expect(try catalog.diagnostics().isEmpty)
        let pairs = try catalog.ownerCollaborations(most: 10_000)
        #expect(pairs.count == 330 && pairs.allSatisfy { $0.left < $0.right && $0.people > 1 })
        #expect(try catalog.repoCollaborations(most: 10_000).count == 330)
        #expect(pairs.first.map { "\($0.left) \($0.right) \($0.people)" } == "FacebookAI google-t5 6")
    }

    /// 100,000 commits of 100 repos, of 20 people each, who come back in other repos.
    @Test func aHundredThousandCommitsStaySmall() throws {
        let lines = (0..<100).map { repo in
            let commits = (0..<1000).map { i in
                let day = Day(number: 19_000 + (i * 7 + repo) % 1000)
                let hour = (i * i + repo) % 24
                return commit(
                    i, "user-\(repo * 15 + i % 20)", at: "\(day)T\(hour < 10 ? "0" : "")\(hour):00:00.000Z")
            }
            return #"{"id":"acme/m\#(repo)","commits":[\#(commits.joined(separator: ","))]}"#
        }
        try Files.write(Array(lines.joined(separator: "\n").utf8), to: folder.path("big.ndjson"))
        let archive = try Archive(at: folder.path("archive"), mode: .write)
        _ = try CollectStage.importFile(
            folder.path("big.ndjson"), format: Activity.fileFormat, into: archive,
            fetchedAt: Instant("2024-12-04T00:00:00Z")!)
        let empty = try Catalog(path: folder.path("empty.sqlite"))
        let catalog = try Catalog(path: folder.path("catalog.sqlite"))
        try Activity(.commits).clean(archive, into: catalog, log: .silent)
        #expect(try catalog.value("SELECT sum(commits) FROM commit_hours") == "100000")
        let bytes = try ["catalog", "empty"].map { try OpenFile(folder.path("\($0).sqlite"), .read).size }
        print("100,000 commits: \(bytes[0] - bytes[1]) bytes in the catalog")
        #expect(bytes[0] - bytes[1] < 600_000)
        withExtendedLifetime(empty) {}
    }
}
