import Parquet
import TestSupport
import Testing

/// Files that pyarrow, DuckDB and Polars wrote of invented rows: `Fixtures/make_fixtures.py`.
@Suite struct OthersFilesTests {
    @Test(arguments: [
        "pyarrow-default", "pyarrow-groups", "pyarrow-v2", "pyarrow-gzip", "pyarrow-none", "pyarrow-delta",
        "duckdb-default", "polars-default",
    ]) func everyValueIsRead(name: String) throws {
        let file = try ParquetFile(path(name))
        #expect(file.rows == 60)
        let rows = 0..<60
        #expect(try all(file, "id", \.texts) == rows.map { "acme/model-\($0)" })
        #expect(
            try all(file, "task", \.texts) == rows.map { $0 % 4 == 0 ? nil : ["text", "image", "日本"][$0 % 3] })
        #expect(try all(file, "likes", \.integers) == rows.map { $0 % 5 == 0 ? nil : $0 * $0 })
        #expect(try all(file, "bits", \.integers) == rows.map { $0 % 6 == 0 ? nil : -$0 })
        #expect(try all(file, "score", \.numbers) == rows.map { $0 % 7 == 0 ? nil : Double($0) / 4 })
        #expect(try all(file, "share", \.numbers) == rows.map { $0 % 8 == 0 ? nil : Double($0) / 8 })
        #expect(try all(file, "gated", \.booleans) == rows.map { $0 % 9 == 0 ? nil : $0 % 2 == 0 })
        #expect(try all(file, "day", \.integers) == rows.map { $0 % 3 == 0 ? nil : 19_723 + $0 })
        let created = try all(file, "created", \.integers)
        let unit = try #require(file.leaves.first { $0.path == ["created"] }?.meaning)
        let factor = unit == .timestamp(unit: .microseconds, isUTC: true) ? 1000 : 1
        #expect(created == rows.map { (1_700_000_000_000 + $0 * 1000) * factor })
        let tags = try all(file, "tags", \.lists)
        #expect(tags == rows.map { i in i % 5 == 0 ? nil : (0..<i % 4).map { $0 == 2 ? nil : "t\($0)" } })
        #expect(try file.check().rows == 60)
    }

    @Test func anEmptyTableHasItsColumns() throws {
        let file = try ParquetFile(path("pyarrow-empty"))
        #expect(file.rows == 0)
        #expect(file.leaves.count == 10)
        #expect(try file.check().rows == 0)
    }

    // What has no place in a flat row is read as levels and values.
    @Test func nestedColumnsAreReadAsTheirLeaves() throws {
        let file = try ParquetFile(path("pyarrow-nested"))
        #expect(file.leaves.map(\.name).prefix(3) == ["point.x", "point.y.z", "lists.list.element.list.element"])
        #expect(try file.check().rows == 60)
        #expect(try file.column(0, ofGroup: 0).integers == (0..<60).map { $0 % 3 == 0 ? nil : $0 })
        let old = try #require(file.leaves.firstIndex { $0.name == "old" })
        #expect(file.leaves[old].physical == .int96)
        #expect(try file.column(old, ofGroup: 0).data.values.count == 60)
    }

    @Test func aCodecThatIsNotKnownIsNamed() throws {
        #expect {
            try ParquetFile(path("pyarrow-lz4")).check()
        } throws: {
            "\($0)".contains("codec lz4") && "\($0)".contains("row group 0, column id")
        }
    }

    private func path(_ name: String) -> String { Repository.path("Tests/ParquetTests/Fixtures/\(name).parquet") }

    private func all<Value>(
        _ file: ParquetFile, _ name: String, _ values: KeyPath<ParquetValues, [Value]?>
    ) throws -> [Value] {
        try (0..<file.groups).flatMap { try #require(try file.column(name, ofGroup: $0)[keyPath: values]) }
    }
}
