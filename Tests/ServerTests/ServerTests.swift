import Foundation
import Server
import Testing

@Suite struct ServerTests {
    @Test func answersWithWhatTheHandlerMakesOfTheRequest() throws {
        let server = try Server { request in
            let words = [request.method, request.path, request.value("q") ?? "", request.header("X-Mood") ?? ""]
            return ServerResponse(
                status: 203, text: words.joined(separator: "|"), headers: [("X-A", "1"), ("X-A", "2")])
        }
        let answer = try ask(server.port, "GET /a%20b?q=x+y", headers: ["X-Mood: good"])
        #expect(answer.status == 203)
        #expect(answer.body == "GET|/a b|x y|good")
        #expect(answer.text.components(separatedBy: "X-A: ").count == 3)
    }

    @Test func anEncodedSlashDoesNotPartASegment() throws {
        let server = try Server { ServerResponse(text: $0.segments.joined(separator: "|")) }
        #expect(try ask(server.port, "GET /api/refs%2Fpr%2F1/x").body == "api|refs/pr/1|x")
    }

    @Test func readsARequestBody() throws {
        let server = try Server { ServerResponse(text: "\($0.body.count) \(String(decoding: $0.body, as: UTF8.self))") }
        #expect(try ask(server.port, "POST /", body: #"{"a":1}"#).body == #"7 {"a":1}"#)
    }

    @Test func headGivesTheHeadersOnly() throws {
        let server = try Server { _ in ServerResponse(text: "four") }
        let answer = try ask(server.port, "HEAD /")
        #expect(answer.header("Content-Length") == "4")
        #expect(answer.body == "")
    }

    @Test func packsLongBodiesForThoseWhoTakeGzip() throws {
        let server = try Server { _ in ServerResponse(text: String(repeating: "a", count: 5000)) }
        let packed = try ask(server.port, "GET /", headers: ["Accept-Encoding: gzip"])
        #expect(packed.header("Content-Encoding") == "gzip")
        #expect(Int(packed.header("Content-Length") ?? "") ?? 5000 < 100)
        #expect(try ask(server.port, "GET /").body.count == 5000)
    }

    @Test(arguments: [10, 200_000]) func aTruncatedBodyAgreesWithItsLength(size: Int) throws {
        let answer = try misbehave(.truncate, size: size)
        #expect(answer.header("Content-Length") == "\(size / 2)")
        #expect(answer.body.count == size / 2)
    }

    @Test(arguments: [10, 200_000]) func aShortBodyEndsEarlyAndOrderly(size: Int) throws {
        let answer = try misbehave(.short, size: size)
        #expect(answer.header("Content-Length") == "\(size)")
        #expect(answer.body.count == size / 2)
        #expect(!answer.wasReset)
    }

    @Test(arguments: [10, 200_000]) func aResetIsAReset(size: Int) throws {
        let answer = try misbehave(.reset, size: size)
        #expect(answer.wasReset)
        #expect(answer.body.count <= size / 2)
    }

    @Test func aDelayHoldsItsOwnConnectionOnly() throws {
        let server = try Server(threads: 2) { request in
            var answer = ServerResponse(text: request.path)
            if request.path == "/slow" { answer.delaySeconds = 0.2 }
            return answer
        }
        let began = ContinuousClock.now
        let answers = Mailbox()
        DispatchQueue.concurrentPerform(iterations: 9) { i in
            // A failed exchange is a missing answer, which the count below shows.
            if let answer = try? ask(server.port, i < 6 ? "GET /slow" : "GET /fast") { answers.add(answer.body) }
        }
        #expect(answers.all.filter { $0 == "/slow" }.count == 6)
        #expect(answers.all.filter { $0 == "/fast" }.count == 3)
        #expect(ContinuousClock.now - began >= .seconds(0.2))
    }

    @Test func stopsWhileAnAnswerIsDelayed() throws {
        let arrived = DispatchSemaphore(value: 0)
        let server = try Server { _ in
            var answer = ServerResponse(text: "late")
            answer.delaySeconds = 60
            arrived.signal()
            return answer
        }
        let port = server.port
        let finished = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            // Whether an answer or an end comes is open; that something comes is the test.
            _ = try? ask(port, "GET /")
            finished.signal()
        }
        arrived.wait()
        server.stop()
        server.stop()
        #expect(finished.wait(timeout: .now() + 10) == .success)
        #expect(throws: POSIXError.self) { try ask(port, "GET /") }
    }

    @Test func aPortInUseIsNamed() throws {
        let server = try Server { _ in ServerResponse(text: "") }
        #expect(throws: ServerError(.portInUse, port: server.port)) {
            try Server(port: server.port) { _ in ServerResponse(text: "") }
        }
    }

    private func misbehave(_ how: ServerResponse.Misbehavior, size: Int) throws -> RawAnswer {
        let server = try Server { _ in
            var answer = ServerResponse(text: String(repeating: "x", count: size))
            answer.misbehavior = how
            return answer
        }
        return try ask(server.port, "GET /")
    }
}

/// Answers from several threads.
private final class Mailbox: @unchecked Sendable {
    private let lock = NSLock()
    private var answers: [String] = []
    func add(_ answer: String) { lock.withLock { answers.append(answer) } }
    var all: [String] { lock.withLock { answers } }
}
