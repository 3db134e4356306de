import Archive
import Catalog
import Collect
import Core
import HTTP
import Hub
import SQLite
import Sources
import TestSupport
import Testing
import Web

@testable import Activity

/// Recorded histories behind the Hub's interface, under faults; where the replay program lies beside the checkout. Which of
/// its commits are recorded and which are made up (all discussions are) its README tells.
@Suite struct HubReplayTests {
    let folder: TemporaryFolder
    let clock = TestClock()
    init() throws { folder = try TemporaryFolder() }

    @Test(.timeLimit(.minutes(15))) func recordedHistoriesComeOutAsInTheirFile() async throws {
        let test = "commits of recorded models under faults"
        let faults = "seed=4,429=0.03,500=0.03,504=0.02,reset=0.03,truncate=0.03,html429=0.02,error200=0.02"
        guard let file = Repository.shared("data/hub-commits-2024-12.ndjson.zst", for: test),
            let replay = try Replay(
                "--limit-records", "30000", "--faults", faults, kinds: "models,spaces", for: test)
        else { return }
        let archive = try Archive(at: folder.path("archive"), mode: .write, time: clock.time)
        let hub = try HubClient(
            http: HTTPClient(), endpoint: replay.url, time: clock.time, retry: RetryPolicy(maxTries: 12))
        for list in [HubList.models, .spaces] {
            var plan = CollectPlan()
            plan.list = list
            _ = try await CollectStage.run(plan: plan, archive: archive, client: hub)
        }
        // Of each kind the most liked, in several runs; the oldest models hold most of the recorded ones.
        let choice = RepoChoice(count: 250, people: 250, requests: 200)
        let desk = Desk(
            archive: archive, hub: hub, web: WebClient(http: try HTTPClient(), userAgent: "test"), choice: choice,
            time: clock.time)
        for aspect in Aspect.allCases {
            var runs = 0
            while try await Activity(aspect).collect(desk).contains("left for the next run") { runs += 1 }
            #expect(runs >= 2)
        }
        let live = try Catalog(path: ":memory:")
        for aspect in Aspect.allCases { try Activity(aspect).clean(archive, into: live, log: .silent) }
        let recorded = try Catalog(path: ":memory:")
        let other = try Archive(at: folder.path("file"), mode: .write)
        _ = try CollectStage.importFile(
            file, format: Activity.fileFormat, into: other, fetchedAt: Instant("2024-12-04T00:00:00Z")!)
        try Activity(.commits).clean(other, into: recorded, log: .silent)

        let columns =
            "repo_id || ' ' || total || ' ' || seen || ' ' || first_at || ' ' || last_at || ' ' || co_authored"
        let rows = "SELECT \(columns) FROM commit_counts JOIN activity_repos r ON r.id = repo WHERE kind = 'models'"
        let same = Set(try live.column(rows)).intersection(try recorded.column(rows))
        let ids = Set(try recorded.column("SELECT repo_id FROM activity_repos"))
        let asked = try live.column("SELECT repo_id FROM activity_repos WHERE kind = 'models'").filter(ids.contains)
        #expect(asked.count > 50)
        #expect(same.count == asked.count)
        #expect(try live.value("SELECT count(*) FROM commit_counts WHERE status <> 'whole'") == "0")
        #expect(try live.value("SELECT count(DISTINCT kind) FROM activity_repos") == "2")
        #expect(try live.value("SELECT count(*) FROM discussion_counts WHERE total IS NULL") == "0")
        withExtendedLifetime(replay) {}
    }
}
