import Archive
import Catalog
import Core
import FakeHub
import HTTP
import Hub
import JSON
import Server
import Sources
import TestSupport
import Testing
import Web

@testable import Leaderboard

@Suite struct StatedResultsTests {
    private func rows(_ item: String) throws -> ([LeaderboardRow], [String: Int]) {
        var counts = DiagnosticCounts()
        let model = try JSONDocument.parse(Array(#"{"id":"acme/m","evalResults":[\#(item)]}"#.utf8)).root
        let rows = try #require(StatedResults.rows(of: model, source: "s", into: &counts))
        return (rows, counts.byIdentifier.mapValues(\.count))
    }

    private static let hle = #""dataset":{"id":"cais/hle","task_id":"hle"}"#

    @Test(
        "an entry is read bare and under its file; a text with percent is a number",
        arguments: [
            (#"{\#(hle),"value":20.9}"#, "cais/hle/hle", 20.9, nil),
            (#"{"filename":"a.yaml","data":{\#(hle),"value":7},"verified":true}"#, "cais/hle/hle", 7, true),
            (#"{"data":{\#(hle),"value":"41.2%"},"verified":false,"pullRequest":null}"#, "cais/hle/hle", 41.2, false),
            (#"{\#(hle),"value":"0.5","notes":"no-tools","pullRequest":0}"#, "cais/hle/hle", 0.5, nil),
            (#"{\#(hle),"value":1,"notes":"With tools"}"#, "cais/hle/hle (with tools)", 1, nil),
            (#"{\#(hle),"value":1,"notes":"考试"}"#, "cais/hle/hle (another set-up)", 1, nil),
            (#"{"dataset":{"id":"squad"},"value":1}"#, "squad", 1, nil),
        ] as [(String, String, Double, Bool?)])
    func reads(_ item: String, _ benchmark: String, _ value: Double, _ verified: Bool?) throws {
        let (rows, counts) = try rows(item)
        #expect(rows.count == 1 && counts.isEmpty)
        #expect(rows.first?.scores == [.init(benchmark: benchmark, raw: value)])
        #expect(rows.first?.isVerified == verified)
    }

    @Test(
        "what is pending, cannot be read or is no number is counted, and no result",
        arguments: [
            (#"{\#(hle),"value":1,"pullRequest":69}"#, "evals.pending"),
            (#"{\#(hle),"value":1,"pullRequest":true}"#, "evals.pending"),
            (#"{\#(hle),"value":1,"pullRequest":{"num":3}}"#, "evals.pending"),
            (#"{"filename":"a.yaml","error":"bad","pullRequest":3}"#, "evals.pending"),
            (#"{"filename":"a.yaml","error":"bad"}"#, "evals.unparsable"),
            (#"{\#(hle),"value":"high"}"#, "evals.noValue"), (#"{\#(hle),"value":true}"#, "evals.noValue"),
            (#"{\#(hle),"value":1e300}"#, "evals.noValue"), (#"{\#(hle)}"#, "evals.noValue"),
            (#"{"value":1}"#, "evals.noBenchmark"), (#"{"dataset":{"id":"<b>"},"value":1}"#, "evals.noBenchmark"),
            ("7", "evals.noBenchmark"), ("null", "evals.noBenchmark"),
        ])
    func counts(_ item: String, _ identifier: String) throws {
        let (rows, counts) = try rows(item)
        #expect(rows.isEmpty)
        #expect(counts == [identifier: 1])
    }

    @Test func aModelWithoutTheKeyTellsNothing() throws {
        var counts = DiagnosticCounts()
        let read = { (text: String) in
            StatedResults.rows(of: try JSONDocument.parse(Array(text.utf8)).root, source: "s", into: &counts)
        }
        #expect(try read(#"{"id":"a/b"}"#) == nil)
        #expect(try read(#"{"id":"a/b","evalResults":null}"#) == nil)
        #expect(try read(#"{"id":"a/b","evalResults":[]}"#) == [])
        #expect(counts.byIdentifier.isEmpty)
        #expect(try read(#"{"id":"a/b","evalResults":{}}"#) == [])
        #expect(try read(#"{"id":"","evalResults":[]}"#) == [])
        #expect(counts.byIdentifier.keys.sorted() == ["field.type", "leaderboard.noModel"])
    }

    private func desk(_ url: String, in folder: String, _ clock: TestClock) throws -> Desk {
        let http = try HTTPClient()
        return Desk(
            archive: try Archive(at: "\(folder)/archive", mode: .write, time: clock.time),
            hub: try HubClient(http: http, endpoint: url, time: clock.time),
            web: WebClient(http: http, userAgent: "test", time: clock.time), endpoints: Endpoints(mirror: url),
            time: clock.time)
    }

    private func cleaned(_ desk: Desk) throws -> (rows: [LeaderboardRow], source: SourceRow, misses: [String: Int]) {
        let catalog = try Catalog(path: ":memory:")
        try Leaderboard().clean(desk.archive, into: catalog, log: .silent)
        let source = try #require(try catalog.sources().first { $0.key.hasPrefix("leaderboard-stated") })
        var rows: [LeaderboardRow] = []
        try catalog.forEachLeaderboardResult(of: source.key) { rows.append($0) }
        #expect(try catalog.newestLeaderboard("open-llm-leaderboard", "v2") == nil)
        let misses = try catalog.diagnostics().filter { $0.source == source.key }
        return (rows, source, Dictionary(uniqueKeysWithValues: misses.map { ($0.identifier, $0.count) }))
    }

    @Test("one list has all of them; of whom it does not tell is asked alone, and nobody twice")
    func collects() async throws {
        let hub = FakeHub(modelCount: 1200, seed: 3, hostileShare: 0)
        try hub.start()
        defer { hub.stop() }
        let folder = try TemporaryFolder()
        let desk = try desk(hub.baseURL, in: folder.path, TestClock())
        let words = try await StatedWalk(desk: desk).run()
        let tagged = hub.models.filter { $0.tags.contains("eval-results") }
        #expect(words == "\(tagged.count) models with results of their own")
        let (rows, source, misses) = try cleaned(desk)
        let absent = try #require(misses["evals.absent"])
        #expect(hub.requestCount == 1 + absent)
        #expect(rows.count > absent && source.rows == rows.count)
        #expect(rows.allSatisfy { $0.version == "stated" && $0.scores.count == 1 && $0.submittedOn != nil })
        #expect(rows.contains { $0.isVerified == true } && rows.contains { $0.isVerified == nil })
        #expect(rows.contains { $0.scores[0].benchmark.hasSuffix(" (with tools)") })
        #expect(misses.keys.sorted() == ["evals.absent", "evals.pending", "evals.unparsable"])
        #expect(source.coverage == .slice && source.title == "Results that models’ own repos state")
        _ = try await StatedWalk(desk: desk).run()
        #expect(hub.requestCount == 1 + absent, "what is complete is not asked again")
    }

    /// The same results, whether lists tell them or single answers do; a walk that dies goes on.
    @Test func aListThatTellsNothingIsMadeGood() async throws {
        let hub = FakeHub(modelCount: 300, seed: 3, hostileShare: 0)
        let asked = Counter()
        let server = try Server { request in
            if request.path == "/api/models" {
                return hub.respond(to: ServerRequest(target: "/api/models?filter=eval-results&limit=1000&expand=likes"))
            }
            return asked.next(request.target) == 3
                ? ServerResponse(status: 418, json: Array("{}".utf8)) : hub.respond(to: request)
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let desk = try desk(server.baseURL, in: folder.path, TestClock())
        #expect(try await StatedWalk(desk: desk).run().hasSuffix(", 1 still to ask"))
        #expect(try cleaned(desk).source.note.contains("Not read to its end."))
        #expect(try await StatedWalk(desk: desk).run().hasSuffix(" models with results of their own"))
        let tagged = hub.models.filter { $0.tags.contains("eval-results") }
        #expect(asked.count { _ in true } == tagged.count + 1)

        let other = try TemporaryFolder()
        try hub.start()
        defer { hub.stop() }
        let direct = try self.desk(hub.baseURL, in: other.path, TestClock())
        _ = try await StatedWalk(desk: direct).run()
        let texts = { (rows: [LeaderboardRow]) in rows.map { "\($0.key) \($0.scores)" }.sorted() }
        #expect(texts(try cleaned(desk).rows) == texts(try cleaned(direct).rows))
        #expect(try cleaned(desk).misses == cleaned(direct).misses)
    }
}
