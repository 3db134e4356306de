import Core
import HTTP
import Synchronization
import TestSupport
import Testing
import Web

@Suite struct WebClientTests {
    let clock = TestClock()

    private func client(_ answers: [HTTPResponse]) -> (WebClient, Asked) {
        let asked = Asked(answers)
        let client = WebClient(
            userAgent: "HubAtlas/1 (https://example.org)", time: clock.time, retry: RetryPolicy(maxTries: 3),
            delays: ["slow.example": 2]
        ) { try asked.answer($0) }
        return (client, asked)
    }

    private func answer(_ body: String, status: Int = 200, _ headers: HTTPHeaders = [:]) -> HTTPResponse {
        HTTPResponse(status: status, headers: headers, body: Array(body.utf8), url: "")
    }

    @Test func everyServerLearnsWhoAsks() async throws {
        let (web, asked) = client([answer("{}")])
        let page = try await web.get("https://a.example/x", headers: ["Authorization": "Bearer t"])
        #expect(page.status == 200 && page.body == Array("{}".utf8))
        #expect(asked.requests[0].headers["User-Agent"] == "HubAtlas/1 (https://example.org)")
        #expect(asked.requests[0].headers["Authorization"] == "Bearer t")
        #expect(asked.requests[0].headers["Accept"] == "application/json")
    }

    /// The longer pace holds: the service's own, or what was asked for all.
    @Test(arguments: [("https://a.example/x", 0.5), ("https://slow.example/x", 2)])
    func aPaceForAllIsAFloor(url: String, seconds: Double) async throws {
        let asked = Asked([answer("{}"), answer("{}")])
        let web = WebClient(userAgent: "test", time: clock.time, delays: ["slow.example": 2], leastDelay: 0.5) {
            try asked.answer($0)
        }
        for _ in 0..<2 { _ = try await web.get(url) }
        #expect(clock.slept == [seconds])
    }

    @Test func whatIsMissingIsAnAnswer() async throws {
        let (web, _) = client([answer("<html>", status: 404)])
        #expect(try await web.get("https://a.example/x").isMissing)
    }

    @Test func anAnswerOfAnotherKindIsAskedForAgain() async throws {
        let (web, asked) = client([answer("<html>"), answer(" "), answer("[1]")])
        #expect(try await web.get("https://a.example/x").body == Array("[1]".utf8))
        #expect(asked.requests.count == 3)
    }

    @Test func aPageOfTextNeedsNotBeJSON() async throws {
        let (web, _) = client([answer("<html>")])
        #expect(try await web.get("https://a.example/x", as: .any).body == Array("<html>".utf8))
    }

    @Test func refusalsAreSaidInTheServersWords() async throws {
        let (web, asked) = client([answer(#"{"message":"Bad credentials\u001b[2J"}"#, status: 401)])
        await #expect(
            throws: WebError(.refused(status: 401, message: "Bad credentials\u{FFFD}[2J"), at: "https://a.example/x")
        ) {
            try await web.get("https://a.example/x")
        }
        #expect(asked.requests.count == 1)
    }

    @Test func gitHubIsNotWaitedForLong() async throws {
        let reset = String(Int(clock.now) + 1800)
        let (web, asked) = client([
            answer("{}", status: 403, ["x-ratelimit-remaining": "0", "x-ratelimit-reset": reset])
        ])
        await #expect(throws: WebError(.asksToWait(seconds: 1801), at: "https://api.github.com/orgs/x")) {
            try await web.get("https://api.github.com/orgs/x")
        }
        #expect(asked.requests.count == 1)
    }

    @Test func aTokenThatTheServerRepeatsIsNotPrinted() async throws {
        let (web, _) = client([answer(#"{"message":"no user of Bearer hunter2"}"#, status: 401)])
        await #expect(
            throws: WebError(.refused(status: 401, message: "no user of Bearer …"), at: "https://a.example/x")
        ) {
            try await web.get("https://a.example/x", headers: ["Authorization": "Bearer hunter2"])
        }
    }

    /// GitHub's 403 with nothing left is a wait until the second it names; without, a refusal.
    @Test func gitHubsWindowIsWaitedFor() async throws {
        let reset = String(Int(clock.now) + 90)
        let (web, _) = client([
            answer("{}", status: 403, ["x-ratelimit-remaining": "0", "x-ratelimit-reset": reset]), answer("{}"),
        ])
        #expect(try await web.get("https://api.example/orgs/a").status == 200)
        #expect(clock.slept.reduce(0, +) >= 91)
    }

    @Test func eachServerHasItsOwnPace() async throws {
        let (web, _) = client(Array(repeating: answer("{}"), count: 4))
        _ = try await web.get("https://slow.example/1")
        _ = try await web.get("https://fast.example/1")
        #expect(clock.slept.isEmpty)
        _ = try await web.get("https://slow.example/2")
        #expect(clock.slept == [2])
    }
}

/// Answers from a list, one a request; and what was asked.
private final class Asked: Sendable {
    private let state: Mutex<(answers: [HTTPResponse], requests: [HTTPRequest])>

    init(_ answers: [HTTPResponse]) { state = Mutex((answers, [])) }

    var requests: [HTTPRequest] { state.withLock { $0.requests } }

    func answer(_ request: HTTPRequest) throws -> HTTPResponse {
        let answer = state.withLock { state in
            state.requests.append(request)
            return state.answers.isEmpty ? nil : state.answers.removeFirst()
        }
        return try #require(answer, "no answer is left for \(request.url)")
    }
}
