import Archive
import Catalog
import Core
import Foundation
import HTTP
import Hub
import JSON
import Sources
import TestSupport
import Testing
import Web

@testable import Mentions

/// The recorded stories behind the search's interface, where the replay program lies beside the checkout.
@Suite struct ReplayTests {
    /// As the replay counts, whole words in all of the record (README of the data).
    @Test func countsAreThoseOfTheRecord() async throws {
        guard let replay = try Replay(for: "MentionsTests.Replay") else { return }
        let web = WebClient(http: try HTTPClient(), userAgent: "HubAtlas tests")
        for (word, expected) in [("claude", 1581), ("deepseek", 187)] {
            let question = SearchQuestion(word, from: 0, to: 1_900_000_000, fetches: false)
            let page = try await web.get(question.address(at: "\(replay.url)/hn"))
            #expect(try JSONDocument.parse(page.body).root["nbHits"]?.integer == expected)
        }
    }

    /// Asked month by month and read, the search gives what the file gives: the whole of 2026's first half.
    @Test func theSearchAndTheFileAgree() async throws {
        guard let replay = try Replay(for: "MentionsTests.Replay") else { return }
        let place = try MentionsDesk()
        let table = MentionsDesk.families.replacing("\"2026-05\"", with: "\"2026-01\"").replacing(
            "\"2026-04\"", with: "\"2026-01\"")
        try Files.write(Array(table.utf8), to: place.table)
        var desk = try place.desk()
        desk.endpoints = Endpoints(mirror: replay.url)
        let mentions = Mentions(families: place.table)
        _ = try await mentions.collect(desk)
        let rows = try place.catalog(mentions).familyMentions()
        #expect(rows.count == 18)
        let sums = Dictionary(grouping: rows, by: \.family).mapValues { $0.reduce(0) { $0 + $1.count } }
        // By whole words of the file; "Claude⁹" is another word to this server, so it has one less than the file.
        #expect(sums == ["claude": 1056, "deepseek": 89, "llama": 11])
    }
}

/// A replay that runs until the value goes.
private final class Replay {
    let url: String
    private let process = Process()

    init?(for test: String) throws {
        guard let program = Repository.shared("tools/hub_replay.py", for: test) else { return nil }
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", program, "--port", "0", "--kinds", "models", "--limit-records", "10"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        url = String(try #require(line.split(whereSeparator: \.isWhitespace).last, "the replay does not start"))
    }

    deinit {
        // A child inherits the signals that the test runner's threads block, so it would not hear a milder one.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
