import CSV
import Catalog
import Core
import JSON
import Parquet
import TestSupport
import Testing

@testable import Export

@Suite struct ExportStageTests {
    @Test func modelsHaveTheirValuesAndWhatIsMissingIsNull() throws {
        try withTemporaryFolder { folder in
            try export(.parquet, ["models"], to: folder)
            let file = try ParquetFile("\(folder)/models.parquet")
            #expect(file.rows == 2)
            #expect(file.leaves.count >= 30)
            func texts(_ name: String) throws -> [String?]? { try file.column(name, ofGroup: 0).texts }
            func integers(_ name: String) throws -> [Int?]? { try file.column(name, ofGroup: 0).integers }
            #expect(try texts("id") == ["acme/x-7b", "gpt"])
            #expect(try texts("name") == ["x-7b", "gpt"])
            #expect(try texts("owner") == ["acme", nil])
            #expect(try texts("license") == ["Apache-2.0", nil])
            #expect(try integers("likes") == [0, nil])
            #expect(try integers("created_at") == [Instant("2024-07-11T10:00:00Z")!.seconds * 1000, nil])
            #expect(try file.column("languages", ofGroup: 0).lists == [["de", "en"], nil])
            #expect(try file.column("tags", ofGroup: 0).lists == [["a tag", "日本"], nil])
            #expect(try file.column("base_models", ofGroup: 0).lists == [["acme/base", "acme/other"], nil])
            #expect(try file.column("base_relations", ofGroup: 0).lists == [["finetune", "merge"], nil])
            #expect(try file.column("is_merge", ofGroup: 0).booleans == [true, false])
            #expect(try file.column("trending_score", ofGroup: 0).numbers == [1.5, nil])
        }
    }

    // 7 B weights of 16 bits are 14 GB, 0.5 GB and a tenth for work, and some cache.
    @Test func memoryIsReckonedAndNamedAnEstimate() throws {
        try withTemporaryFolder { folder in
            try export(.parquet, ["models"], to: folder)
            let file = try ParquetFile("\(folder)/models.parquet")
            let bytes = try #require(try file.column("memory_bytes_16bit_estimated", ofGroup: 0).integers)
            #expect((15_900_000_000...18_000_000_000).contains(try #require(bytes[0])))
            #expect(bytes[1] == nil)
            #expect(file.leaves.filter { $0.name.hasPrefix("memory") }.allSatisfy { $0.name.hasSuffix("_estimated") })
        }
    }

    @Test func historyIsARowADay() throws {
        try withTemporaryFolder { folder in
            try export(.parquet, ["history"], to: folder)
            let file = try ParquetFile("\(folder)/history.parquet")
            #expect(try file.column("kind", ofGroup: 0).texts == ["models", "models"])
            #expect(try file.column("id", ofGroup: 0).texts == ["acme/x-7b", "acme/x-7b"])
            #expect(try file.column("day", ofGroup: 0).integers == [19_915, 19_916])
            #expect(try file.column("downloads", ofGroup: 0).integers == [900, nil])
            #expect(try file.column("likes", ofGroup: 0).integers == [nil, 0])
        }
    }

