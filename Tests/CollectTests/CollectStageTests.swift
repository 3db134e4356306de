import Archive
import Collect
import Core
import Foundation
import HTTP
import Hub
import JSON
import Server
import Synchronization
import TestSupport
import Testing

@Suite struct CollectStageTests {
    let folder: TemporaryFolder
    let clock = TestClock()
    init() throws { folder = try TemporaryFolder() }

    func archive() throws -> Archive {
        try Archive(at: folder.path("archive"), mode: .write, time: clock.time)
    }

    @discardableResult
    func collect(
        from hub: SmallHub, into archive: Archive, log: Log = .silent, _ change: (inout CollectPlan) -> Void = { _ in }
    ) async throws -> CollectSummary {
        var plan = CollectPlan()
        plan.pageSize = 10
        change(&plan)
        let client = try HubClient(http: HTTPClient(), endpoint: hub.url, time: clock.time)
        return try await CollectStage.run(plan: plan, archive: archive, client: client, log: log)
    }

    func ids(_ archive: Archive, of walk: String) throws -> [String] {
        var ids: [String] = []
        try archive.forEachPage(of: walk, onDamage: { Issue.record("\($0)") }) { page in
            for item in try JSONDocument.parse(page.body).root.elements { ids.append(item["id"]?.string ?? "") }
        }
        return ids
    }

    @Test func aWholeListIsArchivedOnce() async throws {
        let (hub, archive) = (try SmallHub(95), try archive())
        let summary = try await collect(from: hub, into: archive)
        let walk = try #require(summary.walks.first)
        #expect((walk.pages, walk.records, walk.isFinished) == (10, 95, true))
        #expect((summary.pagesFetched, summary.recordsFetched) == (10, 95))
        #expect(try ids(archive, of: walk.id) == hub.models.map(\.id))
        #expect(hub.targets.count == 10)
        #expect(archive.entries.allSatisfy { $0.format == "hub-models" && $0.status == 200 })
        // A finished walk is not walked again, unless asked.
        #expect(try await collect(from: hub, into: archive).pagesFetched == 0)
        #expect(hub.targets.count == 10)
        let again = try await collect(from: hub, into: archive) { $0.fresh = true }
        #expect(again.pagesFetched == 10)
        #expect(again.walks[0].id == walk.id + ".2")
    }

    @Test func theListAsksForWhatTheCatalogKeeps() async throws {
        let hub = try SmallHub(1)
        try await collect(from: hub, into: archive()) {
            $0.author = "owner"
            $0.license = "mit"
        }
        let asked = try #require(hub.targets.first)
        #expect(asked.hasPrefix("/api/models?author=owner&filter=license%3Amit&sort=createdAt&limit=10&expand="))
        #expect(asked.contains("expand=safetensors"))
    }

