import Core
import Foundation
import SQLite
import Testing

@testable import Catalog

@Suite struct CatalogTests {
    @Test func givesBackWhatWasPutIn() throws {
        let catalog = try Catalog(path: ":memory:")
        let row = full("acme/model")
        #expect(try catalog.upsert(row) == .inserted)
        #expect(try catalog.model("acme/model") == row)
        let bare = ModelRow(repoID: "acme/bare")
        try catalog.upsert(bare)
        #expect(try catalog.model("acme/bare") == bare)
        #expect(try catalog.model("acme/other") == nil)
        #expect(try catalog.modelCount == 2)
    }

    @Test func sameHubIDIsTheSameModelUnderItsLaterName() throws {
        let catalog = try Catalog(path: ":memory:")
        try catalog.upsert(model("gpt2", hub: "a1", likes: 1, on: "2022-02-15"))
        #expect(try catalog.upsert(model("openai-community/gpt2", hub: "a1", likes: 9, on: "2024-07-11")) == .merged)
        #expect(try catalog.modelCount == 1)
        let kept = try #require(try catalog.model("openai-community/gpt2"))
        #expect(kept.likes == 9)
        #expect(kept.observations.map(\.likes) == [1, 9])
    }

    @Test func aNameThatGoesOverToAnotherModelLeavesOneRow() throws {
        let catalog = try Catalog(path: ":memory:")
        try catalog.upsert(model("acme/old", hub: "a1", likes: 1, on: "2024-07-10"))
        try catalog.upsert(model("acme/new", hub: "b2", likes: 2, on: "2024-07-10"))
        try catalog.upsert(model("acme/new", hub: "a1", likes: 3, on: "2024-07-11"))
        #expect(try catalog.modelCount == 1)
        #expect(try catalog.model("acme/new")?.hubID == "a1")
    }

    @Test func modelsComeInTheOrderAskedFor() throws {
        let catalog = try Catalog(path: ":memory:")
        for (name, likes) in [("b/b", 5), ("a/a", 5), ("c/c", nil), ("d/d", 70)] {
            try catalog.upsert(model(name, likes: likes, on: "2024-07-11"))
        }
        func ids(_ order: Catalog.Order, _ limit: Int? = nil) throws -> [String] {
            var ids: [String] = []
            try catalog.forEachModel(orderedBy: order, limit: limit) { ids.append($0.repoID) }
            return ids
        }
        #expect(try ids(.repoID) == ["a/a", "b/b", "c/c", "d/d"])
        #expect(try ids(.likes) == ["d/d", "a/a", "b/b", "c/c"])
        #expect(try ids(.likes, 2) == ["d/d", "a/a"])
        #expect(try ids(.repoID, 0) == [])
    }

    @Test func theSameRowsAgainChangeNothing() throws {
        let catalog = try Catalog(path: ":memory:")
        let rows = [full("a/a"), model("b/b", hub: "b2", likes: 3, on: "2024-07-11"), ModelRow(repoID: "c/c")]
        try catalog.transaction { for row in rows { try catalog.upsert(row) } }
        let before = try lines(of: catalog)
        try catalog.transaction { for row in rows { try catalog.upsert(row) } }
        #expect(try lines(of: catalog) == before)
        #expect(before.contains { $0.hasPrefix("models|") })
    }

