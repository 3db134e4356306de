import Catalog
import Censuses
import Core
import Foundation
import Numerics
import Snapshot
import TestSupport
import Testing

/// The snapshot that the repository carries, against figures that were computed from the lists by other programs.
@Suite struct BundledSnapshotTests {
    static let folder = Repository.path("assets/snapshot")
    /// Read once for all tests.
    static let read = Result { try SnapshotStage.read(folder) }
    let contents: SnapshotContents

    init() throws { contents = try Self.read.get() }

    private func census(_ key: String) throws -> Census {
        try #require(contents.censuses.first { $0.source.key == key })
    }

    private func model(_ repoID: String) throws -> ModelRow {
        try #require(contents.models.first { $0.repoID == repoID })
    }

    @Test func isSmall() throws {
        let files = try Folder(reading: Self.folder).files
        #expect(files.values.reduce(0) { $0 + $1.count } <= 3 << 20)
        // Nothing else lies there, such as a file as it was fetched.
        let carried = Set(CarriedTable.all.map { "\($0.name).csv.zst" })
        let others = files.keys.filter { !$0.hasPrefix("census-") && !carried.contains($0) }.sorted()
        #expect(others == ["README.md", "manifest.json", "models.columns", "recipe.json"])
    }

    @Test func itCarriesWhatOtherSourcesGave() {
        let counts = Dictionary(uniqueKeysWithValues: contents.tables.map { ($0.table, $0.rows.count) })
        #expect(counts["leaderboard_results"] == 7_169 + 4_576)
        #expect(counts["communities"] == 457)
        #expect(counts["mention_families"] == 75 && counts["mention_totals"] == 17)
        #expect(counts["model_spaces"] == 324)
        #expect(Set(counts.keys) == Set(CarriedTable.all.map(\.name)))
    }

    @Test func whoWorksWithWhomIsNumbersOfReposAndOwners() throws {
        for (name, columns) in [("repo_collaborations", 5), ("owner_collaborations", 3)] {
            let rows = try #require(contents.tables.first { $0.table == name }).rows
            #expect(rows.count == 199 && rows.allSatisfy { $0.count == columns })
            #expect(rows.allSatisfy { row in row.last.flatMap { $0 }.flatMap { Int($0) }.map { $0 > 1 } ?? false })
        }
    }

    @Test func modelsOfJuly2024() throws {
        let census = try census("hub-models-2024-07-11")
        #expect((census.rows, census.owners, census.beforeRecord, census.undated) == (760_000, 190_087, 29_990, 0))
        #expect((census.downloads.sum, census.downloads.zero) == (1_838_905_161, 376_281))
        #expect(near(census.downloads.shareAtZero, 0.4951))
        #expect(near(census.downloads.shareOfTopHundredth, 0.9892))
        #expect(near(census.downloads.share(oneOf: 10), 0.9995))
        // One counter holds 37 % of all.
        #expect(census.downloads.greatest == 680_847_003)
        #expect(near(census.downloads.shareWithoutGreatest(oneOf: 100), 0.983))
        #expect(abs(census.downloads.gini - 0.99880) < 0.000005)
        #expect(census.downloads.median == 1)
        #expect((census.likes.sum, census.likes.zero, census.likes.greatest) == (860_913, 688_771, 11_000))
        #expect(near(census.likes.shareOfTopHundredth, 0.8070))
        #expect(abs(census.likes.gini - 0.98462) < 0.000005)
    }

    /// Exact spreads: counted from the list by other means.
    @Test func everyValueOfJuly2024() throws {
        let census = try census("hub-models-2024-07-11")
        #expect(census.downloads.spread.values.count == 8613 && census.likes.spread.values.count == 593)
        #expect(abs((census.downloadsPerOwner.spread.herfindahl ?? 0) - 0.15606235507081) < 1e-12)
        #expect(census.mostDownloadedOwners.count == 200 && census.mostDownloadedOwners[0].owner == "MIT")
        #expect(census.mostDownloadedOwners[1].downloads == 165_126_578)
        #expect(census.fields.filter { $0.scheme == .hub }.reduce(0) { $0 + $1.rows } == 760_000)
        // Counted by exact tags: 273,085, 19,944 and 44,559; ours do not mind the case of a tag.
        #expect(census.fields.filter { $0.scheme == .study }.map(\.rows) == [273_110, 19_945, 44_589])
    }

    @Test func ownersOfJuly2024() throws {
        let census = try census("hub-models-2024-07-11")
        #expect(census.topOwners.prefix(3).map(\.owner) == ["mradermacher", "TheBloke", "huggingtweets"])
        #expect(census.topOwners.prefix(3).map(\.count) == [4610, 3863, 3830])
        #expect(abs(census.modelsPerOwner.gini - 0.67131) < 0.000005)
        #expect(near(census.modelsPerOwner.shareOfTopHundredth, 0.3480))
        #expect(census.downloadsPerOwner.zero == 114_211)
        #expect(near(census.downloadsPerOwner.shareOfTopHundredth, 0.9963))
        #expect(abs(census.downloadsPerOwner.gini - 0.99943) < 0.000005)
        #expect(census.newOwners.reduce(0) { $0 + $1.count } == census.owners)
    }

