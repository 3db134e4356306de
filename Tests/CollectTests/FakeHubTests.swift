import Archive
import Collect
import Core
import FakeHub
import HTTP
import Hub
import JSON
import TestSupport
import Testing
import Web

/// Invented models behind the Hub's own interface: every fault, the limits, and records that hostile owners wrote.
@Suite struct FakeHubTests {
    let folder: TemporaryFolder
    let clock = TestClock()
    init() throws { folder = try TemporaryFolder() }

    func collect(_ hub: FakeHub, pageSize: Int, top: Int = 0) async throws -> CollectSummary {
        let archive = try Archive(at: folder.path("archive"), mode: .write, time: clock.time)
        let client = try HubClient(
            http: HTTPClient(), endpoint: hub.baseURL, time: clock.time, retry: RetryPolicy(maxTries: 12))
        var plan = CollectPlan()
        (plan.pageSize, plan.top) = (pageSize, top)
        return try await CollectStage.run(plan: plan, archive: archive, client: client)
    }

    /// The identifiers of the archived list. Pages that no JSON reader takes are left to cleaning.
    func ids() throws -> Set<String> {
        var ids: Set<String> = []
        let archive = try Archive(at: folder.path("archive"), mode: .read)
        try archive.forEachPage(onDamage: { Issue.record("\($0)") }) { page in
            guard page.format == "hub-models" else { return }
            for item in try JSONDocument.parse(page.body).root.elements {
                if let id = item["id"]?.string, item["_id"]?.string != nil { ids.insert(id) }
            }
        }
        return ids
    }

    @Test(arguments: Faults.Kind.allCases) func everyFaultIsOvercome(kind: Faults.Kind) async throws {
        let hub = FakeHub(
            modelCount: 300, faults: Faults([kind: 0.3], seed: 3, slowSeconds: 0.01), hostileShare: 0)
        _ = try hub.start()
        defer { hub.stop() }
        let summary = try await collect(hub, pageSize: 10)
        #expect(summary.walks[0].isFinished)
        #expect(try ids() == hub.modelIDs)
        #expect(hub.faultsGiven[kind, default: 0] > 3)
    }

    /// 520 requests at 500 a window: the window is spent, and nothing refused.
    @Test func theLimitIsNeverMet() async throws {
        let clock = clock
        let hub = FakeHub(modelCount: 520, plan: .anonymous, hostileShare: 0, now: { clock.now })
        _ = try hub.start()
        defer { hub.stop() }
        let start = clock.now
        let summary = try await collect(hub, pageSize: 1)
        #expect(summary.pagesFetched >= 520)
        #expect(hub.requestCount == summary.pagesFetched)
        #expect(clock.now - start < 310)
        #expect(try ids() == hub.modelIDs)
    }

    @Test func hostileRecordsAndDetailsAreArchivedAsTheyCome() async throws {
        let hub = FakeHub(modelCount: 500, hostileShare: 0.2)
        _ = try hub.start()
        defer { hub.stop() }
        let summary = try await collect(hub, pageSize: 20, top: 20)
        #expect(summary.walks.map(\.isFinished) == [true, true, true])
        #expect(summary.walks[1].pages >= 15)
    }

    /// A page moves, a server fails, an answer is no JSON: each dataset and Space comes all the same, and a walk goes on.
    @Test(arguments: [HubList.datasets, .spaces]) func listsOfOtherReposAreWalkedAlike(list: HubList) async throws {
        let faults: [Faults.Kind: Double] = [.duplicate: 0.1, .html429: 0.1, .reset: 0.1]
        let hub = FakeHub(modelCount: 900, faults: Faults(faults, seed: 3), hostileShare: 0.05)
        _ = try hub.start()
        defer { hub.stop() }
        let archive = try Archive(at: folder.path("archive"), mode: .write, time: clock.time)
        let client = try HubClient(
            http: HTTPClient(), endpoint: hub.baseURL, time: clock.time, retry: RetryPolicy(maxTries: 12))
        var plan = CollectPlan()
        (plan.list, plan.pageSize, plan.top, plan.task) = (list, 10, 5, "fill-mask")
        let summary = try await CollectStage.run(plan: plan, archive: archive, client: client)
        #expect(summary.walks.map(\.name) == [list.rawValue] && summary.walks[0].isFinished)
        var ids: Set<String> = []
        try archive.forEachPage(onDamage: { Issue.record("\($0)") }) { page in
            #expect(page.format == list.format && !page.url.contains("fill-mask"))
            for item in try JSONDocument.parse(page.body).root.elements { ids.insert(item["id"]?.string ?? "") }
        }
        #expect(ids == Set((list == .spaces ? hub.spaces : hub.datasets).map(\.id)))
        #expect(try await CollectStage.run(plan: plan, archive: archive, client: client).pagesFetched == 0)
    }
}
