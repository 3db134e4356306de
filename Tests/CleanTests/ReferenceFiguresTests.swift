import Archive
import Catalog
import Collect
import Core
import Foundation
import SQLite
import Testing

@testable import Clean

/// Recorded lists beside the project, cleaned as they are and compared with figures that were counted by other means.
/// Where the lists are not there, each test says so and ends.
@Suite(.serialized) struct ReferenceFiguresTests {
    /// Tests are built without optimization, which makes this one take a minute: it runs when it is asked for.
    @Test func models2024() throws {
        guard ProcessInfo.processInfo.environment["HUBATLAS_REFERENCE"] != nil else {
            return print("skipped: 760,000 models take a minute; HUBATLAS_REFERENCE=1 asks for them")
        }
        try onRecorded("hub-models-2024-07-11.ndjson.zst", "hub-models-ndjson", on: "2024-07-11") { catalog, summary in
            #expect(summary.models == 760_000 && summary.duplicates == 0)
            try expect(
                catalog,
                [
                    ("count(*)", 760_000), ("count(DISTINCT hub_id)", 760_000), ("count(DISTINCT owner)", 190_087),
                    ("sum(downloads)", 1_838_905_161), ("sum(downloads = 0)", 376_281), ("sum(likes)", 860_913),
                    ("sum(likes = 0)", 688_771), ("sum(task IS NULL)", 355_152), ("sum(library IS NULL)", 294_972 + 33),
                    ("sum(is_before_record)", 29_990), ("sum(license_class = 'none')", 473_022),
                    ("sum(license = 'Apache-2.0')", 119_393), ("sum(license = 'MIT')", 51_206),
                    ("sum(license = 'creativeml-openrail-m')", 20_369), ("sum(task = 'text-generation')", 119_948),
                    ("sum(strftime('%Y-%m', created_at, 'unixepoch') = '2024-06')", 60_217),
                    ("sum(strftime('%Y-%m', created_at, 'unixepoch') = '2022-03')", 3_104),
                ])
            // The tags name 126,650 bases on 117,155 models: 665 of them are the model itself, which 661 models have alone,
            // and one is named twice.
            #expect(try number("SELECT count(*) FROM bases", in: catalog) == 126_650 - 665 - 1)
            #expect(try number("SELECT count(DISTINCT model) FROM bases", in: catalog) == 117_155 - 661)
            #expect(try catalog.diagnostics().first { $0.identifier == "base.self" }?.count == 665)
            // 2,265 models name gpt2 by its old id.
            let gpt2 = "SELECT count(*) FROM bases WHERE base = 'openai-community/gpt2'"
            #expect(try number(gpt2, in: catalog) >= 2_265)
            #expect(try number("SELECT count(*) FROM bases WHERE base = 'gpt2'", in: catalog) == 0)
            #expect(try catalog.model("google-bert/bert-base-uncased")?.downloads == 51_255_465)
        }
    }

    @Test func models2022() throws {
        try onRecorded("hub-models-2022-02-15.ndjson.zst", "hub-models-ndjson", on: "2022-02-15") { catalog, summary in
            try expect(
                catalog, [("count(*)", 29_432), ("sum(downloads = 0)", 8_977), ("sum(task IS NULL)", 9_345)])
            #expect(summary.models == 29_432)
            #expect(try catalog.model("openai-community/gpt2")?.downloads == 17_148_259)
        }
        try onRecorded("hub-models-2022-07-02.csv.zst", "csv-2022-07", on: "2022-07-02") { catalog, _ in
            try expect(catalog, [("count(*)", 55_524), ("sum(downloads)", 199_235_153)])
        }
    }

    /// One owner's models, day by day: all days are kept, a few bytes each, and broken counters are marked.
    @Test func daily() throws {
        guard ProcessInfo.processInfo.environment["HUBATLAS_REFERENCE"] != nil else {
            return print(
                "skipped: 711,636 counts take minutes without optimization; HUBATLAS_REFERENCE=1 asks for them")
        }
        try onRecorded("thebloke-daily.csv.zst", "daily-csv", on: "2024-01-01") { catalog, _ in
            #expect(try catalog.modelCount == 3_955)
            var days: Set<Day> = []
            var counts = 0
            try catalog.forEachModel {
                days.formUnion($0.observations.map(\.day))
                counts += $0.observations.count
            }
            #expect(counts == 711_636 && days.count == 242)
            let bytes = try number("SELECT sum(length(counts)) FROM history", in: catalog)
            #expect(bytes < 5 * counts)
            let marked = try catalog.markGlitches().total
            print("TheBloke: \(bytes) bytes for \(counts) counts, \(marked) broken ones")
        }
    }