    @Test func monthsTasksAndLibrariesOfJuly2024() throws {
        let census = try census("hub-models-2024-07-11")
        let months = Dictionary(uniqueKeysWithValues: census.byMonth.map { ($0.key?.description ?? "", $0.count) })
        #expect(months["2022-03"] == 3104)
        #expect(months["2022-12"] == 13_626)
        #expect(months["2023-07"] == 34_078)
        #expect(months["2024-01"] == 38_897)
        #expect(months["2024-06"] == 60_217)
        #expect(months["2024-07"] == 18_660)
        #expect(months[""] == 29_990)
        #expect(census.byMonth.reduce(0) { $0 + $1.count } == 760_000)
        #expect(count(census.byTask, nil) == 355_152)
        #expect(count(census.byTask, "text-generation") == 119_948)
        #expect(count(census.byTask, "reinforcement-learning") == 44_266)
        // 33 libraries are no names of one, and seven models spell this one in their own way.
        #expect(count(census.byLibrary, nil) == 294_972 + 33)
        #expect(count(census.byLibrary, "transformers") == 348_512 + 7)
        #expect(census.licenses.first { $0.term == nil }?.count == 473_022)
        #expect(census.licenses.first { $0.term == "Apache-2.0" }?.count == 119_393)
        #expect(census.licenses.first { $0.term == "MIT" }?.count == 51_206)
        #expect(census.byModality.reduce(0) { $0 + $1.downloads } == census.downloads.sum)
    }

    @Test func theOtherListings() throws {
        let early = try census("hub-models-2022-02-15")
        #expect(
            (early.rows, early.beforeRecord, early.downloads.zero, early.downloads.unknown) == (
                29_432, 29_432, 8977, 212
            ))
        #expect(count(early.byTask, nil) == 9345)
        let july = try census("hub-models-2022-07-02")
        #expect((july.rows, july.undated, july.downloads.sum) == (55_524, 55_524, 199_235_153))
        let slice = try census("hub-models-2025-03-11")
        #expect((slice.rows, slice.downloads.sum) == (20_000, 1_725_615_486))
        #expect(slice.source.coverage == .slice)
        let curated = try census("hub-models-2026-08-22")
        #expect((curated.rows, curated.downloads.sum, curated.downloads.zero) == (15_904, 911_067_134, 5920))
        #expect(curated.source.coverage == .selection)
    }

    @Test func datasetsOfJuly2024() throws {
        let census = try census("hub-datasets-2024-07-09")
        #expect(census.kind == .datasets)
        #expect((census.rows, census.owners, census.beforeRecord) == (175_000, 50_135, 2949))
        #expect((census.downloads.sum, census.downloads.zero) == (49_466_329, 48_605))
        #expect(near(census.downloads.shareOfTopHundredth, 0.9589))
        #expect(abs(census.downloads.gini - 0.99150) < 0.000005)
    }

    @Test func theSelection() throws {
        #expect(contents.selection.prefix(2).map(\.matched) == [6000, 4000])
        #expect(contents.selection.reduce(0) { $0 + $1.added } == contents.models.count)
        #expect(contents.models.count > 15_000)
        #expect(contents.models.allSatisfy { $0.createdAt != nil || $0.isBeforeRecord })
        #expect(contents.models.allSatisfy { !$0.observations.isEmpty })
        let ids = Set(contents.models.map(\.repoID))
        #expect(!contents.models.contains { row in row.bases.contains { $0.repoID == row.repoID } })
        #expect(ids.count == contents.models.count)
        // Ids without an owner have got one since.
        #expect(!ids.contains("gpt2"))
    }

    @Test func modelsThatEveryoneKnows() throws {
        let gpt2 = try model("openai-community/gpt2")
        #expect(gpt2.isBeforeRecord)
        #expect(gpt2.observations.map(\.downloads) == [17_148_259, 9_914_995, 6_902_676, 16_971_700, 14_313_440])
        #expect(gpt2.observations.map(\.likes).last == 3411)
        #expect((gpt2.downloads, gpt2.likes) == (14_313_440, 3411))
        #expect((gpt2.parameters, gpt2.parametersFrom) == (137_022_720, .safetensors))
        let llama = try model("meta-llama/Llama-2-7b-hf")
        #expect(llama.createdAt == Instant("2023-07-13T16:16:13Z"))
        #expect(llama.observations.contains(Observation(day: Day("2024-07-11")!, downloads: 1_326_896, likes: 1569)))
        #expect(llama.parameters == 6_738_417_664)
        let bert = try model("google-bert/bert-base-uncased")
        #expect(bert.observations.map(\.downloads) == [11_591_148, 20_382_194, 51_255_465, 83_805_555])
    }

    @Test func saysWhereEverythingIsFrom() throws {
        let keys = Set(contents.sources.map(\.key))
        #expect(Set(contents.censuses.map(\.source.key)).isSubset(of: keys))
        #expect(Set(contents.diagnostics.map(\.source)).isSubset(of: keys))
        #expect(contents.sources.first { $0.key == "hub-models-2026-08-22" }?.license == "CC-BY-4.0")
        let readme = try String(contentsOfFile: "\(Self.folder)/README.md", encoding: .utf8)
        for source in contents.sources { #expect(readme.contains(source.key), "\(source.key) in README.md") }
    }

    @Test func goesIntoACatalogAndOutAgain() throws {
        let catalog = try Catalog(path: ":memory:")
        try SnapshotStage.load(Self.folder, into: catalog)
        #expect(try catalog.modelCount == contents.models.count)
        #expect(try catalog.model("openai-community/gpt2") == model("openai-community/gpt2"))
        #expect(try catalog.censuses() == contents.censuses)
    }

    /// The recipe is the one that the selection was made by.
    @Test func theRecipeIsTheOneThatWasUsed() throws {
        let recipe = try Recipe(
            Array(Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/recipe.json"))), at: "recipe")
        #expect(Set(recipe.files.map(\.source.key)) == Set(contents.sources.map(\.key)))
        #expect(recipe.rules.map(\.text) == contents.selection.map(\.rule))
    }

    private func near(_ share: Double?, _ expected: Double) -> Bool { abs((share ?? -1) - expected) < 0.0005 }

    private func count(_ sums: [Census.Sum<String?>], _ key: String?) -> Int? { sums.first { $0.key == key }?.count }
}
