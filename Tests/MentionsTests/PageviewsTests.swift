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

@Suite struct PageviewsTests {
    let place: MentionsDesk
    init() throws { place = try MentionsDesk() }

    var views: Pageviews { Pageviews(families: place.table) }

    @Test func aContactIsNeeded() async throws {
        let desk = try place.desk(contact: nil)
        let error = await #expect(throws: SourceError.self) { try await views.collect(desk) }
        #expect(error?.isAboutSetup == true)
    }

    @Test func monthsThatAreOver() async throws {
        #expect(try await views.collect(try place.desk()) == "2 articles asked")
        #expect(
            place.archive.entries[0].url.hasSuffix(
                "/api/rest_v1/metrics/pageviews/per-article/en.wikipedia/all-access/user/Claude_%28AI%29/monthly/2026040100/2026063000"
            ))
        #expect(try await views.collect(try place.desk()) == "every article is known to 2026-06")
        let catalog = try place.catalog(views)
        let rows = try catalog.familyMentions()
        #expect(
            rows.map { "\($0.source) \($0.family) \($0.month)" } == [
                "wikipedia claude 2026-04", "wikipedia claude 2026-05", "wikipedia claude 2026-06",
            ])
        #expect(rows.allSatisfy { $0.count >= 1000 })
        // The other article does not exist.
        #expect(try catalog.diagnostics().map(\.identifier) == ["pageviews.noArticle"])
    }

    @Test func aNewMonthIsAskedFor() async throws {
        _ = try await views.collect(try place.desk())
        place.clock.advance(by: 31 * 86_400)
        #expect(try await views.collect(try place.desk()) == "2 articles asked")
        #expect(try place.catalog(views).familyMentions().count == 4)
    }

    /// Which field is missing is said; what came is kept, and asked for again.
    @Test(arguments: [
        (#"{"pages":[]}"#, "items"), (#"{"items":[{"timestamp":"2026050100","hits":7}]}"#, "views"),
        (#"{"items":[{"month":"2026-05","views":7}]}"#, "timestamp"),
    ])
    func aServiceThatHasChangedIsTold(body: String, field: String) async throws {
        var desk = try place.desk()
        desk.web = WebClient(userAgent: desk.web.userAgent, time: place.clock.time) { _ in
            HTTPResponse(status: 200, headers: [:], body: Array(body.utf8), url: "")
        }
        let error = await #expect(throws: SourceError.self) { try await views.collect(desk) }
        #expect(error?.reason == .changed("no \"\(field)\" in its answer"))
        #expect(place.archive.entries.map(\.format) == ["pageviews-unknown"])
        #expect(try await views.collect(try place.desk()) == "2 articles asked")
        #expect(try place.catalog(views).familyMentions().count == 3)
    }

    @Test func oneBadMonthIsCountedAndTheOthersStand() async throws {
        var desk = try place.desk()
        desk.web = WebClient(userAgent: desk.web.userAgent, time: place.clock.time) { _ in
            let months = #"{"timestamp":"2026040100","views":7},{"timestamp":"2026050100"}"#
            return HTTPResponse(status: 200, headers: [:], body: Array(#"{"items":[\#(months)]}"#.utf8), url: "")
        }
        _ = try await views.collect(desk)
        let catalog = try place.catalog(views)
        #expect(try catalog.familyMentions().filter { $0.family == "claude" }.map(\.count) == [7])
        #expect(try catalog.diagnostics().map { "\($0.identifier) \($0.count)" } == ["mentions.unreadable 2"])
    }
}
