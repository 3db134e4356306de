import FakeHub
import Foundation
import JSON
import Server
import Testing

@Suite struct ListingTests {
    let hub = FakeHub(modelCount: 700, seed: 3, hostileShare: 0.06)

    @Test(arguments: ["createdAt", "downloads", "lastModified", "likes", "trendingScore"], ["-1", "1"])
    func aWalkMeetsEveryModelOnce(sort: String, direction: String) throws {
        let items = try walk(hub, "/api/models?sort=\(sort)&direction=\(direction)&limit=37")
        #expect(items.count == 700)
        #expect(Set(ids(items)) == hub.modelIDs)
        #expect(Set(items.compactMap { $0["_id"]?.string }).count == 700)
    }

    @Test func otherKindsAreWalkedToo() throws {
        #expect(Set(ids(try walk(hub, "/api/datasets?limit=20"))) == Set(hub.datasets.map(\.id)))
        #expect(Set(ids(try walk(hub, "/api/spaces?sort=likes&limit=20"))) == Set(hub.spaces.map(\.id)))
    }

    @Test func sortsGreatestFirstAndMissingLast() throws {
        let items = try walk(hub, "/api/models?sort=downloads&expand=downloads&limit=100")
        let known = Dictionary(uniqueKeysWithValues: hub.models.map { ($0.oid, $0.downloads ?? -1) })
        let downloads = items.compactMap { $0["_id"]?.string }.compactMap { known[$0] }
        #expect(downloads == downloads.sorted(by: >))
        #expect(downloads.last == -1)
    }

    @Test func theCursorIsAMongoFilter() throws {
        let link = try #require(ask(hub, "/api/models?sort=downloads&limit=2").header("Link"))
        #expect(link.hasPrefix("<http://127.0.0.1/api/models?sort=downloads&limit=2&cursor="))
        #expect(link.hasSuffix(">; rel=\"next\""))
        let encoded = try #require(link.components(separatedBy: "cursor=").last?.components(separatedBy: ">").first)
        let data = try #require(Data(base64Encoded: Percent.decode(encoded)))
        let text = String(decoding: data, as: UTF8.self)
        let shape =
            #/\{"\$or":\[\{"downloads":(\d+),"_id":\{"\$gt":"[0-9a-f]{24}"\}\},\{"downloads":\{"\$lt":\1\}\},\{"downloads":null\}\]\}/#
        #expect(text.wholeMatch(of: shape) != nil, "\(text)")
    }

    @Test func filtersHoldTogether() throws {
        let items = try walk(hub, "/api/models?filter=region:us&filter=license:apache-2.0&limit=1000&expand=tags")
        let wanted = hub.models.filter { $0.tags.contains("license:apache-2.0") }
        #expect(Set(items.compactMap { $0["_id"]?.string }) == Set(wanted.map(\.oid)))
        #expect(!wanted.isEmpty)
    }

    @Test func ofSeveralTasksAnyWillDo() throws {
        let items = try walk(hub, "/api/models?pipeline_tag=fill-mask&pipeline_tag=text-to-image")
        let wanted = hub.models.filter { $0.task == "fill-mask" || $0.task == "text-to-image" }
        #expect(items.count == wanted.count && !wanted.isEmpty)
    }

    @Test func authorsAndWordsAreFound() throws {
        let owned = try walk(hub, "/api/models?author=lantern-lab")
        #expect(!owned.isEmpty && ids(owned).allSatisfy { $0.hasPrefix("lantern-lab/") })
        let found = try walk(hub, "/api/models?search=GGUF")
        #expect(!found.isEmpty && ids(found).allSatisfy { $0.lowercased().contains("gguf") })
    }

    @Test func spacesAreFoundByTheModelTheyUse() throws {
        let used = try #require(hub.models.first { !$0.links.isEmpty && !$0.isHostile })
        let spaces = try walk(hub, "/api/spaces?models=\(Percent.encode(used.id))&expand=models")
        #expect(Set(ids(spaces)) == Set(used.links))
        #expect(spaces.allSatisfy { $0["models"]?.array?.contains(.string(used.id)) == true })
    }

    @Test(arguments: [
        ("/api/models?expand=nonsense", #"expected one of "author"|"baseModels"|"#),
        ("/api/models?expand=likes&full=true", "cannot be used together"),
        ("/api/models?sort=name", #"expected one of "createdAt""#), ("/api/spaces?sort=downloads", "expected one of"),
        ("/api/models?limit=0", "at least 1"), ("/api/models?limit=many", "at least 1"),
        ("/api/models?cursor=%21%21", "Invalid cursor"), ("/api/models?cursor=e30%3D", "Invalid cursor"),
        ("/api/models?direction=2", "Invalid direction"),
    ])
    func refusesWhatTheHubRefuses(target: String, words: String) throws {
        let answer = ask(hub, target)
        #expect(answer.status == 400)
        #expect(try json(answer)["error"]?.string?.contains(words) == true)
    }

    @Test func aLimitAboveTheLargestIsCut() throws {
        let large = FakeHub(modelCount: 1200)
        #expect(try json(ask(large, "/api/models?limit=5000")).array?.count == 1000)
        #expect(try json(ask(large, "/api/models")).array?.count == 1000)
    }

    @Test func expandGivesTheseFieldsOnly() throws {
        let item = try #require(try json(ask(hub, "/api/models?expand[]=likes&expand=tags,sha&limit=1")).array?.first)
        #expect(keys(item) == ["_id", "id", "likes", "tags", "sha"])
    }

    @Test func theStandardFieldsAreTheHubs() throws {
        let calm = FakeHub(modelCount: 60, hostileShare: 0)
        let allowed: Set = [
            "_id", "id", "modelId", "private", "downloads", "likes", "trendingScore", "tags", "pipeline_tag",
            "library_name", "createdAt",
        ]
        for item in try walk(calm, "/api/models") { #expect(keys(item).isSubset(of: allowed)) }
        let full = try #require(try json(ask(calm, "/api/models?full=true&limit=1")).array?.first)
        #expect(full["sha"] != nil && full["siblings"] != nil && full["gated"] != nil && full["lastModified"] != nil)
    }

    @Test func hostileRecordsOfEveryKindAreServed() throws {
        let hostile = hub.models.filter(\.isHostile)
        #expect(hostile.count == 42)
        #expect(hostile.contains { !$0.isIdentifiable } && hub.modelIDs.count < 700)
        #expect(hub.modelIDs.contains { !$0.contains("/") })
        let text = String(decoding: ask(hub, "/api/models?expand=tags&expand=cardData&limit=1000").body, as: UTF8.self)
        #expect(text.contains("<script>alert(1)"))
    }
}