    @Test func keepsSourcesDiagnosticsAndCensuses() throws {
        let catalog = try Catalog(path: ":memory:")
        let old = SourceRow(key: "b", title: "List", day: Day("2022-02-15")!, coverage: .whole, rows: 3)
        let new = SourceRow(
            key: "a", title: "List", day: Day("2024-07-11")!, url: "https://example.org", license: "MIT",
            coverage: .selection, rows: 2, note: "Chosen.")
        try catalog.add(new)
        try catalog.add(old)
        try catalog.add(new)
        #expect(try catalog.sources() == [old, new])

        var counts = DiagnosticCounts()
        for i in 0..<7 { counts.add(Diagnostic("date.bad", at: "a/\(i)", "x")) }
        try catalog.setDiagnostics(counts, of: "a")
        try catalog.setDiagnostics(counts, of: "a")
        let kept = try catalog.diagnostics()
        #expect(kept.map(\.identifier) == ["date.bad"])
        #expect(kept[0].count == 7 && kept[0].examples.count == 5)
        #expect(kept[0].examples[0] == Diagnostic("date.bad", at: "a/0", "x"))

        try catalog.setCensusDocument(id: "m", json: Array(#"{"é":1}"#.utf8))
        #expect(try catalog.censusDocuments().map(\.id) == ["m"])
        #expect(try catalog.censusDocuments()[0].json == Array(#"{"é":1}"#.utf8))
    }

    @Test func keepsDatasetsAndSpaces() throws {
        let catalog = try Catalog(path: ":memory:")
        var dataset = DatasetRow(repoID: "a/d")
        dataset.hubID = "d1"
        dataset.languages = ["de", "en"]
        dataset.gated = .auto
        dataset.downloads = 0
        try catalog.upsert(dataset)
        var renamed = dataset
        renamed.repoID = "b/d"
        try catalog.upsert(renamed)
        var datasets: [DatasetRow] = []
        try catalog.forEachDataset { datasets.append($0) }
        #expect(datasets == [renamed])

        var space = SpaceRow(repoID: "a/s")
        space.models = ["m/1", "m/2"]
        space.sdk = "gradio"
        space.stage = "RUNNING"
        (space.hardware, space.requestedHardware) = ("t4-small", "cpu-basic")
        (space.license, space.licenseClass, space.tags) = ("MIT", .permissive, ["two words", "x"])
        space.datasets = ["d/1"]
        try catalog.upsert(space)
        var spaces: [SpaceRow] = []
        try catalog.forEachSpace { spaces.append($0) }
        #expect(spaces == [space])
        #expect(try catalog.datasetCount == 1 && catalog.spaceCount == 1)
    }

    @Test func countsTheLinksOfSpacesBySQL() throws {
        let catalog = try Catalog(path: ":memory:")
        func put(_ id: String, _ hubID: String?, _ models: [String]) throws {
            var space = SpaceRow(repoID: id)
            (space.hubID, space.models) = (hubID, models)
            try catalog.upsert(space)
        }
        try put("a/one", "s1", ["m/x", "m/y"])
        try put("a/two", "s2", ["m/x"])
        try catalog.countSpacesOfModels()
        #expect(try catalog.mostUsedModels(limit: 9).map { "\($0.model) \($0.spaces)" } == ["m/x 2", "m/y 1"])
        // The same Space again under another name, which another Space had: one row, the links of the later record.
        try put("a/two", "s1", ["m/z"])
        #expect(try catalog.spaceCount == 1)
        try catalog.countSpacesOfModels()
        #expect(try catalog.mostUsedModels(limit: 9).map { "\($0.model) \($0.spaces)" } == ["m/z 1"])
        let plan = try catalog.database.prepare(
            "EXPLAIN QUERY PLAN SELECT count(*) FROM space_models WHERE model = 'm/z'"
        ).all { $0.string(3) ?? "" }
        #expect(plan.joined().contains("INDEX space_models_by_model"))
    }

    @Test func linksAloneMakeARowOnlyWhereNoListingDid() throws {
        let catalog = try Catalog(path: ":memory:")
        var listed = SpaceRow(repoID: "a/listed")
        (listed.hubID, listed.models) = ("s1", ["m/x"])
        try catalog.upsert(listed)
        for (id, model) in [("a/listed", "m/old"), ("a/new", "m/x"), ("a/new", "m/y"), ("a/new", "m/y")] {
            var link = SpaceRow(repoID: id)
            link.models = [model]
            #expect(try (catalog.addLinks(of: link) == nil) == (id == "a/listed"))
        }
        var spaces: [SpaceRow] = []
        try catalog.forEachSpace { spaces.append($0) }
        #expect(spaces.map(\.models) == [["m/x"], ["m/x", "m/y"]])
    }

    @Test func saysWhatIsWrongWithAFile() throws {
        try inTemporaryFolder { folder in
            let path = "\(folder)/catalog.sqlite"
            #expect(throws: CatalogError(.missing, at: path)) { try Catalog(path: path, mode: .read) }
            try Data(repeating: 0x41, count: 9000).write(to: URL(fileURLWithPath: path))
            let damaged = #expect(throws: CatalogError.self) { try Catalog(path: path) }
            #expect(damaged?.description.contains("delete the file and clean again") == true)
            #expect(throws: CatalogError.self) { try Catalog(path: path, mode: .read) }
        }
    }

    @Test func aFileDamagedInTheMiddleIsAnErrorAndNoCrash() throws {
        try inTemporaryFolder { folder in
            let path = "\(folder)/catalog.sqlite"
            try {
                let catalog = try Catalog(path: path)
                try catalog.transaction { for i in 0..<2000 { try catalog.upsert(full("acme/model-\(i)")) } }
            }()
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            for i in stride(from: 8192, to: bytes.count, by: 7) { bytes[i] = 0xA5 }
            try bytes.write(to: URL(fileURLWithPath: path))
            let error = #expect(throws: CatalogError.self) {
                try Catalog(path: path, mode: .read).forEachModel { _ in }
            }
            #expect(error?.description.contains("damaged") == true)
        }
    }

    @Test func refusesWhatANewerVersionMade() throws {
        try inTemporaryFolder { folder in
            let path = "\(folder)/catalog.sqlite"
            try { try Catalog(path: path).database.execute("INSERT INTO migrations (name) VALUES ('later')") }()
            #expect(throws: CatalogError(.newer("later"), at: path)) { try Catalog(path: path) }
            #expect(throws: CatalogError(.newer("later"), at: path)) { try Catalog(path: path, mode: .read) }
        }
    }

    @Test func everyErrorIsASentenceThatSaysWhatToDo() {
        let table: [(CatalogError.Reason, String)] = [
            (.missing, "c: there is no catalog here; collect and clean first"),
            (
                .damaged("x"),
                "c: the catalog is damaged (x); delete the file and clean again, the archive still has everything"
            ),
            (
                .newer("m"),
                "c: made by a newer hubatlas (m); update the program, or delete the file and clean again, the archive "
                    + "still has everything"
            ),
        ]
        for (reason, text) in table { #expect(CatalogError(reason, at: "c").description == text) }
    }

    private func lines(of catalog: Catalog) throws -> [String] {
        var lines: [String] = []
        try catalog.dump { lines.append($0) }
        return lines
    }
}

func model(_ repoID: String, hub: String? = nil, likes: Int?, on day: String) -> ModelRow {
    var row = ModelRow(repoID: repoID)
    row.hubID = hub
    row.likes = likes
    row.observations = [Observation(day: Day(day)!, downloads: nil, likes: likes)]
    return row
}

/// A row with a value in every column.
func full(_ repoID: String) -> ModelRow {
    var row = ModelRow(repoID: repoID)
    row.hubID = "hub-\(repoID)"
    row.owner = "acme"
    row.createdAt = Instant("2023-01-02T03:04:05Z")
    row.lastModified = Instant("2023-02-03T04:05:06Z")
    (row.task, row.modality, row.library) = ("text-generation", .nlp, "transformers")
    (row.license, row.licenseRaw, row.licenseClass) = ("Apache-2.0", "apache-2.0", .permissive)
    (row.languages, row.papers, row.datasets) = (["de", "en"], ["1810.04805"], ["squad", "a/b"])
    row.bases = [BaseModel(repoID: "b/base", relation: .merge), BaseModel(repoID: "a/base", relation: .unknown)]
    (row.parameters, row.parametersFrom) = (7_000_000_000, .safetensors)
    (row.formats, row.weightBits, row.architecture) = (["gguf", "safetensors"], 4, "llama")
    row.gated = .manual
    (row.isConversational, row.isMerge, row.isMixtureOfExperts) = (true, true, true)
    (row.downloads, row.downloadsAllTime, row.likes, row.trendingScore) = (10, 100, 5, 1.5)
    (row.usedStorageBytes, row.fileCount) = (1 << 40, 12)
    row.tags = ["medical", "Unity ML-Agents"]
    row.removedOn = Day("2026-01-01")
    row.observations = [
        Observation(day: Day("2023-03-01")!, downloads: nil, likes: 1),
        Observation(day: Day("2024-07-11")!, downloads: 10, likes: 5),
    ]
    return row
}

func inTemporaryFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("catalog-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // A folder left in the system's temporary place does no harm.
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
}
