import CSV
import Catalog
import Core
import FakeHub
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct TopTableTests {
    private func row(_ id: String, _ change: (inout ModelRow) -> Void = { _ in }) -> ModelRow {
        var row = ModelRow(repoID: id)
        change(&row)
        return row
    }

    @Test func everyColumnHasItsValueAndWhatIsMissingIsEmpty() throws {
        let full = row("acme/x-7b") {
            ($0.owner, $0.license, $0.languages) = ("acme", "Apache-2.0", ["de", "en"])
            ($0.parameters, $0.downloads, $0.likes, $0.gated) = (7_241_732_096, 900, 0, .manual)
            $0.createdAt = Instant("2024-07-11T10:00:00Z")
            $0.lastModified = Instant("2024-08-01T00:00:00Z")
            ($0.usedStorageBytes, $0.architecture) = (14_483_464_192, "mistral")
        }
        let lines = String(decoding: TopTable.bytes(of: [full, row("gpt")]), as: UTF8.self).split(separator: "\n")
        #expect(
            lines == [
                "modelId,author,license,language,model size,downloads,likes,gated,created,modified,storage,architecture",
                "acme/x-7b,acme,Apache-2.0,de;en,7241732096,900,0,manual,2024-07-11T10:00:00Z,2024-08-01T00:00:00Z,"
                    + "14483464192,mistral",
                "gpt,,,,,,,,,,,",
            ])
    }

    /// What owners write is text to a spreadsheet, and one field to a reader.
    @Test func namesOfOthersAreHarmless() throws {
        let hostile = row("-a/=b") {
            $0.owner = "-a"
            $0.licenseRaw = "=cmd(\"x\"), y"
            $0.architecture = "@SUM(A1)\n+1"
        }
        let table = try CSVTable(TopTable.bytes(of: [hostile]))
        #expect(
            table.rows.map { [$0[0], $0[1], $0[2], $0[11]] } == [["'-a/=b", "'-a", "'=cmd(\"x\"), y", "'@SUM(A1)\n+1"]])
        #expect(
            CSVWriter.harmless("\tx") == "'\tx" && CSVWriter.harmless("x=1") == "x=1" && CSVWriter.harmless("") == "")
    }

    @Test(arguments: [
        ("text-generaton", ["fill-mask", "text-generation"], "; did you mean text-generation?"),
        ("image-nonsense", ["fill-mask", "image-to-text", "text-to-image"], "; near are image-to-text, text-to-image"),
        ("nonsense", ["fill-mask", "text-generation"], "; there are fill-mask, text-generation"), ("x\u{1b}", [], ""),
    ])
    func aTaskThatNobodyHasIsSaidWithThoseNear(task: String, known: [String], end: String) {
        let error = PipelineError(.noModels(task: task, known: known), at: "c")
        #expect(error.description == "c: no model is for the task \"\(task.visible)\"\(end)")
    }

    @Test func theMostDownloadedComeFirstThenByName() throws {
        let catalog = try Catalog(path: ":memory:")
        for (id, task, downloads) in [
            ("c/c", "text-generation", 5), ("b/b", "text-generation", 5), ("a/a", "text-generation", nil),
            ("d/d", "text-generation", 9), ("e/e", "fill-mask", 99), ("f/f", "text-generation", 0),
        ] as [(String, String, Int?)] {
            try catalog.upsert(row(id) { ($0.task, $0.downloads) = (task, downloads) })
        }
        let ids = { (task: String?, limit: Int) in
            try catalog.mostDownloaded(task: task, limit: limit).map(\.repoID)
        }
        #expect(try ids("text-generation", 9) == ["d/d", "b/b", "c/c", "f/f", "a/a"])
        #expect(try ids(nil, 2) == ["e/e", "d/d"])
        #expect(try ids("no-task", 2) == [])
    }

    @Test func aCollectionBecomesATable() async throws {
        let folder = try TemporaryFolder()
        let hub = FakeHub(modelCount: 400, seed: 9, hostileShare: 0.05)
        try hub.start()
        defer { hub.stop() }
        var settings = CollectSettings()
        (settings.endpoint, settings.names) = (hub.baseURL, ["models"])
        let pipeline = Pipeline(data: DataFolder(folder.path("data")), root: Repository.root, log: .silent)
        try await pipeline.collect(settings)
        let bytes = try await pipeline.topTable(TopTableSettings(task: "text-generation", top: 30))
        let table = try CSVTable(bytes)
        let expected = hub.models.filter { !$0.isHostile && $0.task == "text-generation" }
            .sorted { ($1.downloads ?? -1, $0.id) < ($0.downloads ?? -1, $1.id) }
        #expect(table.header.names.count == 12)
        // A few of the invented are broken on purpose, and may stand between.
        let ids = table.rows.map { $0[0] }
        #expect(ids.count == 30 && Set(ids).count == 30)
        #expect(expected.prefix(20).allSatisfy { ids.contains($0.id) })
        let downloads = table.rows.map { Int($0[5]) ?? -1 }
        #expect(downloads == downloads.sorted(by: >))
        let first = try #require(expected.first)
        let found = try #require(table.rows.first { $0[0] == first.id })
        #expect(found[5] == first.downloads.map(String.init) && found[6] == String(first.likes))
    }
}
