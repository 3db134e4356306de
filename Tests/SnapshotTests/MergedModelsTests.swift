import Catalog
import Core
import Testing

@testable import Snapshot

/// A list of its own day with these rows, each counted on that day.
func list(_ day: String, _ rows: [ModelRow]) throws -> SnapshotList { try list(day, .listing, rows) }

func list(_ day: String, _ role: SnapshotList.Role, _ rows: [ModelRow]) throws -> SnapshotList {
    let catalog = try Catalog(path: ":memory:")
    try catalog.transaction { for row in rows { try catalog.upsert(row) } }
    return SnapshotList(catalog, listOf(day), role: role)
}

func seen(_ repoID: String, on day: String, downloads: Int?, likes: Int?, _ change: (inout ModelRow) -> Void = { _ in })
    -> ModelRow
{
    plain(repoID) {
        $0.downloads = downloads
        $0.likes = likes
        $0.observations = [Observation(day: Day(day)!, downloads: downloads, likes: likes)]
        change(&$0)
    }
}

@Suite struct MergedModelsTests {
    @Test func theNewestValueThatIsNotMissingStandsAndEveryDayIsKept() throws {
        let lists = [
            try list(
                "2026-08-22",
                [
                    seen("a/x", on: "2026-08-22", downloads: 30, likes: nil) {
                        $0.license = "mit"; $0.licenseClass = .permissive
                    }
                ]),
            try list(
                "2022-07-02", [seen("a/x", on: "2022-07-02", downloads: 10, likes: nil) { $0.task = "fill-mask" }]),
            try list(
                "2024-07-11",
                [
                    seen("a/x", on: "2024-07-11", downloads: 20, likes: 2) {
                        $0.createdAt = Instant("2022-05-01T10:00:00Z")
                        $0.license = "other"
                        $0.licenseClass = .other
                        $0.hubID = "621ffdc036468d709f174328"
                    }
                ]),
        ]
        let row = try #require(try MergedModels(lists).model("a/x"))
        #expect(row.observations.map(\.day.description) == ["2022-07-02", "2024-07-11", "2026-08-22"])
        #expect((row.downloads, row.likes) == (30, 2))
        #expect((row.license, row.task) == ("mit", "fill-mask"))
        #expect(row.modality == .nlp)
        #expect(row.createdAt == Instant("2022-05-01T10:00:00Z"))
        #expect(try MergedModels(lists.reversed()).model("a/x") == row)
    }

    @Test func aMeasuredSizeIsNotReplacedByOneFromAName() throws {
        let lists = [
            try list(
                "2024-07-11",
                [
                    seen("a/x-7B", on: "2024-07-11", downloads: 1, likes: 1) {
                        $0.parameters = 7_241_732_096; $0.parametersFrom = .safetensors
                    }
                ]),
            try list(
                "2025-03-11",
                [
                    seen("a/x-7B", on: "2025-03-11", downloads: 1, likes: 1) {
                        $0.parameters = 7_000_000_000; $0.parametersFrom = .name
                    }
                ]),
        ]
        let row = try #require(try MergedModels(lists).model("a/x-7B"))
        #expect((row.parameters, row.parametersFrom) == (7_241_732_096, .safetensors))
    }

    @Test func edgesNameRelationsAndFillWhatIsMissing() throws {
        let untyped = [BaseModel(repoID: "a/base", relation: .unknown)]
        let lists = [
            try list(
                "2024-07-11",
                [
                    seen("a/tuned", on: "2024-07-11", downloads: 1, likes: 1) { $0.bases = untyped },
                    seen("a/silent", on: "2024-07-11", downloads: 1, likes: 1),
                ]),
            try list(
                "2025-06-16", .facts,
                [
                    plain("a/tuned") { $0.bases = [BaseModel(repoID: "a/base", relation: .adapter)] },
                    plain("a/silent") { $0.bases = [BaseModel(repoID: "a/base", relation: .merge)] },
                    plain("a/nowhere") { $0.bases = untyped },
                ]),
        ]
        let merged = MergedModels(lists)
        #expect(try merged.model("a/tuned")?.bases == [BaseModel(repoID: "a/base", relation: .adapter)])
        #expect(try merged.model("a/silent")?.bases == [BaseModel(repoID: "a/base", relation: .merge)])
        // Facts do not make a model exist.
        #expect(try merged.model("a/nowhere") == nil)
    }

    @Test func listedBeforeTheHubNotedDays() throws {
        let early = try list(
            "2022-02-15",
            [
                seen("a/old", on: "2022-02-15", downloads: 1, likes: 0),
                seen("a/dated", on: "2022-02-15", downloads: 1, likes: 0),
            ])
        let late = try list("2022-07-02", [seen("a/undated", on: "2022-07-02", downloads: 1, likes: nil)])
        let dated = try list(
            "2024-07-11",
            [
                seen("a/dated", on: "2024-07-11", downloads: 1, likes: 0) {
                    $0.createdAt = Instant("2023-01-01T00:00:00Z")
                }
            ])
        let merged = MergedModels([early, late, dated])
        #expect(try merged.model("a/old")?.isBeforeRecord == true)
        #expect(try merged.model("a/undated")?.isBeforeRecord == false)
        #expect(try merged.model("a/dated")?.isBeforeRecord == false)
    }

    @Test func whatTheNewestListSaysWasRemovedIsMarked() throws {
        let lists = [
            try list("2025-03-11", [seen("a/x", on: "2025-03-11", downloads: 5, likes: 5)]),
            try list(
                "2026-08-22",
                [seen("a/x", on: "2026-08-22", downloads: 1, likes: 6) { $0.removedOn = Day("2026-08-01") }]),
        ]
        #expect(try MergedModels(lists).model("a/x")?.removedOn == Day("2026-08-01"))
    }
}
