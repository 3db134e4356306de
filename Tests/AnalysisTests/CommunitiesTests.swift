import Catalog
import Censuses
import Core
import JSON
import Lineage
import Report
import TestSupport
import Testing

@testable import Analysis

/// A small world: models by repo id, with what the tests need of each.
private func world(_ models: [ModelRow], first: Int = 3, known: Profiles.Known = .init()) throws -> Profiles {
    let catalog = try Catalog(path: ":memory:")
    for model in models { try catalog.upsert(model) }
    let columns = try ModelColumns(reading: catalog)
    let lineage = try Lineage(reading: catalog, models: columns)
    return Profiles(models: columns, graph: lineage.graph, families: nil, known: known, first: first)
}

private func published(
    _ id: String, on day: String? = nil, downloads: Int? = nil, likes: Int? = nil, task: String? = nil,
    parameters: Int? = nil, bases: [BaseModel] = []
) -> ModelRow {
    var row = model(id, likes: likes, on: day, task: task, parameters: parameters)
    row.downloads = downloads
    row.observations = [Observation(day: Day("2024-07-11")!, downloads: downloads, likes: likes)]
    row.bases = bases
    return row
}

private func record(_ key: String, in profiles: Profiles) throws -> JSONValue {
    let record = try #require(profiles.records.first { $0.key == key })
    return try JSONValue.parse(Array(record.json.utf8))
}

@Suite struct CommunitiesTests {
    @Test func ranksOfEqualOnesAreAlike() {
        #expect(Ranks([5, 9, 5, 0]).places == [2, 1, 2, 4])
        #expect(Ranks([]).places.isEmpty)
    }

    @Test func aPageHasWhoIsFirstByAnyMeasureAndEveryCollectedOrganization() throws {
        var known = Profiles.Known()
        known.communities = [CommunityRow(name: "tiny"), CommunityRow(name: "without-models")]
        let profiles = try world(
            [
                published("many/a"), published("many/b"), published("loved/a", likes: 9),
                published("used/a", downloads: 7, likes: 1), published("nobody/a"), published("tiny/a"),
            ], first: 1, known: known)
        #expect(profiles.records.map(\.key) == ["loved", "many", "tiny", "used"])
        #expect(profiles.accounts == 5)
        #expect(profiles.listed.map(\.name) == ["used", "loved", "many", "tiny"])
    }

    @Test func whoHasNoDownloadsIsNotFirstByThem() throws {
        let profiles = try world([published("a/x", downloads: 0), published("b/x"), published("b/y")], first: 1)
        #expect(profiles.records.map(\.key) == ["b"])
    }

    @Test func namesThatTheHubWouldNotGiveHaveNoPage() throws {
        let hostile = [
            "<script>alert(1)</script>", "..\u{202E}x", "a b", "\"quoted\"", "ä", String(repeating: "x", count: 97),
        ]
        let profiles = try world(
            hostile.map { name in
                var row = published("x/y\(name.utf8.count)\(name.hashValue)", likes: 5)
                row.owner = name
                return row
            } + [published("__proto__/x"), published("constructor/x")], first: 50)
        #expect(profiles.records.map(\.key) == ["__proto__", "constructor"])
        #expect(profiles.accounts == hostile.count + 2)
    }

    @Test func oneAccountWhateverTheCaseOfItsName() throws {
        let profiles = try world([
            published("Acme/a", on: "2024-01-05", downloads: 10, likes: 2), published("acme/b", on: "2024-03-01"),
        ])
        let acme = try record("acme", in: profiles)
        #expect(acme["name"] == "Acme")
        #expect(acme["sums"] == ["models": 2, "downloads": 10, "likes": 2])
        #expect(acme["counted"] == 1)
        #expect((acme["first"], acme["last"]) == ("2024-01-05", "2024-03-01"))
        #expect(acme["ranks"] == ["models": 1, "downloads": 1, "likes": 1])
        #expect(acme["months"]?["values"]?["month"] == ["2024-01", "2024-03"])
        #expect(acme["models"]?["id"] == ["Acme/a"])
        #expect(acme["organization"] == .null)
        #expect(acme["datasets"] == .null)
    }

    @Test func sizesLicensesAndDaysAreThoseThatAreKnown() throws {
        var old = published("acme/old", on: "2022-03-02", parameters: 3_000_000_000)
        old.isBeforeRecord = true
        let profiles = try world([
            old, published("acme/undated", parameters: 1_000_000_000), published("acme/c", on: "2024-03-01"),
        ])
        let acme = try record("acme", in: profiles)
        #expect((acme["beforeRecord"], acme["undated"]) == (1, 1))
        #expect(acme["sizes"] == ["known": 2, "median": 2_000_000_000, "greatest": 3_000_000_000, "model": "acme/old"])
        #expect(acme["licenses"] == ["names": [nil], "counts": [3], "all": 1])
        #expect(acme["months"]?["values"]?["month"] == [nil, "2024-03"])
    }

