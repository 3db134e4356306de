import Archive
import Catalog
import Core
import FakeHub
import Hub
import Sources
import Synchronization
import TestSupport
import Testing
import Web

@testable import Activity

@Suite struct CollectTests {
    @Test func oneRequestCountsARepo() async throws {
        let world = try ActivityWorld()
        let words = try await world.collect(.commits, RepoChoice(count: 8, people: 0))
        #expect(words == "24 of 24 repositories asked in 24 requests")
        #expect(Set(world.newlyAsked()).count == 24)
        let catalog = try world.clean()
        #expect(try catalog.value("SELECT count(*) FROM commit_counts WHERE total > 0") == "24")
        let repo = try #require(world.hub.models.max { ($0.likes, $1.id) < ($1.likes, $0.id) })
        let total = try catalog.value(
            "SELECT total FROM commit_counts c JOIN activity_repos r ON r.id = c.repo WHERE repo_id = '\(repo.id)'")
        #expect(Int(total)! > 2000, "the header counts, not the one commit in the body")
        #expect(world.lines.withLock { $0 }.contains { $0.hasPrefix("commits: 24 requests, ") })
    }

    @Test func aRunKeepsToItsRationAndTheNextGoesOn() async throws {
        let world = try ActivityWorld()
        let choice = RepoChoice(count: 8, people: 0, requests: 10)
        var asked: [String] = []
        for (left, isFinished) in [(14, false), (4, false), (0, true)] {
            let words = try await world.collect(.discussions, choice)
            #expect(words.hasSuffix("\(left) left for the next run") == (left > 0))
            #expect(world.archive.walks.last!.isFinished == isFinished)
            asked += world.newlyAsked()
        }
        #expect(asked.count == 24 && Set(asked).count == 24)
        #expect(world.archive.walks.count { $0.name == "discussions" } == 1, "it stays one walk")
        #expect(try await world.collect(.discussions, choice).hasSuffix("all known for less than 7 days"))
        #expect(world.newlyAsked() == [])
    }

    @Test func whatIsKnownForLongestIsAskedFirst() async throws {
        let world = try ActivityWorld()
        let choice = RepoChoice(count: 4, people: 0, requests: 4)
        var byRun: [Set<String>] = []
        for _ in 0..<3 {
            try await world.collect(.commits, choice)
            byRun.append(Set(world.newlyAsked()))
            world.clock.advance(by: 3 * 86_400)
        }
        // Nine days after the first run, six after the second: only the first is old.
        let due = try await world.collect(.commits, RepoChoice(count: 4, people: 0))
        #expect(due == "4 of 4 repositories asked in 4 requests, 8 known already")
        #expect(Set(world.newlyAsked()) == byRun[0])
        try await world.collect(.commits, RepoChoice(count: 4, people: 0, requests: 4, days: 0))
        #expect(Set(world.newlyAsked()) == byRun[1])
    }

    @Test func aWalkThatIsStoppedLosesNothing() async throws {
        let world = try ActivityWorld()
        let choice = RepoChoice(count: 20, people: 3)
        let running = Mutex<Task<String, any Error>?>(nil)
        let log = Log(
            line: { _, _, _ in },
            progress: { _, done, _, _ in if done == 9 { running.withLock { $0?.cancel() } } })
        let task = Task { try await Activity(.commits).collect(try world.desk(choice, log: log)) }
        running.withLock { $0 = task }
        await #expect(throws: CancellationError.self) { _ = try await task.value }
        let kept = Set(world.archive.entries.filter { $0.walk.hasPrefix("commits/") }.map(\.url))
        #expect(kept.count >= 9)
        _ = world.newlyAsked()
        try await world.collect(.commits, choice)
        #expect(kept.isDisjoint(with: world.newlyAsked()))
        #expect(world.archive.walks.count { $0.name == "commits" } == 1)
        #expect(world.archive.walks.last!.isFinished)
    }

