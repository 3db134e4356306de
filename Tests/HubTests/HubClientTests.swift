import Core
import HTTP
import Hub
import Synchronization
import TestSupport
import Testing
import Web

/// Answers from a list, one a request; and what was asked.
final class Script: Sendable {
    private let state: Mutex<(answers: [Result<HTTPResponse, HTTPError>], requests: [HTTPRequest])>

    init(_ answers: [Result<HTTPResponse, HTTPError>]) { state = Mutex((answers, [])) }

    var requests: [HTTPRequest] { state.withLock { $0.requests } }

    func answer(_ request: HTTPRequest) throws -> HTTPResponse {
        let result = state.withLock { state in
            state.requests.append(request)
            return state.answers.isEmpty ? nil : state.answers.removeFirst()
        }
        return try #require(result, "no answer is left for \(request.url)").get()
    }
}

func answer(_ body: String, status: Int = 200, _ headers: HTTPHeaders = [:]) -> Result<HTTPResponse, HTTPError> {
    .success(HTTPResponse(status: status, headers: headers, body: Array(body.utf8), url: ""))
}

@Suite struct HubClientTests {
    let clock = TestClock()
    let endpoint = "https://hub.example"

    func client(_ script: Script, token: String? = nil, maxTries: Int = 4) throws -> HubClient {
        try HubClient(
            endpoint: endpoint, token: token.flatMap(HubToken.init), time: clock.time,
            retry: RetryPolicy(maxTries: maxTries)
        ) { try script.answer($0) }
    }

    func pages(_ client: HubClient, from url: String = "https://hub.example/api/models") async throws -> [HubPage] {
        var pages: [HubPage] = []
        for try await page in client.pages(from: url) { pages.append(page) }
        return pages
    }

    @Test func pagesFollowTheLinks() async throws {
        let script = Script([
            answer(#"[{"id":"a"},{"id":"b"}]"#, ["Link": #"</api/models?cursor=2>; rel="next""#]),
            answer(#"[{"id":"c"}]"#, ["Link": #"<https://hub.example/api/models?cursor=3>; rel="next""#]),
            answer("[]"),
        ])
        let found = try await pages(client(script), from: "\(endpoint)/api/models")
        #expect(found.map(\.records) == [2, 1, 0])
        #expect(found.map(\.next) == ["\(endpoint)/api/models?cursor=2", "\(endpoint)/api/models?cursor=3", nil])
        #expect(
            script.requests.map(\.url) == ["", "?cursor=2", "?cursor=3"].map { "\(endpoint)/api/models\($0)" })
        #expect(found[0].fetchedAt == Instant("2026-11-21T12:00:00Z"))
    }

    @Test(arguments: [408, 429, 500, 502, 503, 504]) func passingTroublesAreWaitedOut(status: Int) async throws {
        let script = Script([answer("<html>", status: status), answer("", status: status), answer("[]")])
        #expect(try await pages(client(script)).count == 1)
        #expect(clock.slept.count == 2)
        #expect(clock.slept[0] >= 0.5 && clock.slept[0] < 1 && clock.slept[1] >= 1 && clock.slept[1] < 2)
    }

    @Test func brokenBodiesAndConnectionsAreTriedAgain() async throws {
        let script = Script([
            .failure(HTTPError(.interrupted("reset"), at: "u")), answer(#"{"error":"busy"}"#), answer("[{\"id\":"),
            answer("[{}]"),
        ])
        #expect(try await pages(client(script)).map(\.records) == [1])
    }

    /// Half of the tries go to a page with a value that cannot be read; then it is taken as it is.
    @Test func unreadableValuesAreTriedAgainAndThenKept() async throws {
        let bad = answer(#"[{"n":"\ud800"}]"#)
        #expect(try await pages(client(Script([bad, answer("[{}]")]))).map(\.records) == [1])
        let kept = try await pages(client(Script([bad, bad])))
        #expect(kept.map(\.records) == [1])
        #expect(kept.map(\.body) == [Array(#"[{"n":"\ud800"}]"#.utf8)])
    }

    @Test func itGivesUpInTheEndAndSaysHow() async throws {
        let script = Script(Array(repeating: answer("", status: 504), count: 4))
        let url = "\(endpoint)/api/models"
        await #expect(throws: WebError(.gaveUp(tries: 4, why: "status 504"), at: url)) {
            try await pages(client(script))
        }
        #expect(script.requests.count == 4)
    }

    /// A wrong address is said within seconds.
    @Test(arguments: [HTTPError.Reason.cannotConnect("refused"), .unknownHost])
    func aServerThatIsNotThereIsSaidSoon(reason: HTTPError.Reason) async throws {
        let error = HTTPError(reason, at: "u")
        let script = Script(Array(repeating: .failure(error), count: 8))
        await #expect(throws: WebError(.unreachable(error.why), at: endpoint)) {
            try await pages(client(script, maxTries: 8))
        }
        #expect(script.requests.count == 3)
        #expect(clock.slept.reduce(0, +) <= 3)
    }

    @Test func aServerThatGoesAwayIsWaitedFor() async throws {
        let away = HTTPError(.cannotConnect("refused"), at: "u")
        let next: HTTPHeaders = ["Link": "</api/models?cursor=2>; rel=next"]
        let script = Script(
            [answer("[1]", next)] + Array(repeating: .failure(away), count: 7) + [answer("[2]")])
        #expect(try await pages(client(script, maxTries: 8)).count == 2)
        #expect(script.requests.count == 9)
        #expect(clock.slept.reduce(0, +) > 30)
        let gone = Script([answer("[1]", next)] + Array(repeating: .failure(away), count: 8))
        let url = "\(endpoint)/api/models?cursor=2"
        await #expect(throws: WebError(.gaveUp(tries: 8, why: away.why), at: url)) {
            try await pages(client(gone, maxTries: 8))
        }
    }

