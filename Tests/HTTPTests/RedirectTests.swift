import HTTP
import Server
import Testing

@Suite struct RedirectTests {
    let client: HTTPClient
    init() throws { client = try HTTPClient() }

    /// Answers `/to?<address>` with a redirect there, anything else with the token it was sent.
    func server() throws -> Server {
        try Server { request in
            guard request.path == "/to" else { return ServerResponse(text: request.header("authorization") ?? "none") }
            let target = String(request.target.dropFirst("/to?".count))
            return ServerResponse(status: 307, text: "", headers: [("Location", Percent.decode(target))])
        }
    }

    func ask(_ url: String) async throws -> HTTPResponse {
        try await client.send(HTTPRequest(url, headers: ["Authorization": "Bearer secret"]))
    }

    @Test func aTokenStaysWithItsOrigin() async throws {
        let (first, second) = (try server(), try server())
        #expect(try await ask("\(first.baseURL)/to?/x").body == Array("Bearer secret".utf8))
        let answer = try await ask("\(first.baseURL)/to?\(Percent.encode("\(second.baseURL)/x"))")
        #expect(answer.body == Array("none".utf8))
        #expect(answer.url == "\(second.baseURL)/x")
    }

    @Test func aTokenDoesNotComeBackOnTheWayBack() async throws {
        let (first, second) = (try server(), try server())
        let back = Percent.encode("\(second.baseURL)/to?\(Percent.encode("\(first.baseURL)/x"))")
        #expect(try await ask("\(first.baseURL)/to?\(back)").body == Array("none".utf8))
    }

    @Test(arguments: ["http://hub.example/", "ftp://hub.example/", "file:///etc/passwd"])
    func redirectsLeadNowhereUnsafe(target: String) async throws {
        let server = try server()
        let error = await #expect(throws: HTTPError.self) {
            try await ask("\(server.baseURL)/to?\(Percent.encode(target))")
        }
        #expect(error?.isTransient == false)
    }

    @Test func aLoopEnds() async throws {
        let server = try Server { _ in ServerResponse(status: 302, text: "", headers: [("Location", "/again")]) }
        await #expect(throws: HTTPError(.tooManyRedirects(limit: 10), at: "\(server.baseURL)/again")) {
            try await ask(server.baseURL)
        }
    }

    @Test func redirectsShareOneTimeout() async throws {
        let server = try Server { _ in
            var answer = ServerResponse(status: 302, text: "", headers: [("Location", "/again")])
            answer.delaySeconds = 0.3
            return answer
        }
        // Each answer alone is in time; on a busy machine the first may not be, and then it is the one that is told.
        let error = await #expect(throws: HTTPError.self) {
            try await client.send(HTTPRequest(server.baseURL, timeoutSeconds: 1))
        }
        #expect(error?.reason == .timeout(seconds: 1))
    }

    @Test func postsAreNotRedirected() async throws {
        let server = try server()
        #expect(try await client.send(HTTPRequest("\(server.baseURL)/to?/x", method: .post)).status == 307)
    }
}
