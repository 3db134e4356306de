import Archive
import Catalog
import Core
import FakeHub
import HTTP
import Sources
import TestSupport
import Testing
import Web

@testable import Mentions

@Suite struct HackerNewsTests {
    let place: MentionsDesk
    init() throws { place = try MentionsDesk() }

    var mentions: Mentions { Mentions(families: place.table) }

    @Test func questionsAreExact() {
        let june = Month(year: 2026, month: 6)
        let words = SearchQuestion("qwen", in: june, fetches: true).address(at: "https://h")
        #expect(
            words
                == "https://h/api/v1/search_by_date?query=qwen&tags=story&numericFilters=created_at_i%3E%3D1780272000"
                + "%2Ccreated_at_i%3C1782864000&hitsPerPage=1000&typoTolerance=false&restrictSearchableAttributes=title"
                + "&attributesToRetrieve=title&attributesToHighlight=")
        #expect(SearchQuestion("a b", in: june, fetches: true).address(at: "").contains("query=%22a%20b%22"))
        #expect(SearchQuestion("deepseek", in: june, fetches: false).address(at: "").contains("hitsPerPage=0"))
        #expect(SearchQuestion("", from: 0, to: 3600, fetches: true).halves.isEmpty)
        #expect(SearchQuestion("", from: 0, to: 7200, fetches: true).halves.map(\.to) == [3600, 7200])
    }

    /// Three months that are over: 3 totals, 3 + 2 + 2 × 2 questions; the month under way is not asked for.
    @Test func everyMonthIsAskedForOnce() async throws {
        let said = try await mentions.collect(try place.desk())
        #expect(said == "12 questions to Hacker News")
        #expect(place.archive.walks.map(\.isFinished) == [true])
        #expect(try await mentions.collect(try place.desk()) == "every month of Hacker News that is over is known")
        place.clock.advance(by: 31 * 86_400)
        #expect(try await mentions.collect(try place.desk()) == "5 questions to Hacker News")
        #expect(try await mentions.collect(try place.desk(isFresh: true)) == "17 questions to Hacker News")
    }

    @Test func aRunHasABudget() async throws {
        let small = Mentions(families: place.table, requestsARun: 5)
        #expect(try await small.collect(try place.desk()) == "5 questions to Hacker News, 7 left for the next runs")
        let now = place.clock.time.instant
        let walk = place.archive.walks[0]
        let first = try #require(try mentions.progress(of: walk, in: place.archive, now: now))
        #expect((first.answered, first.due) == (5, 12))
        #expect(try mentions.progress(of: walk, in: place.archive, now: Instant("2026-08-15T00:00:00Z")!)?.due == 17)
        // Newest first: June is known whole but for one question, and of older months nothing is said.
        let early = try place.catalog(mentions)
        #expect(Set(try early.familyMentions().map(\.month.description)) == ["2026-06"])
        #expect(try await small.collect(try place.desk()).hasPrefix("5 questions"))
        #expect(try await small.collect(try place.desk()) == "2 questions to Hacker News")
        #expect(place.archive.walks.count == 1)
        let last = try #require(try mentions.progress(of: place.archive.walks[0], in: place.archive, now: now))
        #expect((last.answered, last.due) == (12, 12))
    }

    /// Which field is missing is said; what came is kept, and asked for again.
    @Test func aServiceThatHasChangedIsTold() async throws {
        var desk = try place.desk()
        desk.web = WebClient(userAgent: "test", time: place.clock.time) { _ in
            HTTPResponse(status: 200, headers: [:], body: Array(#"{"found":7}"#.utf8), url: "")
        }
        let error = await #expect(throws: SourceError.self) { try await mentions.collect(desk) }
        #expect(error?.reason == .changed("no \"nbHits\" in its answer"))
        #expect(place.archive.entries.map(\.format) == ["hn-search-unknown"])
        #expect(try await mentions.collect(try place.desk()) == "12 questions to Hacker News")
    }

    @Test func aRunMayBeGivenABudget() async throws {
        var desk = try place.desk()
        desk.requests = 4
        #expect(try await mentions.collect(desk) == "4 questions to Hacker News, 8 left for the next runs")
    }

    /// Read by the matcher: Claude Shannon and llama.cpp are found by the search, and do not count.
    @Test func countsAreThoseOfTheMatcher() async throws {
        _ = try await mentions.collect(try place.desk())
        let catalog = try place.catalog(mentions)
        let rows = try catalog.familyMentions()
        #expect(rows.count == 7)
        #expect(try catalog.mentionTotals().map(\.posts) == [50, 50, 50])
        var found = 0
        for row in rows {
            let stories = place.titles(in: row.month)
            let expected = stories.filter { title in
                switch row.family {
                case "claude": title.contains("Claude") && !title.contains("Shannon")
                case "deepseek": title.contains("DeepSeek")
                default: title.contains("Llama")
                }
            }
            #expect(row.count == expected.count, "\(row)")
            #expect(row.perTenThousand == Double(row.count) * 200)
            found += row.count
        }
        #expect(found > 5)
        #expect(try catalog.sources().map(\.key) == ["hackernews"])
        #expect(try catalog.mentionFamilies().count == 3)
    }

    @Test func modelsAreCountedToo() async throws {
        _ = try await mentions.collect(try place.desk())
        let catalog = try place.catalog(mentions, models: ["meta-llama/Llama-3.1-8B"])
        let ofLlama = try catalog.familyMentions().filter { $0.family == "llama" }.reduce(0) { $0 + $1.count }
        let ofLine = try catalog.mentions(ofModel: "meta-llama/Llama-3.1-8B")
        #expect(ofLine.allSatisfy { $0.model == "Llama-3.1" && $0.family == "llama" })
        #expect(ofLine.reduce(0) { $0 + $1.count } == ofLlama)
        #expect(ofLlama > 0)
    }

    @Test func aServerThatIsDownLeavesWhatThereIs() async throws {
        let small = Mentions(families: place.table, requestsARun: 5)
        _ = try await small.collect(try place.desk())
        place.hub.stop()
        await #expect(throws: (any Error).self) { try await mentions.collect(try place.desk()) }
        #expect(try place.catalog(mentions).familyMentions().count == 3)
    }

    @Test func nothingCollectedNothingWritten() throws {
        let catalog = try place.catalog(mentions)
        #expect(try catalog.familyMentions().isEmpty)
        #expect(try catalog.sources().isEmpty)
    }
}

extension MentionsDesk {
    /// Titles of the invented stories of a month, as the search hands them over.
    func titles(in month: Month) -> [String] { hub.newsTitles(in: month) }
}