    @Test func models2025() throws {
        try onRecorded("hub-models-2025-03-11.csv.zst", "csv-2025-03", on: "2025-03-11") { catalog, _ in
            try expect(
                catalog,
                [
                    ("count(*)", 20_000), ("sum(downloads)", 1_725_615_486),
                ])
            // 7,382 rows state a size; where it is that of packed weights, or 0, the name stands instead.
            let counted = try number("SELECT sum(parameters_from = 'safetensors') FROM models", in: catalog)
            let refused = try number(
                "SELECT sum(count) FROM diagnostics WHERE identifier GLOB 'parameters.*'", in: catalog)
            #expect(counted + refused == 7_382)
            #expect(counted > 6_500)
            #expect(try catalog.model("openai-community/gpt2")?.parameters == 137_022_720)
        }
    }

    @Test func models2026() throws {
        try onRecorded("hub-models-2026-08-22.ndjson.zst", "radar-ndjson", on: "2026-08-22") { catalog, _ in
            try expect(
                catalog,
                [
                    ("count(*)", 15_904), ("sum(downloads)", 911_067_134), ("sum(downloads = 0)", 5_920),
                    ("sum(gated = 'gated')", 461), ("sum(removed_on IS NOT NULL)", 748),
                ])
            let merges = try number("SELECT count(*) FROM bases WHERE relation = 'merge'", in: catalog)
            #expect(merges == 225)
        }
    }

    @Test func details2024() throws {
        try onRecorded("hub-model-details-2024-07-11.ndjson.zst", "hub-model-details-ndjson", on: "2024-07-11") {
            catalog, _ in
            try expect(catalog, [("count(*)", 8_650), ("sum(gated = 'open')", 8_650)])
            // Every model with tensor counts has its parameters from them, but for packed ones of unknown bits.
            let counted = try number("SELECT sum(parameters_from = 'safetensors') FROM models", in: catalog)
            let packed = try catalog.diagnostics().first { $0.identifier == "parameters.packed" }?.count ?? 0
            #expect(counted + packed == 2_089)
            #expect(packed < 60)
        }
    }

    @Test func datasets2024() throws {
        try onRecorded("hub-datasets-2024-07-09.ndjson.zst", "hub-datasets-ndjson", on: "2024-07-09") { catalog, _ in
            try expect(
                catalog,
                [
                    ("count(*)", 175_000), ("sum(downloads)", 49_466_329), ("sum(downloads = 0)", 48_605),
                    ("count(DISTINCT owner)", 50_135), ("sum(gated = 'auto')", 2_601), ("sum(gated = 'manual')", 2_180),
                ], of: "datasets")
        }
    }

    @Test func spacesAndTheirModels2024() throws {
        try onRecorded("spaces-to-models-2024-07.csv", "spaces-to-models-csv", on: "2024-07-11") { catalog, summary in
            #expect(summary.spaces == 1000)
            try expect(
                catalog, [("count(*)", 1922), ("count(DISTINCT model)", 324), ("count(DISTINCT space)", 1000)],
                of: "space_models")
            #expect(try catalog.mostUsedModels(limit: 1)[0].spaces <= 100)
        }
    }

    @Test func lineage2025() throws {
        try onRecorded("lineage-edges-2025-06.csv.zst", "lineage-csv", on: "2025-06-16") { catalog, _ in
            // The file names some edges twice, and a model as its own parent.
            for (relation, edges) in [("finetune", 13_766), ("quantized", 11_746), ("adapter", 294)] {
                let found = try number("SELECT count(*) FROM bases WHERE relation = '\(relation)'", in: catalog)
                #expect(found <= edges && found > edges * 9 / 10, "\(relation)")
            }
        }
    }
}

extension ReferenceFiguresTests {
    private func onRecorded(
        _ file: String, _ format: String, on day: String, _ body: (Catalog, CleanSummary) throws -> Void
    ) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = root.deletingLastPathComponent().appendingPathComponent("shared/data/\(file)").path
        guard FileManager.default.fileExists(atPath: path) else {
            print("skipped: \(file) is not beside the project")
            return
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reference-\(UUID().uuidString)")
            .path
        // A folder left in the system's temporary place does no harm.
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let archive = try Archive(at: "\(folder)/archive", mode: .write)
        _ = try CollectStage.importFile(path, format: format, into: archive, fetchedAt: Instant("\(day)T00:00:00Z")!)
        let catalog = try Catalog(path: "\(folder)/catalog.sqlite")
        let source = SourceRow(key: file, title: file, day: Day(day)!, coverage: .whole, rows: 0)
        let summary = try CleanStage.run(archive: archive, into: catalog, source: source, log: .silent)
        try body(catalog, summary)
    }

    private func expect(
        _ catalog: Catalog, _ figures: [(expression: String, value: Int)], of table: String = "models",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for figure in figures {
            let found = try number("SELECT \(figure.expression) FROM \(table)", in: catalog)
            #expect(found == figure.value, "\(figure.expression)", sourceLocation: sourceLocation)
        }
    }

    private func number(_ sql: String, in catalog: Catalog) throws -> Int {
        try catalog.database.prepare(sql).first { $0.int(0)! } ?? 0
    }
}
