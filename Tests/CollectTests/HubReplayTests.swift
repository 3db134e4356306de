import Archive
import Collect
import Core
import HTTP
import Hub
import JSON
import Synchronization
import TestSupport
import Testing
import Web

/// Real records of 2024-07-11 behind the Hub's interface, with faults; where the replay program lies beside the checkout.
@Suite struct HubReplayTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    func collect(from url: String, log: Log = .silent) async throws -> CollectSummary {
        // Waits between tries take no time here: what is tested is that they end well.
        let clock = TestClock()
        let archive = try Archive(at: folder.path("archive"), mode: .write, time: clock.time)
        var plan = CollectPlan()
        plan.pageSize = 50
        let client = try HubClient(
            http: HTTPClient(), endpoint: url, time: clock.time, retry: RetryPolicy(maxTries: 12))
        return try await CollectStage.run(plan: plan, archive: archive, client: client, log: log)
    }

    func ids() throws -> Set<String> {
        var ids: Set<String> = []
        let archive = try Archive(at: folder.path("archive"), mode: .read)
        try archive.forEachPage(onDamage: { Issue.record("\($0)") }) { page in
            for item in try JSONDocument.parse(page.body).root.elements {
                if let id = item["_id"]?.string { ids.insert(id) }
            }
        }
        return ids
    }

    @Test(.timeLimit(.minutes(15))) func everyModelComesDespiteFaultsAndABreak() async throws {
        let faults =
            "seed=1,429=0.05,500=0.05,504=0.03,reset=0.05,short=0.05,truncate=0.05,html429=0.03,error200=0.03,dup=0.02"
        guard
            let replay = try Replay(
                "--limit-records", "5000", "--faults", faults, for: "collecting real records under faults")
        else { return }
        let url = replay.url
        // The first run is broken off in its middle, and its last record torn.
        let pages = Mutex(0)
        let running = Mutex<Task<CollectSummary, any Error>?>(nil)
        let log = Log(
            line: { _, _, _ in },
            progress: { _, _, _, _ in
                let count = pages.withLock { count in
                    count += 1
                    return count
                }
                if count == 40 { running.withLock { $0?.cancel() } }
            })
        let task = Task { try await self.collect(from: url, log: log) }
        running.withLock { $0 = task }
        await #expect(throws: CancellationError.self) { _ = try await task.value }
        let segment = try OpenFile(folder.path("archive/segments/000001.zst"), .append)
        try segment.truncate(to: try segment.size - 7)

        let summary = try await collect(from: url)
        #expect(summary.walks[0].isFinished)
        #expect(summary.pagesFetched < 100)
        #expect(try ids().count == 5000)
        withExtendedLifetime(replay) {}
    }
}
