import Core
import FakeHub
import JSON
import Server
import Testing

@Suite struct WorldTests {
    private static let hub = FakeHub(modelCount: 10_000, seed: 1)
    private var hub: FakeHub { Self.hub }

    @Test func theSameSeedGivesTheSameHub() throws {
        let target = "/api/models?full=true&cardData=true&config=true&limit=1000"
        let bodies = (0..<2).map { _ in ask(FakeHub(modelCount: 150, seed: 9), target).body }
        #expect(bodies[0] == bodies[1])
        #expect(bodies[0] != ask(FakeHub(modelCount: 150, seed: 10), target).body)
    }

    @Test(arguments: [0, 1, 2, 5, 50]) func smallHubsAreWhole(count: Int) throws {
        let small = FakeHub(modelCount: count)
        #expect(small.models.count == count)
        #expect(try walk(small, "/api/models?limit=3").count == count)
    }

    @Test func idsAreDistinctAndInOrder() {
        #expect(hub.models.count == 10_000)
        #expect(Set(hub.models.map(\.id)).count == 10_000)
        #expect(hub.models.allSatisfy { $0.oid.utf8.count == 24 })
        #expect(hub.models.map(\.oid) == hub.models.map(\.oid).sorted())
    }

    @Test func downloadsAndLikesAreAsUnequalAsMeasured() {
        let downloads = hub.models.map { $0.downloads ?? 0 }
        #expect(abs(share(of: downloads) { $0 == 0 } - 0.495) < 0.005)
        #expect(abs(topShare(downloads) - 0.989) < 0.004)
        let likes = hub.models.map(\.likes)
        #expect(abs(share(of: likes) { $0 == 0 } - 0.906) < 0.005)
        #expect(abs(topShare(likes) - 0.807) < 0.02)
    }

    @Test func fieldsAreMissingAsOftenAsMeasured() {
        #expect(abs(share(of: hub.models) { $0.task == nil } - 0.467) < 0.03)
        #expect(abs(share(of: hub.models) { $0.library == nil } - 0.388) < 0.03)
        #expect(abs(share(of: hub.models) { $0.license == nil } - 0.622) < 0.03)
        #expect(share(of: hub.models) { $0.gated != false } < 0.02)
    }

    @Test func datesLieBetweenTheFloorAndToday() {
        let days = hub.models.map(\.createdAt.day.description)
        #expect(days.min() == "2022-03-02")
        #expect(days.max() ?? "" <= "2026-08-22")
        let floor = Set(hub.models.filter { $0.createdAt.day.description == "2022-03-02" }.map(\.createdAt.description))
        #expect(floor.isSuperset(of: ["2022-03-02T23:29:04Z", "2022-03-02T23:29:05Z"]))
        #expect(hub.models.contains { $0.lastModified < $0.createdAt })
    }

    @Test func lineagesReachBackToOriginals() {
        let relations = hub.models.reduce(into: [:]) { $0[$1.relation, default: 0] += 1 }
        for relation in FakeRepo.Relation.allCases { #expect(relations[relation, default: 0] > 20) }
        let byID = Dictionary(uniqueKeysWithValues: hub.models.map { ($0.id, $0) })
        let grandchildren = hub.models.filter { byID[$0.baseModels.first ?? ""]?.relation != nil }
        #expect(grandchildren.count > 100)
        for model in hub.models {
            if let base = byID[model.baseModels.first ?? ""] { #expect(base.createdAt <= model.createdAt) }
        }
    }

    private func share<Element>(of all: [Element], _ holds: (Element) -> Bool) -> Double {
        Double(all.count(where: holds)) / Double(all.count)
    }

    private func topShare(_ amounts: [Int]) -> Double {
        let top = amounts.sorted(by: >).prefix(amounts.count / 100).reduce(0, +)
        return Double(top) / Double(amounts.reduce(0, +))
    }
}