    @Test func refusalsAreNotRepeated() async throws {
        let script = Script([answer(#"{"error":"Repository not found"}"#, status: 404)])
        await #expect(
            throws: HubError(.refused(status: 404, message: "Repository not found"), at: "\(endpoint)/api/models")
        ) { try await pages(client(script)) }
    }

    @Test(
        arguments: [
            (["Retry-After": "7"], 7), (["Retry-After": "Sat, 21 Nov 2026 12:00:30 GMT"], 30),
            (["RateLimit": #""api";r=0;t=41"#], 42),
        ] as [(HTTPHeaders, Double)]) func itWaitsAsLongAsTheServerSays(headers: HTTPHeaders, seconds: Double)
        async throws
    {
        let script = Script([answer("", status: 429, headers), answer("[]")])
        _ = try await pages(client(script))
        #expect(clock.slept.reduce(0, +) == seconds)
    }

    @Test func itDoesNotWaitForHours() async throws {
        let script = Script([answer("", status: 429, ["Retry-After": "86400"])])
        await #expect(throws: WebError(.asksToWait(seconds: 86400), at: "\(endpoint)/api/models")) {
            try await pages(client(script))
        }
    }

    @Test func theTokenGoesToTheEndpointOnly() async throws {
        let script = Script([
            answer("[]", ["Link": #"<https://evil.example/api/models>; rel="next""#])
        ])
        let client = try client(script, token: "hf_secret")
        await #expect(
            throws: HubError(.foreignHost(endpoint: endpoint), at: "https://evil.example/api/models")
        ) { try await pages(client) }
        #expect(script.requests.map { $0.headers["authorization"] } == ["Bearer hf_secret"])
    }

    @Test func bodiesComePackedOverTheNetworkOnly() async throws {
        let (far, near) = (Script([answer("[]")]), Script([answer("[]")]))
        _ = try await pages(client(far))
        let local = try HubClient(endpoint: "http://127.0.0.1:1", time: clock.time) { try near.answer($0) }
        _ = try await pages(local, from: "http://127.0.0.1:1/api/models")
        #expect(far.requests.map(\.acceptsGzip) == [true])
        #expect(near.requests.map(\.acceptsGzip) == [false])
    }

    @Test func aCursorThatStandsIsAnError() async throws {
        let url = "\(endpoint)/api/models"
        let script = Script([answer("[]", ["Link": "<\(url)>; rel=next"])])
        await #expect(throws: HubError(.cursorStands, at: url)) { try await pages(client(script)) }
    }

    @Test func aListThatRunsInACircleIsAnError() async throws {
        let (a, b) = ("\(endpoint)/api/models", "\(endpoint)/api/models?cursor=b")
        let script = Script([
            answer("[1]", ["Link": "<\(b)>; rel=next"]), answer("[2]", ["Link": "<\(a)>; rel=next"]), answer("[3]"),
        ])
        await #expect(throws: HubError(.cursorStands, at: a)) { try await pages(client(script)) }
    }

    @Test func newCursorsToTheSamePageAreAnError() async throws {
        let url = "\(endpoint)/api/models?cursor="
        let script = Script((1...3).map { answer("[{}]", ["Link": "<\(url)\($0)>; rel=next"]) })
        await #expect(throws: HubError(.cursorStands, at: "\(url)1")) { try await pages(client(script)) }
    }

    @Test func namesThatTheServerRefusesAreLeftOut() async throws {
        let script = Script([
            answer(#"{"error":"Invalid option: expected one of \"likes\"|\"tags\""}"#, status: 400), answer("[{}]"),
        ])
        let pages = try await pages(client(script), from: "\(endpoint)/api/models?expand=likes&expand=gguf")
        #expect(pages.map(\.url) == ["\(endpoint)/api/models?expand=likes"])
        #expect(clock.slept.isEmpty)
    }

    @Test func aMissingModelIsAPageWithItsStatus() async throws {
        let script = Script([answer(#"{"error":"Invalid username or password."}"#, status: 401)])
        let page = try await client(script).model("a/b")
        #expect((page.status, page.records) == (401, 0))
        #expect(script.requests.map(\.url) == ["\(endpoint)/api/models/a/b"])
        let refused = Script([answer("{}", status: 401)])
        await #expect(throws: HubError.self) { try await client(refused, token: "hf_wrong").model("a/b") }
    }

    @Test func plainHTTPEndpointsAreOnThisMachine() throws {
        #expect(throws: HTTPError(.insecure, at: "http://hub.example/")) {
            try HubClient(endpoint: "http://hub.example") { _ in fatalError("not to be called") }
        }
        #expect(throws: Never.self) {
            try HubClient(endpoint: "http://127.0.0.1:1") { _ in fatalError("not to be called") }
        }
    }
}