    @Test func aLongHistoryGoesOnInItsMiddle() async throws {
        let world = try ActivityWorld()
        let choice = RepoChoice(count: 1, people: 1, requests: 1)
        // The first of the choice is the busiest model.
        #expect(try await world.collect(.commits, choice).contains("3 left"))
        #expect(try await world.collect(.commits, RepoChoice(count: 1, people: 1)).hasSuffix("4 requests"))
        let asked = world.newlyAsked()
        #expect(asked.count == 5 && Set(asked).count == 5)
        #expect(asked.count { $0.contains("&p=") } == 2)
        let catalog = try world.clean()
        #expect(try catalog.value("SELECT count(*) FROM commit_counts WHERE status = 'whole' AND seen = total") == "3")
        #expect(try catalog.value("SELECT max(total) > 2000 FROM commit_counts") == "1")
    }

    @Test func anotherChoiceTakesOverWhatIsLeft() async throws {
        let world = try ActivityWorld()
        try await world.collect(.commits, RepoChoice(count: 8, people: 0, requests: 5))
        let asked = Set(world.newlyAsked())
        #expect(
            try await world.collect(.commits, RepoChoice(count: 9, people: 0))
                == "22 of 22 repositories asked in 22 requests, 5 known already")
        #expect(asked.isDisjoint(with: world.newlyAsked()))
        #expect(world.archive.walks.filter { $0.name == "commits" }.map(\.isFinished) == [true, true])
    }

    @Test func withoutListsThereIsNothingToAsk() async throws {
        let world = try ActivityWorld()
        let other = try Archive(at: world.folder.path("other"), mode: .write, time: world.clock.time)
        var desk = try world.desk(RepoChoice())
        desk.archive = other
        let error = await #expect(throws: SourceError.self) { _ = try await Activity(.commits).collect(desk) }
        #expect(error?.isAboutSetup == true)
        #expect(try Activity(.commits).clean(other, into: Catalog(path: ":memory:"), log: .silent) == ())
    }

    @Test func theScopeChoosesTheList() throws {
        let world = try ActivityWorld()
        let owner = try #require(world.hub.models.first?.owner)
        let walk = try world.archive.begin("models", plan: "\(world.hub.baseURL)?author=\(owner)&sort=likes, limit 9")
        try world.archive.append(
            ArchivedPage(
                walk: walk.id, url: "x", fetchedAt: world.clock.time.instant, format: "hub-models", records: 1,
                body: Array(#"[{"id":"\#(owner)/only"}]"#.utf8)))
        try world.archive.finish(walk.id)
        try world.list(world.hub.models, as: "models")
        func models(_ filters: [String: [String]]) throws -> [String] {
            try Selection(
                archive: world.archive, endpoint: world.hub.baseURL, choice: RepoChoice(count: 5), filters: filters
            ).repos().filter { $0.repo.kind == "models" }.map(\.repo.id)
        }
        #expect(try models([:]).count == 5)
        #expect(try models(["models": ["author=\(owner)"]]) == ["\(owner)/only"])
        #expect(try models(["models": ["author=\(owner)", "filter=fr"]]) == [])
    }

    @Test func theMostDownloadedAndTheDrawnAreOthers() throws {
        let world = try ActivityWorld()
        func ids(_ choice: RepoChoice) throws -> [String] {
            try Selection(archive: world.archive, endpoint: world.hub.baseURL, choice: choice).repos()
                .filter { $0.repo.kind == "models" }.map(\.repo.id)
        }
        let byDownloads = world.hub.models.sorted { ($1.downloads ?? 0, $0.id) < ($0.downloads ?? 0, $1.id) }
        #expect(try ids(RepoChoice(count: 5, order: .downloads)) == byDownloads.prefix(5).map(\.id))
        let drawn = try ids(RepoChoice(count: 20, order: .sample, seed: 1))
        #expect(try Array(drawn.prefix(10)) == ids(RepoChoice(count: 10, order: .sample, seed: 1)))
        #expect(try drawn != ids(RepoChoice(count: 20, order: .sample, seed: 2)))
        #expect(try ids(RepoChoice(count: 1, order: .all)).count == world.hub.models.count)
        #expect(
            try Selection(archive: world.archive, endpoint: "http://127.0.0.1", choice: RepoChoice()).repos().isEmpty)
    }
}
