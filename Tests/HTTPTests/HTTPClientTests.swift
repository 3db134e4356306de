import Core
import HTTP
import Server
import Testing

@Suite struct HTTPClientTests {
    let client: HTTPClient
    init() throws { client = try HTTPClient() }

    @Test func answersComeWhole() async throws {
        let body = Array(String(repeating: #"{"id":"a/b"},"#, count: 40_000).utf8)
        let server = try Server { request in
            ServerResponse(
                json: body, headers: [("X-Asked", request.target), ("X-Agent", request.header("user-agent") ?? "")])
        }
        let answer = try await client.send(HTTPRequest("\(server.baseURL)/a?b=c"))
        #expect(answer.status == 200)
        #expect(answer.headers["x-asked"] == "/a?b=c")
        #expect(answer.headers["X-Agent"]?.hasPrefix("hubatlas/") == true)
        #expect(answer.headers["content-encoding"] == "gzip")
        #expect(answer.body == body)
        #expect(answer.url == "\(server.baseURL)/a?b=c")
    }

    @Test(arguments: [HTTPRequest.Method.post, .put, .delete]) func bodiesAreSent(method: HTTPRequest.Method)
        async throws
    {
        let server = try Server { request in
            ServerResponse(
                text:
                    "\(request.method) \(request.header("x-a") ?? "") \(String(decoding: request.body, as: UTF8.self))")
        }
        let request = HTTPRequest(server.baseURL, method: method, headers: ["X-A": "1"], body: Array("hello".utf8))
        #expect(try await client.send(request).body == Array("\(method.rawValue) 1 hello".utf8))
        let empty = HTTPRequest(server.baseURL, method: method)
        #expect(try await client.send(empty).body == Array("\(method.rawValue)  ".utf8))
    }

    @Test func aBodyCanBeAskedForUnpacked() async throws {
        let server = try Server { request in
            ServerResponse(text: String(repeating: request.header("accept-encoding") ?? "none ", count: 1000))
        }
        var request = HTTPRequest(server.baseURL)
        request.acceptsGzip = false
        let answer = try await client.send(request)
        #expect(answer.headers["content-encoding"] == nil)
        #expect(answer.body.starts(with: Array("none none ".utf8)))
    }

    @Test(arguments: [ServerResponse.Misbehavior.short, .reset])
    func brokenBodiesAreTransientErrors(misbehavior: ServerResponse.Misbehavior) async throws {
        let server = try Server { _ in
            var response = ServerResponse(text: String(repeating: "x", count: 100_000))
            response.misbehavior = misbehavior
            return response
        }
        let error = await #expect(throws: HTTPError.self) { try await client.send(HTTPRequest(server.baseURL)) }
        #expect(error?.isTransient == true)
    }

    @Test func limitsOfSizeAndTimeHold() async throws {
        let server = try Server { request in
            var response = ServerResponse(text: String(repeating: "x", count: 100_000))
            if request.path == "/slow" { response.delaySeconds = 30 }
            return response
        }
        let url = server.baseURL
        await #expect(throws: HTTPError(.bodyTooLarge(limit: 99_999), at: "\(url)/")) {
            try await client.send(HTTPRequest("\(url)/", maxBodyBytes: 99_999))
        }
        await #expect(throws: HTTPError(.timeout(seconds: 0.05), at: "\(url)/slow")) {
            try await client.send(HTTPRequest("\(url)/slow", timeoutSeconds: 0.05))
        }
    }

    @Test func nobodyListens() async throws {
        let server = try Server { _ in ServerResponse(text: "") }
        let url = "\(server.baseURL)/"
        server.stop()
        let error = await #expect(throws: HTTPError.self) { try await client.send(HTTPRequest(url)) }
        guard case .cannotConnect = error?.reason else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func plainHTTPIsForThisMachineOnly() async {
        await #expect(throws: HTTPError(.insecure, at: "http://hub.example/")) {
            try await client.send(HTTPRequest("http://hub.example/"))
        }
    }

    @Test func headersWithLineBreaksAreRefused() async {
        await #expect(throws: HTTPError.self) {
            try await client.send(HTTPRequest("http://127.0.0.1:1/", headers: ["A": "b\r\nC: d"]))
        }
    }

    @Test func aCancelledTaskEndsItsTransferAtOnce() async throws {
        let server = try Server { _ in
            var response = ServerResponse(text: "late")
            response.delaySeconds = 60
            return response
        }
        let task = Task { [client] in try await client.send(HTTPRequest(server.baseURL)) }
        await Task.yield()
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    /// Cancellations race with their submissions here: none may be lost, or the test would wait a minute for each.
    @Test func cancellationsAreNeverLost() async throws {
        let server = try Server { _ in
            var response = ServerResponse(text: "late")
            response.delaySeconds = 60
            return response
        }
        let url = server.baseURL
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<500 {
                group.addTask { [client] in
                    let task = Task { try await client.send(HTTPRequest(url)) }
                    task.cancel()
                    if case .failure(let error) = await task.result { return error is CancellationError }
                    return false
                }
            }
            for await isCancelled in group { #expect(isCancelled) }
        }
    }
}
