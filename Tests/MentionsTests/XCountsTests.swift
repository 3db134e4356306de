import Archive
import Catalog
import Core
import FakeHub
import Sources
import Synchronization
import TestSupport
import Testing
import Web

@testable import Mentions

@Suite struct XCountsTests {
    let place: MentionsDesk
    init() throws { place = try MentionsDesk() }

    var counts: XCounts { XCounts(families: place.table) }
    let token = ["X_BEARER_TOKEN": "secret-token"]

    @Test func withoutATokenItIsNotSetUp() async throws {
        let error = try #require(await error(try place.desk(consent: true)))
        #expect(error.isAboutSetup)
        #expect(error.description.contains("X_BEARER_TOKEN"))
    }

    /// Claude since April, DeepSeek since May: 3 + 2 months that are over; or two families' last seven days.
    @Test(arguments: [("all", "5 requests cost $0.05 on X"), ("recent", "2 requests cost $0.01 on X")])
    func theCostIsToldAndNeedsConsent(kind: String, words: String) async throws {
        let requests = place.hub.requestCount
        let error = await error(try place.desk(environment: token.merging(["X_COUNTS": kind]) { $1 }))
        #expect(error == SourceError(.needsConsent(words), at: "x"))
        #expect(place.hub.requestCount == requests)
    }

    @Test func monthsAreAddedUp() async throws {
        let said = Mutex("")
        let log = Log(line: { _, _, text in said.withLock { $0 += text } })
        let desk = try place.desk(consent: true, environment: token, log: log)
        #expect(try await counts.collect(desk) == "5 requests cost $0.05")
        #expect(said.withLock { $0 } == "mentions on X: 5 requests cost $0.05")
        #expect(try await counts.collect(desk) == "every month is known")
        let rows = try place.catalog(counts).familyMentions()
        #expect(
            rows.map { "\($0.family) \($0.month)" } == [
                "claude 2026-04", "claude 2026-05", "claude 2026-06", "deepseek 2026-05", "deepseek 2026-06",
            ])
        #expect(rows.allSatisfy { $0.count > 10_000 && $0.perTenThousand == nil })
        for entry in place.archive.entries {
            let page = try place.archive.page(entry)
            #expect(!(page.url + String(decoding: page.body, as: UTF8.self)).contains("secret"))
        }
    }

    /// Seven days a week, from before the first to after the last of a month.
    @Test func daysOfSeveralRunsMakeAMonth() async throws {
        let desk = try place.desk(consent: true, environment: token.merging(["X_COUNTS": "recent"]) { $1 })
        for _ in 0..<9 {
            _ = try await counts.collect(desk)
            place.clock.advance(by: 6 * 86_400)
        }
        let rows = try place.catalog(counts).familyMentions()
        #expect(
            rows.map { "\($0.family) \($0.month)" } == ["claude 2026-08", "deepseek 2026-08"])
    }

    @Test func aRefusedTokenIsNotPrinted() async throws {
        let desk = try place.desk(consent: true, environment: ["X_BEARER_TOKEN": "refused"])
        let error = await #expect(throws: WebError.self) { try await counts.collect(desk) }
        #expect(error?.description.contains("status 401") == true)
        #expect(error?.description.contains("Bearer") == false)
        #expect(try place.catalog(counts).sources().isEmpty)
    }

    @Test func costsAreRoundedUp() {
        #expect(XCounts.dollars(thousandths: 3125) == "$3.13")
        #expect(XCounts.dollars(thousandths: 70) == "$0.07")
        #expect(XCounts.dollars(thousandths: 370_000) == "$370.00")
    }

    private func error(_ desk: Desk) async -> SourceError? {
        do {
            _ = try await counts.collect(desk)
            return nil
        } catch { return error as? SourceError }
    }
}
