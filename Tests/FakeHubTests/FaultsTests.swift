import FakeHub
import Foundation
import HTTP
import JSON
import Server
import Synchronization
import Testing
import Web

@Suite struct FaultsTests {
    @Test func listsAreRead() throws {
        let faults = try Faults("seed=7, 429=0.02,dup=1,slow=0.5,slow-ms=20")
        #expect(faults == Faults([.tooMany: 0.02, .duplicate: 1, .slow: 0.5], seed: 7, slowSeconds: 0.02))
    }

    @Test(arguments: ["nonsense=1", "429", "429=2", "reset=-1", "seed=x", "slow=often"])
    func badEntriesAreNamed(entry: String) throws {
        let error = try #require(throws: FaultsError.self) { try Faults("500=0.1,\(entry)") }
        #expect(error == FaultsError(entry))
        #expect(error.description.contains("\"\(entry)\""))
    }

    @Test func theSameRequestsMeetTheSameFaults() throws {
        let faults = try Faults("seed=1,429=0.1,500=0.1,html429=0.1,error200=0.1,reset=0.05,dup=0.05")
        let statuses = (0..<2).map { _ in
            let hub = FakeHub(modelCount: 30, faults: faults)
            return (0..<200).map { _ in ask(hub, "/api/models?limit=5").status }
        }
        #expect(statuses[0] == statuses[1])
        #expect(Set(statuses[0]) == [200, 429, 500])
    }

    @Test(arguments: [
        (Faults.Kind.tooMany, 429, "rate limit"), (.html429, 429, "<html>"), (.error200, 200, #"{"error":"We had"#),
        (.serverError, 500, "Internal Error"), (.timeout, 504, "504 Gateway"), (.html200, 200, "<html>"),
        (.empty, 200, ""),
    ])
    func someReplaceTheAnswer(kind: Faults.Kind, status: Int, words: String) {
        let hub = FakeHub(modelCount: 10, faults: Faults([kind: 1]))
        let answer = ask(hub, "/api/models")
        #expect(answer.status == status)
        #expect(words.isEmpty ? answer.body.isEmpty : String(decoding: answer.body, as: UTF8.self).contains(words))
        #expect(hub.faultsGiven == [kind: 1])
    }

    @Test func someSpoilASoundAnswer() {
        let hub = FakeHub(modelCount: 10, faults: Faults([.reset: 1]))
        #expect(ask(hub, "/api/models").misbehavior == .reset)
        hub.faults = Faults([.short: 1])
        #expect(ask(hub, "/api/models").misbehavior == .short)
        hub.faults = Faults([.truncate: 1])
        #expect(ask(hub, "/api/models").misbehavior == .truncate)
        hub.faults = Faults([.slow: 1], slowSeconds: 3)
        #expect(ask(hub, "/api/models").delaySeconds == 3)
        hub.faults = Faults([.utf8: 1])
        #expect(throws: (any Error).self) { try json(ask(hub, "/api/models")) }
        hub.faults = .none
        #expect(ask(hub, "/api/models").misbehavior == nil)
    }

    @Test func everyOtherLimitSaysHowLongToWait() {
        let hub = FakeHub(modelCount: 1, faults: Faults([.tooMany: 1]))
        #expect((0..<4).map { _ in ask(hub, "/api/models").header("Retry-After") } == [nil, "1", nil, "1"])
    }

    @Test func duplicatesRepeatTheLastRecordAndLoseNone() throws {
        let hub = FakeHub(modelCount: 90, faults: Faults([.duplicate: 1]), hostileShare: 0)
        let found = ids(try walk(hub, "/api/models?sort=likes&limit=10"))
        #expect(found.count > 90)
        #expect(Set(found) == hub.modelIDs)
        #expect(found[9] == found[10])
    }

    @Test func aWindowIsCountedAndOpensAgain() throws {
        let clock = Clock()
        let hub = FakeHub(modelCount: 1, plan: .anonymous, windowSeconds: 60) { clock.now }
        let answers = (0..<501).map { _ in ask(hub, "/api/models") }
        #expect(answers[0].header("RateLimit") == #""api";r=499;t=60"#)
        #expect(answers[0].header("RateLimit-Policy") == #""fixed window";"api";q=500;w=60"#)
        #expect(answers[499].status == 200 && answers[500].status == 429)
        // A caller with a token has a window and a quota of its own.
        let known = ask(hub, "/api/models", headers: ["authorization": "Bearer hf_x"])
        #expect(known.header("RateLimit") == #""api";r=999;t=60"#)
        clock.forward(61)
        #expect(ask(hub, "/api/models").status == 200)
    }

    @Test func servesOverTheWire() async throws {
        let hub = FakeHub(modelCount: 120, seed: 2)
        try hub.start()
        defer { hub.stop() }
        let client = try HTTPClient()
        var next: String? = "\(hub.baseURL)/api/models?sort=likes&limit=50"
        var found: [String] = []
        while let url = next {
            let answer = try await client.send(HTTPRequest(url))
            found += ids(try JSONValue.parse(answer.body).array ?? [])
            next = answer.headers["Link"].flatMap { $0.split(separator: ">").first }.map { String($0.dropFirst()) }
        }
        #expect(found.count == hub.modelIDs.count)
        #expect(Set(found) == hub.modelIDs)
    }
}

/// Time that passes when the test says so.
private final class Clock: Sendable {
    private let seconds = Mutex(100.0)
    var now: Double { seconds.withLock { $0 } }
    func forward(_ more: Double) { seconds.withLock { $0 += more } }
}
