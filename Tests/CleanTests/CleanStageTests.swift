import Archive
import Catalog
import Core
import Foundation
import Testing

@testable import Clean

@Suite struct CleanStageTests {
    @Test func aListBecomesRows() throws {
        let (catalog, summary) = try clean([
            page(
                """
                [{"_id":"621ffdc036468d709f174338","id":"acme/x-7b","likes":3,"downloads":9,"createdAt":"2023-05-01T00:00:00.000Z",
                "tags":["transformers","gguf","llama","conversational","en","license:mit","arxiv:1810.04805","base_model:gpt2"],
                "pipeline_tag":"text-generation","library_name":"transformers"}]
                """)
        ])
        let row = try #require(try catalog.model("acme/x-7b"))
        var expected = ModelRow(repoID: "acme/x-7b")
        expected.hubID = "621ffdc036468d709f174338"
        expected.owner = "acme"
        expected.createdAt = Instant("2023-05-01T00:00:00Z")
        (expected.task, expected.modality, expected.library) = ("text-generation", .nlp, "transformers")
        (expected.license, expected.licenseRaw, expected.licenseClass) = ("MIT", "mit", .permissive)
        (expected.languages, expected.papers) = (["en"], ["1810.04805"])
        expected.bases = [BaseModel(repoID: "openai-community/gpt2", relation: .unknown)]
        (expected.parameters, expected.parametersFrom) = (7_000_000_000, .name)
        (expected.formats, expected.architecture, expected.isConversational) = (["gguf"], "llama", true)
        (expected.downloads, expected.likes) = (9, 3)
        expected.observations = [Observation(day: Day("2024-07-11")!, downloads: 9, likes: 3)]
        #expect(row == expected)
        #expect(summary.description == "1 pages, 1 records: 1 models, 0 duplicates, 0 diagnostics")
        #expect(try catalog.sources().map(\.rows) == [1])
    }

