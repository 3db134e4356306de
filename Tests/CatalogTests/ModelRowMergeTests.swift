import Core
import Testing

@testable import Catalog

@Suite struct ModelRowMergeTests {
    @Test func theLaterDayStandsWhicheverComesFirst() {
        var old = model("a/a", likes: 7, on: "2024-07-11")
        (old.license, old.licenseRaw, old.licenseClass) = ("MIT", "mit", .permissive)
        old.library = "pytorch"
        var new = model("a/a", likes: 9, on: "2025-03-11")
        new.library = "transformers"
        let merged = old.merged(with: new)
        #expect(merged == new.merged(with: old))
        #expect(merged.likes == 9)
        #expect(merged.license == "MIT")
        #expect(merged.library == "transformers")
        #expect(merged.observations.map(\.likes) == [7, 9])
    }

    @Test func onTheSameDayTheIncomingStands() {
        let merged = model("a/a", likes: 7, on: "2024-07-11").merged(with: model("a/a", likes: 8, on: "2024-07-11"))
        #expect(merged.likes == 8)
        #expect(merged.observations.map(\.likes) == [8])
    }

    @Test func parametersGoByTheirOrigin() {
        var counted = model("a/a", likes: 1, on: "2024-07-11")
        (counted.parameters, counted.parametersFrom) = (6_738_417_664, .safetensors)
        var named = model("a/a", likes: 1, on: "2025-03-11")
        (named.parameters, named.parametersFrom) = (7_000_000_000, .name)
        #expect(counted.merged(with: named).parameters == 6_738_417_664)
        #expect(named.merged(with: counted).parametersFrom == .safetensors)
    }

    @Test func aKnownRelationIsNotLost() {
        var typed = model("a/a", likes: 1, on: "2024-07-11")
        typed.bases = [BaseModel(repoID: "b/b", relation: .merge)]
        var untyped = model("a/a", likes: 1, on: "2025-03-11")
        untyped.bases = [BaseModel(repoID: "b/b", relation: .unknown), BaseModel(repoID: "c/c", relation: .adapter)]
        #expect(
            typed.merged(with: untyped).bases
                == [BaseModel(repoID: "b/b", relation: .merge), BaseModel(repoID: "c/c", relation: .adapter)])
    }

    @Test func anotherRepoOfTheSameNameReplacesTheFirst() {
        let first = model("a/a", hub: "1", likes: 100, on: "2024-07-11")
        let second = model("a/a", hub: "2", likes: 1, on: "2025-03-11")
        #expect(first.merged(with: second) == second)
        #expect(second.merged(with: first) == second)
    }

    @Test func mergingWithItselfChangesNothing() {
        #expect(full("a/a").merged(with: full("a/a")) == full("a/a"))
    }

    @Test func aRowBeforeTheRecordStaysOneUntilADateIsKnown() {
        var floor = model("a/a", likes: 1, on: "2024-07-11")
        floor.isBeforeRecord = true
        let dateless = model("a/a", likes: 2, on: "2025-03-11")
        #expect(floor.merged(with: dateless).isBeforeRecord)
        #expect(dateless.merged(with: floor).isBeforeRecord)
    }
}