    @Test(arguments: ExportFormat.allCases) func everyTableIsWrittenAlsoWhereNothingIsInIt(format: ExportFormat) throws
    {
        try withTemporaryFolder { folder in
            let tables = try ExportStage.run(
                try Catalog(path: ":memory:"), ExportSettings(format: format, version: "9.9"), to: folder,
                log: .silent)
            #expect(tables.map(\.name) == ExportTable.names)
            #expect(tables.allSatisfy { $0.rows == 0 })
            let files = ExportTable.names.map { "\($0).\(format.rawValue)" } + ["README.md", "schema.json"]
            #expect(try Files.list(folder) == files.sorted())
            if format == .parquet {
                for table in tables { #expect(try ParquetFile("\(folder)/\(table.file)").check().rows == 0) }
            }
        }
    }

    @Test func sameCatalogSameBytes() throws {
        try withTemporaryFolder { folder in
            try export(.parquet, ExportTable.names, to: "\(folder)/a")
            try export(.parquet, ExportTable.names, to: "\(folder)/b")
            for name in try Files.list("\(folder)/a") {
                #expect(try Files.read("\(folder)/a/\(name)") == Files.read("\(folder)/b/\(name)"), "\(name)")
            }
        }
    }

    @Test func csvHasTheSameRowsAndNoFormulas() throws {
        try withTemporaryFolder { folder in
            let catalog = try catalog()
            var hostile = ModelRow(repoID: "=cmd(\"x\"), y/z")
            hostile.tags = ["a\"b", "c,d"]
            _ = try catalog.upsert(hostile)
            try export(.csv, ["models"], of: catalog, to: folder)
            let table = try CSVTable(try Files.read("\(folder)/models.csv"))
            #expect(table.rows.count == 3)
            let (id, tags) = (try column("id"), try column("tags"))
            #expect(table.rows.map { $0[id] } == ["'=cmd(\"x\"), y/z", "acme/x-7b", "gpt"])
            #expect(table.rows[0][tags] == #"["a\"b","c,d"]"#)
            #expect(table.rows[1][try column("created_at")] == "2024-07-11T10:00:00Z")
            #expect(table.rows[2][try column("likes")] == "")
        }
    }

    @Test func linesOfJSONLeaveOutWhatIsMissing() throws {
        try withTemporaryFolder { folder in
            try export(.ndjson, ["models"], to: folder)
            let lines = try Files.read("\(folder)/models.ndjson").split(separator: UInt8(ascii: "\n"))
            let rows = try lines.map { try JSONValue.parse(Array($0)) }
            #expect(rows[0]["languages"] == ["de", "en"])
            #expect(rows[0]["likes"] == 0)
            #expect(rows[1]["id"] == "gpt")
            #expect(rows[1]["likes"] == nil)
        }
    }

    @Test func everyColumnIsDescribedOnce() throws {
        for table in ExportTable.all {
            #expect(Set(table.columns.map(\.name)).count == table.columns.count, "\(table.name)")
            #expect(table.columns.allSatisfy { $0.meaning.hasSuffix(".") && !$0.source.isEmpty }, "\(table.name)")
        }
        try withTemporaryFolder { folder in
            try export(.parquet, ["models", "sources"], to: folder)
            let schema = try JSONValue.parse(try Files.read("\(folder)/schema.json"))
            let tables = try #require(schema["tables"]?.array)
            #expect(tables.map { $0["rows"] } == [2, 1])
            #expect(tables[0]["columns"]?.array?.count == ExportTable.models.columns.count)
            let readme = String(decoding: try Files.read("\(folder)/README.md"), as: UTF8.self)
            for column in ExportTable.models.columns { #expect(readme.contains("| `\(column.name)` |")) }
            let file = try ParquetFile("\(folder)/models.parquet")
            #expect(file.keyValues.contains(KeyValue("license", "plain facts")))
            #expect(file.createdBy == "HubAtlas version 9.9")
        }
    }

    // MARK: - A small world

    private func export(_ format: ExportFormat, _ names: [String], to folder: String) throws {
        try export(format, names, of: catalog(), to: folder)
    }

    private func export(_ format: ExportFormat, _ names: [String], of catalog: Catalog, to folder: String) throws {
        let tables = ExportTable.all.filter { names.contains($0.name) }
        _ = try ExportStage.run(
            catalog, ExportSettings(format: format, tables: tables, version: "9.9"), to: folder, log: .silent)
    }

    private func column(_ name: String) throws -> Int {
        try #require(ExportTable.models.columns.firstIndex { $0.name == name })
    }

    private func catalog() throws -> Catalog {
        let catalog = try Catalog(path: ":memory:")
        var full = ModelRow(repoID: "acme/x-7b")
        (full.owner, full.license, full.languages) = ("acme", "Apache-2.0", ["de", "en"])
        (full.parameters, full.weightBits, full.likes) = (7_000_000_000, 16, 0)
        full.createdAt = Instant("2024-07-11T10:00:00Z")
        (full.task, full.modality, full.trendingScore, full.isMerge) = ("text-generation", .nlp, 1.5, true)
        full.tags = ["a tag", "日本"]
        full.bases = [.init(repoID: "acme/base", relation: .finetune), .init(repoID: "acme/other", relation: .merge)]
        full.observations = [
            Observation(day: Day(number: 19_915), downloads: 900, likes: nil),
            Observation(day: Day(number: 19_916), downloads: nil, likes: 0),
        ]
        for row in [ModelRow(repoID: "gpt"), full] { _ = try catalog.upsert(row) }
        try catalog.add(
            SourceRow(
                key: "list", title: "A list", day: Day(number: 19_916), license: "plain facts", coverage: .whole,
                rows: 2))
        return catalog
    }
}