    @Test func descentCountsEachModelOnceAndItsOwnApart() throws {
        let profiles = try world([
            published("acme/base"), published("acme/other"),
            published("acme/tuned", bases: [.init(repoID: "acme/base", relation: .finetune)]),
            published(
                "zoe/merge",
                bases: [.init(repoID: "acme/base", relation: .merge), .init(repoID: "acme/other", relation: .merge)]),
            published("zoe/gguf", bases: [.init(repoID: "acme/base", relation: .quantized)]),
            published("yan/lora", bases: [.init(repoID: "acme/base", relation: .adapter)]),
        ])
        let descent = try #require(try record("acme", in: profiles)["descent"])
        #expect((descent["own"], descent["byOthers"], descent["owners"]) == (1, 3, 2))
        #expect(descent["top"] == ["names": ["zoe", "yan"], "counts": [2, 1], "all": 2])
        #expect(descent["bases"] == ["names": ["acme/base", "acme/other"], "counts": [3, 1], "all": 2])
        #expect(
            descent["relations"] == ["names": ["adapter", "merge", "quantized"], "counts": [1, 1, 1], "all": 3])
    }

    @Test func onlyWhatIsKnownAsAnOrganizationHasAPlaceAndClaims() throws {
        var known = Profiles.Known()
        var row = CommunityRow(name: "Acme")
        row.fullName = "Acme <b>Labs</b>"
        row.kind = "company"
        row.place = CommunityPlace(city: "Paris", country: "FR", latitude: 48.9, longitude: 2.3)
        row.status = .confirmed
        known.communities = [row]
        let claim = CommunityEvidence(
            community: "Acme", source: "github", claim: String(repeating: "Paris! ", count: 100), place: row.place,
            confidence: 0.7, url: "https://github.com/acme", day: Day("2026-01-02")!)
        known.evidence = ["Acme": [claim], "zoe": [claim]]
        known.collaborations = [Collaboration(left: "acme", right: "other", people: 4)]
        known.datasets = ["ACME": 2, "acme": 1]
        let profiles = try world([published("acme/a"), published("zoe/a")], known: known)
        let acme = try record("acme", in: profiles)
        #expect(acme["name"] == "Acme")
        #expect(acme["organization"]?["name"] == "Acme <b>Labs</b>")
        #expect(acme["organization"]?["place"]?["country"] == "France")
        #expect(acme["evidence"]?.array?[0]["claim"]?.string?.count == Profile.longestText)
        #expect(acme["partners"] == ["names": ["other"], "counts": [4], "all": 1])
        #expect((acme["datasets"], acme["spaces"]) == (3, .null))
        let zoe = try record("zoe", in: profiles)
        #expect((zoe["organization"], zoe["evidence"], zoe["datasets"]) == (.null, [], 0))
    }

    @Test func historyNeedsTwoDays() {
        let days = [Day("2024-01-01")!, Day("2025-01-01")!]
        let history = ProfileHistory(
            days: days, downloads: ["Acme": [1, 5], "acme": [nil, 2], "once": [nil, 3]], likes: ["Acme": [nil, 9]])
        #expect(history.line(of: "ACME") == .init(days: days, downloads: [1, 7], likes: [nil, 9]))
        #expect(history.line(of: "once") == .init())
        #expect(history.line(of: "nobody") == .init())
        #expect(ProfileHistory(days: [days[0]], downloads: ["a": [1]], likes: [:]).line(of: "a") == .init())
    }

    @Test func absurdCountersDoNotStopTheBuild() throws {
        let profiles = try world([
            published("a/x", downloads: .max), published("a/y", downloads: .max), published("b/x", downloads: 1),
        ])
        #expect(profiles.total.downloads == .max)
        #expect(CommunitiesPage(profiles: profiles).page.figures.count == 1)
    }
}

@Suite struct CommunitiesPageTests {
    @Test func anEmptyCatalogSaysWhatToDo() {
        let page = CommunitiesPage(profiles: Profiles()).page
        #expect(
            page.lede.plain
                == "No model of this atlas says who published it. “hubatlas collect models” asks the Hub for all.")
        #expect(page.figures.isEmpty && page.tables.isEmpty && page.findings.isEmpty && page.records == nil)
    }

    @Test func oneAccountIsSaidAsOne() throws {
        let page = CommunitiesPage(profiles: try world([published("acme/a")])).page
        #expect(
            page.lede.plain.unspaced
                == "1 account publishes the 1 model of this atlas: acme has most of them, 1. How often they are downloaded no list of this atlas tells."
        )
        #expect(page.figures.isEmpty && page.findings.isEmpty)
        #expect(page.records?.records.count == 1)
    }

    @Test func theLeaderByDownloadsOrAllOfThem() throws {
        let one = CommunitiesPage(
            profiles: try world([published("a/x", downloads: 3), published("b/x", downloads: 1)]))
        #expect(
            one.lede.plain.unspaced.hasSuffix(
                "Downloaded most is a: its models have 75.0 % of all downloads of this atlas, in 30 days."))
        #expect(one.page.findings.map(\.id) == ["community.downloads"])
        let two = CommunitiesPage(
            profiles: try world([published("a/x", downloads: 3), published("b/x", downloads: 3)]))
        #expect(
            two.lede.plain.unspaced.hasSuffix(
                "Downloaded most are a and b, with 50.0 % of all downloads of this atlas each."))
    }

    @Test func thePageSurvivesItsFile() throws {
        let page = CommunitiesPage(profiles: try world([published("a/x", downloads: 3), published("b/x", likes: 1)]))
            .page
        #expect(try Page(json: JSONValue.parse(page.json.bytes), at: "report") == page)
    }
}
