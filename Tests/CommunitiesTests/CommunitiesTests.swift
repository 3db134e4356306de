import Archive
import Catalog
import Core
import FakeHub
import HTTP
import Hub
import Sources
import TestSupport
import Testing
import Web

@testable import Communities

/// From the servers to the catalog, against an invented Hub and its neighbors.
@Suite struct CommunitiesTests {
    let folder: TemporaryFolder
    let clock = TestClock()
    let source = Communities(assets: Repository.path("assets"))
    init() throws { folder = try TemporaryFolder() }

    /// Collects the list of models and then communities; what is said, and the archive.
    private func collect(
        from hub: String, environment: [String: String] = [:], isFresh: Bool = false,
        agent: String = "HubAtlas/1 (test)",
        budgets: Communities.Budgets = Communities.Budgets(), listing: Bool = true, log: Log = .silent
    ) async throws -> String {
        let archive = try Archive(at: folder.path("archive"), mode: .write, time: clock.time)
        let http = try HTTPClient()
        let client = try HubClient(http: http, endpoint: hub, time: clock.time)
        if listing, archive.walks.isEmpty {
            let walk = try archive.begin("models", plan: hub)
            let page = try await client.models(ModelQuery()).first { _ in true }
            let first = try #require(page)
            try archive.append(
                ArchivedPage(
                    walk: walk.id, url: first.url, fetchedAt: first.fetchedAt, format: "hub-models",
                    records: first.records, body: first.body))
        }
        let desk = Desk(
            archive: archive, hub: client,
            web: WebClient(http: http, userAgent: agent, time: clock.time, retry: RetryPolicy(maxTries: 3), log: log),
            endpoints: Endpoints(mirror: hub), isFresh: isFresh, environment: environment, time: clock.time, log: log)
        return try await Communities(assets: Repository.path("assets"), budgets: budgets).collect(desk)
    }

    private func clean() throws -> Catalog {
        let catalog = try Catalog(path: ":memory:")
        try source.clean(try Archive(at: folder.path("archive"), mode: .read), into: catalog, log: .silent)
        return catalog
    }

    private func fakeHub() throws -> FakeHub {
        let hub = FakeHub(modelCount: 400, seed: 3, hostileShare: 0)
        try hub.start()
        return hub
    }

    private var wide: Communities.Budgets {
        var budgets = Communities.Budgets()
        budgets.overviews = 10_000
        return budgets
    }

    @Test func findsInventedOrganizationsWhereTheySit() async throws {
        let hub = try fakeHub()
        defer { hub.stop() }
        let words = try await collect(from: hub.baseURL, budgets: wide)
        let catalog = try clean()
        let rows = try catalog.communities()
        #expect(rows.count >= 10, "\(words)")
        #expect(rows.allSatisfy { $0.members != nil && $0.checked != nil && $0.models != nil })
        var sources: Set<String> = []
        for row in rows {
            let evidence = try catalog.evidence(of: row.name)
            if let source = row.placeSource {
                sources.insert(source)
                #expect(row.status == .collected && row.place.country != nil)
                #expect(evidence.contains { $0.source == source && $0.place == row.place })
            } else {
                #expect(row.place.isEmpty && row.status == .unknown)
            }
            // What several sources say of an invented organization is the same town.
            let places = evidence.filter { $0.place.latitude != nil }.map(\.place.city)
            #expect(Set(places).count <= 1, "\(row.name): \(evidence)")
        }
        #expect(sources == ["wikidata", "wikipedia", "github"])
        let jokes = try rows.filter { row in
            try catalog.evidence(of: row.name).contains { $0.claim == "Earth" && $0.place.isEmpty }
        }
        #expect(!jokes.isEmpty && jokes.allSatisfy { $0.place.isEmpty })
        let diagnostics = try catalog.diagnostics().map(\.identifier)
        #expect(diagnostics.contains("community.placeUnread") && diagnostics.contains("community.missing"))
        let titles = try catalog.sources().map(\.key)
        #expect(titles.contains("communities-wikidata") && titles.contains("communities-geonames"))
    }

    /// The table's organizations are of the real Hub, and most owners are persons: neither gets a row.
    @Test func aPersonGetsNoRowAndNoPlace() async throws {
        let hub = try fakeHub()
        defer { hub.stop() }
        _ = try await collect(from: hub.baseURL, budgets: wide)
        let archive = try Archive(at: folder.path("archive"), mode: .read)
        let people = archive.entries.filter {
            $0.format == AnswerFormat.missing && $0.url.contains("/api/organizations/")
        }
        .compactMap { $0.url.split(separator: "/").dropLast().last.map(String.init) }
        #expect(people.count > 50)
        let rows = Set(try clean().communities().map(\.name))
        #expect(rows.isDisjoint(with: people))
        for person in people {
            #expect(!archive.entries.contains { $0.url == "\(hub.baseURL)/github/orgs/\(person)" })
            #expect(!archive.entries.contains { $0.url == "\(hub.baseURL)/\(person)" })
        }
    }

