import Core
import Numerics
import Parquet
import TestSupport
import Testing

/// Whatever the bytes are, reading ends with values or with an error of ours.
@Suite struct HostileTests {
    private static let limits: ParquetLimits = {
        var limits = ParquetLimits()
        (limits.pageBytes, limits.pageValues, limits.textBytes) = (1 << 20, 1 << 16, 1 << 20)
        return limits
    }()

    @Test(arguments: [ParquetCodec.none, .snappy, .zstd(level: 3)]) func flippedBytesAreRefusedOrRead(
        codec: ParquetCodec
    ) throws {
        try withTemporaryFolder { folder in
            let (path, broken) = ("\(folder)/t.parquet", "\(folder)/broken.parquet")
            try write(40, to: path, codec)
            let sound = try Files.read(path)
            var random = SeededRandom(seed: 7)
            var refused = 0
            for round in 0..<1500 {
                var bytes = sound
                for _ in 0...round % 3 {
                    bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
                }
                if round % 5 == 4 { bytes.removeSubrange(Int(random.next() % UInt64(bytes.count))...) }
                try Files.write(bytes, to: broken)
                do { try readAll(broken) } catch is ParquetError { refused += 1 }
            }
            // Most of the bytes are under a checksum or in the footer.
            #expect(refused > 1000)
        }
    }

    // Files of others have no checksums, so what is flipped comes as far as the values.
    @Test(arguments: [
        "pyarrow-default", "pyarrow-groups", "pyarrow-v2", "pyarrow-none", "pyarrow-delta", "pyarrow-nested",
        "duckdb-default", "polars-default",
    ]) func flippedBytesOfOthersAreRefusedOrRead(name: String) throws {
        let sound = try Files.read(Repository.path("Tests/ParquetTests/Fixtures/\(name).parquet"))
        try withTemporaryFolder { folder in
            let broken = "\(folder)/broken.parquet"
            var random = SeededRandom(seed: 11)
            var refused = 0
            for round in 0..<Self.rounds {
                var bytes = sound
                // Pages come first in the file.
                let most = UInt64(round % 2 == 0 ? bytes.count / 2 : bytes.count)
                for _ in 0...round % 3 { bytes[Int(random.next() % most)] = UInt8(truncatingIfNeeded: random.next()) }
                try Files.write(bytes, to: broken)
                do { try readAll(broken) } catch is ParquetError { refused += 1 }
            }
            #expect(refused > Self.rounds / 10)
        }
    }

    private static let rounds = 400

    @Test func everyShorterFileIsRefused() throws {
        try withTemporaryFolder { folder in
            let (path, broken) = ("\(folder)/t.parquet", "\(folder)/broken.parquet")
            try write(3, to: path, .none)
            let sound = try Files.read(path)
            for count in stride(from: 0, to: sound.count, by: 7) {
                try Files.write(Array(sound[..<count]), to: broken)
                #expect(throws: ParquetError.self) { try readAll(broken) }
            }
        }
    }

    @Test func anotherFileIsNone() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/t.csv"
            try Files.write(Array("id,likes\nacme/x,7\n".utf8), to: path)
            #expect(throws: ParquetError(.notParquet, at: path, "footer")) { try ParquetFile(path) }
            #expect(throws: ParquetError(.notParquet, at: folder)) { try ParquetFile(folder) }
        }
    }

    @Test func aChangedByteIsFoundByItsChecksum() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/t.parquet"
            let writer = try ParquetWriter(
                path, [ParquetColumn("n", .double, isOptional: false)], ParquetSettings(codec: .none))
            for i in 0..<100 {
                writer.columns[0].append(Double(i) * 1.5)
                try writer.endRow()
            }
            try writer.finish()
            var bytes = try Files.read(path)
            bytes[200] ^= 1
            try Files.write(bytes, to: path)
            #expect {
                try readAll(path)
            } throws: {
                "\($0)".contains("row group 0, column n: a page's checksum is another")
            }
        }
    }

    private func write(_ count: Int, to path: String, _ codec: ParquetCodec) throws {
        let writer = try ParquetWriter(path, Sample.columns, ParquetSettings(codec: codec, rowsPerGroup: 30))
        for i in 0..<count { try Sample.write(Sample.row(i), to: writer) }
        try writer.finish()
    }

    private func readAll(_ path: String) throws {
        let file = try ParquetFile(path, limits: Self.limits)
        for group in 0..<file.groups {
            for leaf in file.leaves.indices {
                let values = try file.column(leaf, ofGroup: group)
                _ = (values.texts, values.integers, values.numbers, values.booleans, values.lists)
            }
        }
    }
}
