import Core
import Parquet
import TestSupport
import Testing

@Suite struct RoundTripTests {
    @Test(
        arguments: [0, 1, 2, 9, 1000, 5000], [ParquetCodec.none, .snappy, .zstd(level: 3)])
    func everythingComesBack(count: Int, codec: ParquetCodec) throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/t.parquet"
            let rows = (0..<count).map(Sample.row)
            // Groups and pages that end within everything.
            try write(rows, to: path, ParquetSettings(codec: codec, rowsPerGroup: 777, pageBytes: 1000))
            let file = try ParquetFile(path)
            #expect(file.rows == count)
            #expect(file.groups == (count + 776) / 777)
            #expect(
                file.leaves.map(\.path) == Sample.columns.map { $0.isList ? [$0.name, "list", "element"] : [$0.name] })
            #expect(try Sample.rows(of: file) == rows)
        }
    }

    @Test func sameRowsAreTheSameBytes() throws {
        try withTemporaryFolder { folder in
            for name in ["a", "b"] {
                try write((0..<3000).map(Sample.row), to: "\(folder)/\(name)", ParquetSettings(rowsPerGroup: 1000))
            }
            #expect(try Files.read("\(folder)/a") == Files.read("\(folder)/b"))
        }
    }

    @Test func footerCarriesTheWritersWords() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/t.parquet"
            let words = [KeyValue("license", "see source"), KeyValue("source", "")]
            try write([], to: path, ParquetSettings(createdBy: "HubAtlas 9.9", keyValues: words))
            let file = try ParquetFile(path)
            #expect(file.createdBy == "HubAtlas 9.9")
            #expect(file.keyValues == words)
        }
    }

    @Test func extremesComeBack() throws {
        let integers = [Int.min, .max, 0, -1, 1]
        let numbers = [Double.nan, .infinity, -.infinity, -0.0, Double.leastNonzeroMagnitude]
        try withTemporaryFolder { folder in
            let path = "\(folder)/t.parquet"
            let columns = [
                ParquetColumn("i", .int64, isOptional: false), ParquetColumn("d", .double, isOptional: false),
                ParquetColumn("s", .string, isOptional: false),
            ]
            let writer = try ParquetWriter(path, columns)
            let texts = ["", String(repeating: "ü", count: 100_000), "\0", "👩‍👩‍👧", "a,\"b\"\n"]
            for i in 0..<5 {
                writer.columns[0].append(integers[i])
                writer.columns[1].append(numbers[i])
                writer.columns[2].append(texts[i])
                try writer.endRow()
            }
            try writer.finish()
            let file = try ParquetFile(path)
            #expect(try file.column("i", ofGroup: 0).integers == integers)
            let back = try #require(try file.column("d", ofGroup: 0).numbers)
            #expect(back.map { $0?.bitPattern } == numbers.map(\.bitPattern))
            #expect(try file.column("s", ofGroup: 0).texts == texts)
        }
    }

    // What is all null, all equal, all different, and half of each: each way of writing a column.
    @Test(arguments: ["null", "equal", "different", "sorted", "half"]) func textsOfEveryShape(shape: String) throws {
        let texts: [String?] = (0..<30_000).map { i in
            switch shape {
            case "null": nil
            case "equal": "mit"
            case "different": "\(i &* 2_654_435_761 & 0xFFFF_FFFF)"
            case "sorted": "owner-with-a-long-name/model-\(1_000_000 + i)"
            default: i % 2 == 0 ? "w\(i % 12_000)" : nil
            }
        }
        try withTemporaryFolder { folder in
            let path = "\(folder)/t.parquet"
            let writer = try ParquetWriter(path, [ParquetColumn("s", .string)])
            for text in texts {
                if let text { writer.columns[0].append(text) } else { writer.columns[0].appendNull() }
                try writer.endRow()
            }
            try writer.finish()
            #expect(try ParquetFile(path).column("s", ofGroup: 0).texts == texts)
        }
    }

    @Test func manyRowsAreStreamed() throws {
        try withTemporaryFolder { folder in
            let (path, count) = ("\(folder)/t.parquet", 300_000)
            let columns = [ParquetColumn("id", .string, isOptional: false), ParquetColumn("n", .int64)]
            let writer = try ParquetWriter(path, columns)
            for i in 0..<count {
                writer.columns[0].append("owner-\(i / 100)/model-\(i)")
                if i % 3 == 0 { writer.columns[1].appendNull() } else { writer.columns[1].append(i * i) }
                try writer.endRow()
                // Never more than a group waits.
                if i % 100_000 == 0 { #expect(writer.columns[0].rows < 131_072) }
            }
            #expect(try writer.finish() == count)
            let file = try ParquetFile(path)
            #expect(file.rows == count)
            #expect(file.groups == 3)
            var next = 0
            for group in 0..<file.groups {
                let ids = try #require(try file.column("id", ofGroup: group).texts)
                let numbers = try #require(try file.column("n", ofGroup: group).integers)
                for (id, number) in zip(ids, numbers) {
                    if id != "owner-\(next / 100)/model-\(next)" || number != (next % 3 == 0 ? nil : next * next) {
                        Issue.record("row \(next) is \(id ?? "null"), \(String(describing: number))")
                        return
                    }
                    next += 1
                }
            }
            #expect(next == count)
        }
    }

    @Test func groupsEndByTheirBytesToo() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/t.parquet"
            try write((0..<5000).map(Sample.row), to: path, ParquetSettings(bytesPerGroup: 100_000))
            let file = try ParquetFile(path)
            #expect(file.groups == 5)
            #expect(try Sample.rows(of: file).count == 5000)
        }
    }

    private func write(_ rows: [Sample.Row], to path: String, _ settings: ParquetSettings) throws {
        let writer = try ParquetWriter(path, Sample.columns, settings)
        for row in rows { try Sample.write(row, to: writer) }
        #expect(try writer.finish() == rows.count)
    }
}