    @Test func whatIsCompleteIsNotAskedAgain() async throws {
        let hub = try fakeHub()
        defer { hub.stop() }
        var budgets = wide
        budgets.pages = 5
        _ = try await collect(from: hub.baseURL, budgets: budgets)
        let before = hub.requestCount
        let second = try await collect(from: hub.baseURL, budgets: wide)
        let asked = hub.requestCount - before
        #expect(asked < 40 && second.contains("overviews: 0 asked"), "\(asked): \(second)")
        clock.advance(by: 3 * 86_400)
        let third = hub.requestCount
        _ = try await collect(from: hub.baseURL, budgets: wide)
        #expect(hub.requestCount == third)
        clock.advance(by: 40 * 86_400)
        _ = try await collect(from: hub.baseURL, budgets: wide)
        #expect(hub.requestCount > third + 100)
    }

    @Test func aBudgetLeavesTheRestForTheNextTime() async throws {
        let hub = try fakeHub()
        defer { hub.stop() }
        var budgets = Communities.Budgets()
        budgets.overviews = 300
        let first = try await collect(from: hub.baseURL, budgets: budgets)
        #expect(first.contains("overviews: 300 asked") && first.contains("left for the next time"))
        let second = try await collect(from: hub.baseURL, budgets: wide)
        #expect(!second.contains("overviews: 0 asked"))
        let third = try await collect(from: hub.baseURL, budgets: wide)
        #expect(third.contains("overviews: 0 asked"))
    }

    @Test func manySmallRunsFindWhatOneGreatRunFinds() async throws {
        let hub = try fakeHub()
        defer { hub.stop() }
        _ = try await collect(from: hub.baseURL, budgets: wide)
        let small = try CommunitiesTests()
        var budgets = Communities.Budgets()
        (budgets.overviews, budgets.pages, budgets.gitHub, budgets.wikidata, budgets.wikipedia) = (300, 4, 4, 15, 2)
        for _ in 0..<8 { _ = try await small.collect(from: hub.baseURL, budgets: budgets) }
        #expect(try small.clean().communities() == clean().communities())
    }

    @Test func faultsOnTheWayChangeNothing() async throws {
        let hub = try fakeHub()
        defer { hub.stop() }
        _ = try await collect(from: hub.baseURL, budgets: wide)
        let calm = try clean().communities()
        let rough = try CommunitiesTests()
        hub.faults = try Faults("seed=1,500=0.03,truncate=0.02,reset=0.02,html429=0.02")
        for _ in 0..<4 { _ = try await rough.collect(from: hub.baseURL, budgets: wide) }
        #expect(try rough.clean().communities() == calm)
    }

    @Test func withoutAnOverviewNothingIsAskedAndTheFailureIsTold() async throws {
        let hub = try fakeHub()
        defer { hub.stop() }
        _ = try await collect(from: hub.baseURL, budgets: wide)
        hub.faults = try Faults("seed=1,500=1")
        await #expect(throws: WebError.self) {
            try await collect(from: hub.baseURL, isFresh: true, budgets: wide)
        }
        // What was known stays.
        hub.faults = .none
        #expect(try clean().communities().count >= 10)
    }

    @Test func nothingCollectedNothingWritten() throws {
        _ = try Archive(at: folder.path("archive"), mode: .write, time: clock.time)
        let catalog = try clean()
        #expect(try catalog.communities().isEmpty)
        #expect(try catalog.sources().isEmpty)
    }

    /// How a snapshot comes to places: the table as a file, before anybody asked the Hub.
    @Test func theTableAloneGivesUnverifiedPlaces() throws {
        let archive = try Archive(at: folder.path("archive"), mode: .write, time: clock.time)
        let walk = try archive.begin("import/organizations.json", plan: "")
        try archive.append(
            ArchivedPage(
                walk: walk.id, url: "file:organizations.json", fetchedAt: clock.time.instant,
                format: Communities.tableFormat,
                body: try Files.read(Repository.path("assets/communities/organizations.json"))))
        try archive.finish(walk.id)
        let catalog = try clean()
        let rows = try catalog.communities()
        #expect(rows.count >= 350 && rows.allSatisfy { $0.members == nil && $0.checked == nil })
        #expect(Set(rows.map(\.status)) == [.unverified, .seatless, .unknown])
        #expect(try catalog.sources().map(\.key) == ["communities-geonames", "communities-table"])
        #expect(try catalog.exclude(Exclusion("google")).rows >= 2)
        #expect(try !catalog.communities().contains { $0.name == "google" })
        #expect(try catalog.evidence(of: "google").isEmpty)
    }

    /// Recorded organizations with the places of March 2025, many of them wrong, behind the Hub's and GitHub's interfaces.
    @Test func theTableMeetsTheRecordedHub() async throws {
        guard let replay = try Replay("--limit-records", "2000", for: "communities of the recorded Hub") else { return }
        var budgets = wide
        budgets.gitHub = 1000
        let words = try await collect(from: replay.url, budgets: budgets, listing: false)
        let catalog = try clean()
        let rows = Dictionary(uniqueKeysWithValues: try catalog.communities().map { ($0.name, $0) })
        #expect(rows.count >= 100, "\(words)")
        #expect(rows["mistralai"]?.status == .confirmed && rows["mistralai"]?.place.city == "Paris")
        #expect(rows["allenai"]?.status == .confirmed)
        // The recorded place is wrong: the table wins, and the contradiction is kept.
        #expect(rows["Kwai-Kolors"]?.place.city == "Beijing")
        #expect(rows["EleutherAI"]?.status == .seatless)
        let confirmed = rows.values.count { $0.status == .confirmed }
        #expect(confirmed >= 20, "\(words), \(rows.values.map(\.status))")
        print("recorded Hub: \(rows.count) organizations, \(confirmed) confirmed; \(words)")
    }
}