    /// However it goes wrong, each model comes exactly once.
    @Test func everyFaultIsOvercome() async throws {
        let hub = try SmallHub(95)
        let faults: [SmallHub.Fault] = [
            .answer(ServerResponse(status: 429, text: "slow down")),
            .answer(ServerResponse(status: 429, html: "<html>", headers: [("Retry-After", "1")])),
            .answer(ServerResponse(json: Array(#"{"error":"rate limit"}"#.utf8))),
            .answer(ServerResponse(status: 500, text: "oops")),
            .answer(ServerResponse(status: 504, html: "<html>")),
            .answer(ServerResponse(html: "<html>maintenance</html>")),
            .misbehave(.reset), .misbehave(.short), .misbehave(.truncate),
        ]
        for (number, fault) in faults.enumerated() { hub.fail(at: number * 2, fault) }
        let archive = try archive()
        let walk = try await collect(from: hub, into: archive).walks[0]
        #expect(try ids(archive, of: walk.id) == hub.models.map(\.id))
        #expect(hub.targets.count >= 10 + faults.count)
    }

    @Test func aWalkGoesOnWhereItStopped() async throws {
        let (hub, archive) = (try SmallHub(95), try archive())
        hub.fail(at: 4, .answer(ServerResponse(status: 403, text: "no")))
        await #expect(throws: HubError.self) { try await collect(from: hub, into: archive) }
        #expect(archive.walks.map(\.pages) == [4])
        #expect(archive.walks.map(\.isFinished) == [false])
        hub.forget()
        let summary = try await collect(from: hub, into: archive)
        #expect(summary.pagesFetched == 6)
        #expect(hub.targets.first?.contains("cursor=40") == true)
        #expect(try ids(archive, of: summary.walks[0].id) == hub.models.map(\.id))
        #expect(archive.walks.count == 1)
    }

    /// What a kill would leave at the moment of each request: every page that was asked for before it.
    @Test(arguments: [1, 7, 10]) func aKillCostsAtMostThePageOnItsWay(pageSize: Int) async throws {
        let (hub, archive) = (try SmallHub(70), try archive())
        let requests = 70 / pageSize
        for request in 0..<requests {
            let (from, copy) = (folder.path("archive"), folder.path("copy-\(request)"))
            hub.fail(at: request, .event { try! FileManager.default.copyItem(atPath: from, toPath: copy) })
        }
        try await collect(from: hub, into: archive) { $0.pageSize = pageSize }
        #expect(hub.targets.count == requests)
        for request in 0..<requests {
            let left = try Archive(at: folder.path("copy-\(request)"), mode: .write)
            #expect(left.entries.count == request)
            let walk = try #require(left.walks.first)
            #expect(try ids(left, of: walk.id) == hub.models.prefix(request * pageSize).map(\.id))
            #expect(walk.next?.contains("cursor=\(request * pageSize)") == (request > 0))
        }
    }

    @Test func anotherQuestionIsAnotherWalk() async throws {
        let (hub, archive) = (try SmallHub(15), try archive())
        try await collect(from: hub, into: archive)
        try await collect(from: hub, into: archive) { $0.author = "owner" }
        try await collect(from: hub, into: archive) { $0.pageSize = 7 }
        #expect(archive.walks.map(\.pages) == [2, 2])
    }

    @Test func aLimitTakesTheMostLiked() async throws {
        let (hub, archive) = (try SmallHub(95), try archive())
        let walk = try await collect(from: hub, into: archive) { $0.limit = 25 }.walks[0]
        #expect((walk.pages, walk.records, walk.isFinished) == (3, 30, true))
        #expect(hub.targets.allSatisfy { $0.contains("sort=likes") })
        #expect(hub.targets.count == 3)
        let few = try await collect(from: hub, into: archive) { $0.limit = 3 }.walks[0]
        #expect(few.records == 3)
    }

    @Test func sinceStopsAtTheDay() async throws {
        let (hub, archive) = (try SmallHub(95), try archive())
        let walk = try await collect(from: hub, into: archive) { $0.since = .created(Day("2026-11-05")!) }.walks[0]
        #expect(walk.pages == 2)
        #expect(hub.targets.allSatisfy { $0.contains("sort=createdAt") })
        hub.forget()
        try await collect(from: hub, into: archive) { $0.since = .changed(Day("2026-11-05")!) }
        #expect(hub.targets.allSatisfy { $0.contains("sort=lastModified") })
    }

    /// A list that was walked for more, and tells as much, is not walked for its most liked again.
    @Test(arguments: [nil, 30, 200]) func detailsTakeAListThatIsThere(limit: Int?) async throws {
        let (hub, archive) = (try SmallHub(95), try archive())
        try await collect(from: hub, into: archive) { $0.limit = limit }
        hub.forget()
        let summary = try await collect(from: hub, into: archive) { ($0.top, $0.isListForTop) = (5, true) }
        #expect(summary.walks[0].id == archive.walks[0].id)
        #expect(hub.targets.allSatisfy { !$0.contains("sort=") })
        #expect(archive.entries.filter { $0.walk == summary.walks[1].id }.count == 5)
    }

    /// One that is too short, of another question, or of other days says nothing of the most liked.
    @Test func detailsWalkAListWhereNoneTellsThem() async throws {
        let (hub, archive) = (try SmallHub(95), try archive())
        try await collect(from: hub, into: archive) { $0.limit = 3 }
        try await collect(from: hub, into: archive) { $0.author = "owner" }
        try await collect(from: hub, into: archive) { $0.since = .created(Day("2026-11-05")!) }
        hub.forget()
        try await collect(from: hub, into: archive) { ($0.top, $0.isListForTop) = (5, true) }
        #expect(hub.targets.count { $0.contains("sort=createdAt") } == 10)
        hub.forget()
        try await collect(from: hub, into: archive) { ($0.top, $0.isListForTop, $0.fresh) = (5, true, true) }
        #expect(hub.targets.count { $0.contains("sort=createdAt") } == 10)
    }

    @Test func detailsOfTheMostLiked() async throws {
        let (hub, archive) = (try SmallHub(95), try archive())
        let summary = try await collect(from: hub, into: archive) { $0.top = 5 }
        let entries = archive.entries.filter { $0.walk == summary.walks[1].id }
        // Likes are number × 7 modulo 100: 99, 98, 97, 96, 95.
        let expected = [57, 14, 71, 28, 85].map { "\(hub.url)/api/models/owner/model-\($0)" }
        #expect(Set(entries.map(\.url)) == Set(expected))
        #expect(entries.filter { $0.format == "hub-model" && $0.status == 200 }.count == 4)
        #expect(entries.filter { $0.format == "hub-error" && $0.status == 401 }.map(\.url) == [expected[1]])
        hub.forget()
        try await collect(from: hub, into: archive) { $0.top = 5 }
        #expect(hub.targets.isEmpty)
    }

    @Test func detailsGoOnWhereTheyStopped() async throws {
        let (hub, archive) = (try SmallHub(40), try archive())
        try await collect(from: hub, into: archive)
        hub.forget()
        hub.fail(at: 6, .answer(ServerResponse(status: 400, text: "no")))
        await #expect(throws: HubError.self) {
            try await collect(from: hub, into: archive) { ($0.top, $0.workers) = (10, 1) }
        }
        hub.forget()
        let summary = try await collect(from: hub, into: archive) { ($0.top, $0.workers) = (10, 3) }
        #expect(hub.targets.count { !$0.contains("treesize") } == 4)
        #expect(summary.walks[1].pages == 10)
        #expect(summary.walks[1].isFinished)
    }

    @Test func progressIsTold() async throws {
        let hub = try SmallHub(25)
        let seen = Mutex<[Int]>([])
        let log = Log(line: { _, _, _ in }, progress: { _, done, _, _ in seen.withLock { $0.append(done) } })
        try await collect(from: hub, into: archive(), log: log)
        #expect(seen.withLock { $0 } == [10, 20, 25])
    }

    @Test func anEmptyListIsAFinishedWalk() async throws {
        let summary = try await collect(from: SmallHub(0), into: archive())
        #expect((summary.walks[0].records, summary.walks[0].isFinished) == (0, true))
    }
}
