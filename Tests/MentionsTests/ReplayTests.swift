import Archive
import Catalog
import Core
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
        guard let replay = try Replay("--limit-records", "10", for: "MentionsTests.Replay") else { return }
        let web = WebClient(http: try HTTPClient(), userAgent: "HubAtlas tests")
        for (word, expected) in [("claude", 1581), ("deepseek", 187)] {
            let question = SearchQuestion(word, from: 0, to: 1_900_000_000, fetches: false)
            let page = try await web.get(question.address(at: "\(replay.url)/hn"))
            #expect(try JSONDocument.parse(page.body).root["nbHits"]?.integer == expected)
        }
    }

    /// Asked month by month and read, the search gives what the file gives: the whole of 2026's first half.
    @Test func theSearchAndTheFileAgree() async throws {
        guard let replay = try Replay("--limit-records", "10", for: "MentionsTests.Replay") else { return }
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
