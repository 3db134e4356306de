import Archive
import Catalog
import Collect
import Core
import FakeHub
import HTTP
import Hub
import Server
import Sources
import TestSupport
import Testing
import Web

@testable import Leaderboard

@Suite struct LeaderboardTests {
    /// A desk at a server of this test.
    private func desk(_ url: String, in folder: String, _ clock: TestClock) throws -> Desk {
        let http = try HTTPClient()
        return Desk(
            archive: try Archive(at: "\(folder)/archive", mode: .write, time: clock.time),
            hub: try HubClient(http: http, endpoint: url, time: clock.time),
            web: WebClient(http: http, userAgent: "test", time: clock.time), endpoints: Endpoints(mirror: url),
            time: clock.time)
    }

    private func cleaned(_ archive: Archive) throws -> Catalog {
        let catalog = try Catalog(path: ":memory:")
        try Leaderboard().clean(archive, into: catalog, log: .silent)
        return catalog
    }

    private func results(_ catalog: Catalog, _ source: String) throws -> [LeaderboardRow] {
        var rows: [LeaderboardRow] = []
        try catalog.forEachLeaderboardResult(of: source) { rows.append($0) }
        return rows
    }

    @Test("collects service and live benchmarks once, and cleans them")
    func collects() async throws {
        let hub = FakeHub(modelCount: 300, seed: 3, hostileShare: 0)
        try hub.start()
        defer { hub.stop() }
        let folder = try TemporaryFolder()
        let clock = TestClock()
        let desk = try desk(hub.baseURL, in: folder.path, clock)
        let words = try await Leaderboard().collect(desk)
        #expect(words.contains("3 live benchmarks"))
        let asked = hub.requestCount
        _ = try await Leaderboard().collect(desk)
        #expect(hub.requestCount == asked, "what is complete is not asked again")

        let catalog = try cleaned(desk.archive)
        let source = try #require(try catalog.newestLeaderboard("open-llm-leaderboard", "v2"))
        let rows = try results(catalog, source)
        #expect(rows.count > 20)
        #expect(Set(rows.map(\.key)).count == rows.count)
        #expect(Set(rows.map(\.model)).count < rows.count, "several results of a model are kept")
        #expect(
            rows.allSatisfy { $0.average != nil && $0.type != nil && $0.scores.count == 6 && $0.isAvailable == true })
        #expect(rows.allSatisfy { ($0.parameters ?? 1) > 0 && ($0.co2Kg ?? 0) >= 0 && $0.base != "Removed" })
        let live = try catalog.sources().first { $0.key.hasPrefix("leaderboard-live") }
        #expect(live?.rows == 60)
        #expect(try catalog.diagnostics().allSatisfy { $0.source.hasPrefix("leaderboard-stated") })
        // Cleaning again changes nothing.
        try Leaderboard().clean(desk.archive, into: catalog, log: .silent)
        #expect(try results(catalog, source) == rows)
    }

    @Test("a service that is gone is replaced by the dataset's rows, and gives the same results")
    func asksForRows() async throws {
        let hub = FakeHub(modelCount: 1200, seed: 3, hostileShare: 0)
        let folder = try TemporaryFolder()
        let clock = TestClock()
        let whole = hub.respond(to: ServerRequest(target: "/leaderboard/api/leaderboard/formatted")).body
        let server = try Server { request in
            request.path.hasPrefix("/leaderboard")
                ? ServerResponse(status: 404, text: "<html>Sorry</html>") : hub.respond(to: request)
        }
        defer { server.stop() }
        let desk = try desk(server.baseURL, in: folder.path, clock)
        let words = try await Leaderboard().collect(desk)
        #expect(words.contains("by the dataset's rows"))
        let rowPages = desk.archive.entries.filter { $0.format == Leaderboard.Format.rows }
        #expect(rowPages.count > 1)
        let catalog = try cleaned(desk.archive)
        let fromRows = try results(catalog, try #require(try catalog.newestLeaderboard("open-llm-leaderboard", "v2")))

        let other = try Archive(at: "\(folder.path)/other", mode: .write, time: clock.time)
        let walk = try other.begin("leaderboard/v2", plan: "")
        try other.append(
            ArchivedPage(
                walk: walk.id, url: "u", fetchedAt: clock.time.instant, format: "leaderboard-json", records: 1,
                body: whole))
        try other.finish(walk.id)
        let direct = try cleaned(other)
        let fromService = try results(direct, try #require(try direct.newestLeaderboard("open-llm-leaderboard", "v2")))
        let blank = { (row: LeaderboardRow) in
            var row = row
            row.source = ""
            return row
        }
        #expect(fromRows.count > 100)
        #expect(fromRows.map(blank) == fromService.map(blank))
    }

    @Test("a walk over rows that dies goes on where it was; HTML with status 429 is waited out")
    func goesOn() async throws {
        let hub = FakeHub(modelCount: 1200, seed: 3, hostileShare: 0)
        let asked = Counter()
        let server = try Server { request in
            if request.path.hasPrefix("/leaderboard") { return ServerResponse(status: 404, text: "") }
            guard request.path == "/datasets-server/rows" else { return hub.respond(to: request) }
            switch asked.next(request.target) {
            case 2: return ServerResponse(status: 429, text: "<h1>429</h1><p>We had to rate limit you</p>")
            case 3: return ServerResponse(status: 403, text: "{\"error\":\"no\"}")
            default: return hub.respond(to: request)
            }
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let desk = try desk(server.baseURL, in: folder.path, TestClock())
        await #expect(throws: WebError.self) { try await Leaderboard().collect(desk) }
        let kept = desk.archive.entries.filter { $0.format == Leaderboard.Format.rows }.count
        #expect(kept == 1)
        _ = try await Leaderboard().collect(desk)
        #expect(desk.archive.entries.filter { $0.format == Leaderboard.Format.rows }.count == 2)
        #expect(asked.count { $0.contains("offset=0&") } == 1, "a page that is archived is not asked for again")
    }

    @Test("an answer that has changed is archived, and the field that is missing is named")
    func namesWhatChanged() async throws {
        let server = try Server { request in
            request.path.hasPrefix("/leaderboard")
                ? ServerResponse(
                    json: Array(#"[{"model":{"name":"a/b"},"evaluations":{"ifeval":{"normalized_score":1}}}]"#.utf8))
                : ServerResponse(json: Array("[]".utf8))
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let desk = try desk(server.baseURL, in: folder.path, TestClock())
        let url = "\(server.baseURL)/leaderboard/api/leaderboard/formatted"
        let missing = "average, bbh, gpqa, math, mmlu_pro and musr"
        await #expect(throws: SourceError(.changed("\(url) has no column for \(missing)"), at: "leaderboard")) {
            try await Leaderboard().collect(desk)
        }
        #expect(desk.archive.entries.contains { $0.format == "leaderboard-json" })
        let catalog = try cleaned(desk.archive)
        #expect(try catalog.diagnostics().map(\.identifier) == ["page.noColumn"])
    }

    @Test("a live benchmark that refuses is asked again next time")
    func asksAgain() async throws {
        let hub = FakeHub(modelCount: 300, seed: 3, hostileShare: 0)
        let asked = Counter()
        let server = try Server { request in
            request.path.hasSuffix("/leaderboard") && asked.next("any") == 1
                ? ServerResponse(status: 403, json: Array("{\"error\":\"closed\"}".utf8)) : hub.respond(to: request)
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let desk = try desk(server.baseURL, in: folder.path, TestClock())
        #expect(try await Leaderboard().collect(desk).contains("2 live benchmarks, 1 not to be read"))
        #expect(try await Leaderboard().collect(desk).contains("3 live benchmarks"))
        #expect(desk.archive.entries.filter { $0.format == Leaderboard.Format.live }.count == 3)
    }
}