    @Test func aModelThatComesTwiceIsCountedAndTheLaterStands() throws {
        let id = "621ffdc036468d709f174338"
        let (catalog, summary) = try clean([
            page(
                #"[{"_id":"\#(id)","id":"a/old","likes":1,"downloads":1},{"_id":"\#("7" + id.dropFirst())","id":"b/b","likes":2}]"#
            ),
            page(#"[{"_id":"\#(id)","id":"a/new","likes":5,"downloads":1}]"#),
        ])
        #expect(summary.models == 2 && summary.duplicates == 1)
        #expect(try catalog.model("a/new")?.likes == 5)
        #expect(try catalog.modelCount == 2)
        #expect(try catalog.diagnostics().map(\.identifier) == ["record.duplicate"])
    }

    @Test func anotherWalkIsNoDuplicateAndItsCountsAreAdded() throws {
        let (catalog, summary) = try clean([
            page(#"[{"id":"a/a","likes":1,"downloads":10}]"#),
            page(#"[{"id":"a/a","likes":4,"downloads":7}]"#, walk: "models/2", on: "2024-07-18"),
        ])
        #expect(summary.models == 1 && summary.duplicates == 0)
        #expect(try catalog.model("a/a")?.observations.map(\.likes) == [1, 4])
        #expect(try catalog.model("a/a")?.downloads == 7)
    }

    @Test(
        arguments: [
            ("", ["page.damaged"], 0), ("<html>429</html>", ["page.damaged"], 0),
            (#"{"error":"limit"}"#, ["page.noList"], 0),
            (#"[{"id":"a/a"},{"id":"b"#, ["page.damaged"], 1), ("7", ["page.noList"], 0), ("[]", [], 0),
            (#"[{"id":"a/a","likes":1e999},{"id":"a/b"}]"#, ["field.tooLarge"], 2),
            (#"[{"id":"a/a"},{"id":"a/b","x":tru},{"id":"a/c"}]"#, ["page.damaged", "record.malformed"], 2),
            (#"[{"likes":1},{"id":"a/a"},7,null]"#, ["record.noID", "record.noID", "record.noID"], 1),
            (#"[{"id":"a/a","x":"\ud800"},{"id":"a/b"}]"#, ["page.damaged", "record.malformed"], 1),
        ] as [(String, [String], Int)])
    func badPagesAreCountedAndTheRestIsKept(_ body: String, _ identifiers: [String], _ models: Int) throws {
        let (catalog, summary) = try clean([page(body), page(#"[{"id":"z/z"}]"#)])
        #expect(summary.models == models + 1)
        #expect(summary.diagnostics == identifiers.count)
        #expect(try catalog.diagnostics().map(\.identifier) == Set(identifiers).sorted())
    }

    @Test func bytesThatAreNoTextCostOneText() throws {
        var bytes = Array(#"[{"id":"a/a","library_name":"?"},{"id":"a/b"}]"#.utf8)
        bytes[bytes.firstIndex(of: UInt8(ascii: "?"))!] = 0xFF
        let (catalog, summary) = try clean([page(bytes)])
        #expect(summary.models == 2)
        #expect(try catalog.diagnostics().map(\.identifier) == ["page.damaged", "record.utf8"])
    }

    @Test func pagesOfUnknownFormatOrStatusAreCounted() throws {
        var failed = page("[]")
        failed.status = 500
        let (catalog, _) = try clean([page("[]", format: "parchment"), failed])
        #expect(try catalog.diagnostics().map(\.identifier) == ["page.format", "page.status"])
    }

    @Test func cleaningAgainGivesTheSameDump() throws {
        let pages = [
            page(
                #"[{"_id":"621ffdc036468d709f174338","id":"a/a","likes":1,"tags":["en","license:what"]},{"id":"b/b","likes":"x"}]"#
            ),
            page(
                #"[{"_id":"621ffdc036468d709f174338","id":"a/c","likes":2,"tags":["de"]},{"id":"b/b","tags":["base_model:a/c"]}]"#
            ),
            page("source,target,edge\na/c,b/b,merged\n", format: "lineage-csv"),
        ]
        let (first, _) = try clean(pages)
        let (second, _) = try clean(pages)
        #expect(try lines(of: first) == lines(of: second))
        try CleanStage.run(pages: PageSource(pages), into: first, source: source, log: .silent)
        #expect(try lines(of: first) == lines(of: second))
    }

    @Test func manyPagesGoThroughInOrder() throws {
        let pages = (0..<100).map { i in
            page("[" + (0..<20).map { #"{"id":"o\#(i)/m\#($0)","likes":\#($0)}"# }.joined(separator: ",") + "]")
        }
        let (catalog, summary) = try clean(pages)
        #expect(summary.pages == 100 && summary.models == 2000)
        #expect(try ModelColumns(reading: catalog).repoIDs[41] == "o2/m1")
    }

    @Test func aPageThatCannotBeReadStopsTheRunWithItsError() throws {
        struct Broken: Error {}
        let pages = PageSource(count: 50, format: { _ in "hub-models" }) { i in
            if i == 20 { throw Broken() }
            return .page(page(#"[{"id":"a/a\#(i)"}]"#))
        }
        let catalog = try Catalog(path: ":memory:")
        #expect(throws: Broken.self) {
            try CleanStage.run(pages: pages, into: catalog, source: source, log: .silent)
        }
        #expect(try catalog.modelCount == 16)
    }

    @Test func aDamagedPageOfTheArchiveIsCounted() throws {
        let pages = PageSource(count: 2, format: { _ in "hub-models" }) { i in
            i == 0 ? .damaged(Diagnostic("archive.page", at: "u", "its hash differs")) : .page(page(#"[{"id":"a/a"}]"#))
        }
        let catalog = try Catalog(path: ":memory:")
        let summary = try CleanStage.run(pages: pages, into: catalog, source: source, log: .silent)
        #expect(summary.models == 1)
        #expect(try catalog.diagnostics().map(\.identifier) == ["archive.page"])
    }

    @Test func worksFromARealArchive() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("clean-\(UUID().uuidString)").path
        // A folder left in the system's temporary place does no harm.
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let archive = try Archive(at: folder, mode: .write)
        let walk = try archive.begin("models", plan: "")
        for i in 0..<3 { try archive.append(page(#"[{"id":"a/a\#(i)"}]"#, walk: walk.id)) }
        try archive.finish(walk.id)
        let catalog = try Catalog(path: ":memory:")
        #expect(try CleanStage.run(archive: archive, into: catalog, source: source, log: .silent).models == 3)
    }

    @Test func mutatedPagesNeverCrash() throws {
        let original = Array(
            #"[{"_id":"621ffdc036468d709f174338","id":"a/b-7B","tags":["en","license:mit","base_model:merge:gpt2"],"likes":7,"safetensors":{"parameters":{"I32":9},"total":9},"createdAt":"2024-01-01T00:00:00.000Z"}]"#
                .utf8)
        var state: UInt64 = 7
        func random(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        let cleaner = PageCleaner(ModelCleaner())
        var kept = 0
        for _ in 0..<4000 {
            var bytes = original
            for _ in 0..<(1 + random(4)) {
                switch random(3) {
                case 0: bytes[random(bytes.count)] = UInt8(random(256))
                case 1: bytes.removeSubrange(random(bytes.count)..<bytes.count)
                default: bytes.insert(UInt8(random(256)), at: random(bytes.count + 1))
                }
                if bytes.isEmpty { bytes = [0x5B] }
            }
            let cleaned = cleaner.clean(page(bytes))
            kept += cleaned.models.count
            #expect(cleaned.models.count == 1 || !cleaned.diagnostics.isEmpty || cleaned.records == 0)
        }
        #expect(kept > 200 && kept < 4000)
    }
}

let source = SourceRow(key: "test", title: "Test list", day: Day("2024-07-11")!, coverage: .whole, rows: 0)

func page(
    _ body: [UInt8], walk: String = "models/1", on day: String = "2024-07-11", format: String = "hub-models"
) -> ArchivedPage {
    ArchivedPage(walk: walk, url: "u", fetchedAt: Instant("\(day)T00:00:00Z")!, format: format, body: body)
}

func page(
    _ body: String, walk: String = "models/1", on day: String = "2024-07-11", format: String = "hub-models"
) -> ArchivedPage {
    page(Array(body.utf8), walk: walk, on: day, format: format)
}

func clean(_ pages: [ArchivedPage]) throws -> (Catalog, CleanSummary) {
    let catalog = try Catalog(path: ":memory:")
    return (catalog, try CleanStage.run(pages: PageSource(pages), into: catalog, source: source, log: .silent))
}

func lines(of catalog: Catalog) throws -> [String] {
    var lines: [String] = []
    try catalog.dump { lines.append($0) }
    return lines
}
