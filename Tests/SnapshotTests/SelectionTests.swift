import Catalog
import Censuses
import Core
import Testing

@testable import Snapshot

@Suite struct SelectionTests {
    private func lists() throws -> [SnapshotList] {
        [
            try list(
                "2024-07-11",
                [
                    seen("a/first", on: "2024-07-11", downloads: 9, likes: 50),
                    seen("a/second", on: "2024-07-11", downloads: 9, likes: 40) {
                        $0.bases = [.init(repoID: "a/middle", relation: .finetune)]
                    },
                    seen("a/third", on: "2024-07-11", downloads: 9, likes: 40),
                    seen("a/middle", on: "2024-07-11", downloads: 0, likes: 0) {
                        $0.bases = [
                            .init(repoID: "a/root", relation: .adapter), .init(repoID: "not/here", relation: .merge),
                        ]
                    },
                    seen("a/root", on: "2024-07-11", downloads: 0, likes: 0),
                    seen("a/forgotten", on: "2024-07-11", downloads: 0, likes: 0),
                ]),
            try list(
                "2025-03-11",
                [
                    seen("b/old", on: "2025-03-11", downloads: 1, likes: 90) {
                        $0.createdAt = Instant("2024-07-11T23:59:59Z")
                    },
                    seen("b/new", on: "2025-03-11", downloads: 1, likes: 3) {
                        $0.createdAt = Instant("2024-07-12T00:00:00Z")
                    },
                    seen("b/undated", on: "2025-03-11", downloads: 1, likes: 99),
                ]),
            try list("2025-03-21", .facts, [plain("a/forgotten"), plain("nobody/knows")]),
            try list(
                "2026-08-22",
                [
                    seen("c/liked", on: "2026-08-22", downloads: 0, likes: 5),
                    seen("c/used", on: "2026-08-22", downloads: 100, likes: 0),
                    seen("c/base", on: "2026-08-22", downloads: 0, likes: 0),
                    seen("c/child", on: "2026-08-22", downloads: 99, likes: 4) {
                        $0.bases = [.init(repoID: "c/base", relation: .quantized)]
                    },
                ]),
        ]
    }

    private func choose(_ rules: SelectionRule...) throws -> SnapshotContents {
        try SnapshotStage.reduce(try lists(), censuses: [], rules: rules)
    }

    @Test func theMostLikedTiesById() throws {
        let chosen = try choose(.mostLiked(count: 2, of: "list-2024-07-11", createdAfter: nil))
        #expect(chosen.models.map(\.repoID) == ["a/first", "a/second"])
        #expect(chosen.selection == [.init(rule: "the 2 most liked of list-2024-07-11", matched: 2, added: 2)])
        #expect(try choose(.mostLiked(count: nil, of: "list-2024-07-11", createdAfter: nil)).models.count == 6)
    }

    @Test func createdAfterADayAndOnADayThatIsKnown() throws {
        let chosen = try choose(.mostLiked(count: 4000, of: "list-2025-03-11", createdAfter: Day("2024-07-11")))
        #expect(chosen.models.map(\.repoID) == ["b/new"])
        #expect(chosen.selection[0].rule == "the 4,000 most liked of list-2025-03-11 created after 2024-07-11")
    }

    @Test func namesThatAListingKnows() throws {
        let chosen = try choose(.named(by: "list-2025-03-21"))
        #expect(chosen.models.map(\.repoID) == ["a/forgotten"])
        #expect(chosen.selection[0].matched == 1)
    }

    @Test func likedOrUsedOrABase() throws {
        let rule = SelectionRule.atLeast(likes: 5, downloads: 100, orBase: true, of: "list-2026-08-22")
        #expect(try choose(rule).models.map(\.repoID) == ["c/base", "c/liked", "c/used"])
        let strict = SelectionRule.atLeast(likes: 5, downloads: 100, orBase: false, of: "list-2026-08-22")
        #expect(try choose(strict).models.map(\.repoID) == ["c/liked", "c/used"])
    }

    @Test func basesAndTheirBases() throws {
        let chosen = try choose(.mostLiked(count: 2, of: "list-2024-07-11", createdAfter: nil), .bases)
        #expect(chosen.models.map(\.repoID) == ["a/first", "a/middle", "a/root", "a/second"])
        #expect(chosen.selection[1].matched == 2)
        #expect(chosen.selection[1].added == 2)
    }

    @Test func whatTwoRulesNameIsCountedOnce() throws {
        let rule = SelectionRule.mostLiked(count: 3, of: "list-2024-07-11", createdAfter: nil)
        let chosen = try choose(rule, rule)
        #expect(chosen.models.count == 3)
        #expect(chosen.selection.map(\.matched) == [3, 3])
        #expect(chosen.selection.map(\.added) == [3, 0])
    }

    @Test func aListThatIsNotThere() throws {
        let error = #expect(throws: SnapshotError.self) { try choose(.named(by: "nothing")) }
        #expect(error?.description == "selection: no list has the key \"nothing\"; mend the recipe")
    }

    @Test func oneCatalogAsItWasCollected() throws {
        let list = try lists()[0]
        let none = #expect(throws: SnapshotError.self) { try SnapshotStage.reduce(try Catalog(path: ":memory:")) }
        #expect(none?.reason == .nothing)
        try list.catalog.add(list.source)
        let all = try SnapshotStage.reduce(list.catalog)
        #expect(all.models.count == 6)
        #expect(all.censuses.map(\.rows) == [6])
        #expect(all.sources == [list.source])
        #expect(try SnapshotStage.reduce(list.catalog, top: 2).models.count == 4)
    }
}
