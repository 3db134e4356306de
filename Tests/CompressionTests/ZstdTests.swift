import Compression
import Testing

/// Named, so that a test's line names the sample and not a million bytes.
enum Sample: String, CaseIterable {
    case empty, oneByte, text, large

    var bytes: [UInt8] {
        switch self {
        case .empty: []
        case .oneByte: [0]
        case .text: Array("one two two two".utf8)
        case .large: (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
        }
    }
}

@Suite struct ZstdTests {
    @Test(arguments: Sample.allCases) func roundTrip(sample: Sample) throws {
        let bytes = sample.bytes
        for level in [1, 3, 9] {
            let packed = try Zstd.compress(bytes, level: level)
            #expect(try Zstd.decompress(packed, limit: bytes.count) == bytes)
            #expect(try Zstd.compress(bytes, level: level) == packed)
        }
    }

    @Test func framesFollowOneAnother() throws {
        let skippable: [UInt8] = [0x51, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 7, 8, 9]
        let packed = try Zstd.compress([1, 2]) + skippable + Zstd.compress([3])
        #expect(try Zstd.decompress(packed, limit: 3) == [1, 2, 3])
    }

    @Test func limitHolds() throws {
        let bomb = try Zstd.compress([UInt8](repeating: 0, count: 10_000_000))
        #expect(bomb.count < 2000)
        #expect(throws: CompressionError(.tooLarge(limit: 9_999_999), in: "zstd")) {
            try Zstd.decompress(bomb, limit: 9_999_999)
        }
    }

    @Test func everyTruncationIsAnError() throws {
        let packed = try Zstd.compress(Array("a page of records, a page of records".utf8))
        for count in 1..<packed.count {
            #expect(throws: CompressionError.self) { try Zstd.decompress(Array(packed[..<count]), limit: 1000) }
        }
    }

    @Test func garbageIsAnError() {
        #expect(throws: CompressionError.self) { try Zstd.decompress(Array("not packed at all".utf8), limit: 1000) }
    }

    @Test(arguments: [1, 7, 1000, 1 << 20]) func decoderTakesAnyPieces(size: Int) throws {
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 3) }
        let packed = try Zstd.compress(bytes)
        let decoder = try ZstdDecoder(limit: bytes.count)
        var out: [UInt8] = []
        for start in stride(from: 0, to: packed.count, by: size) {
            try decoder.push(Array(packed[start..<min(start + size, packed.count)])) { out += $0 }
        }
        try decoder.finish()
        #expect(out == bytes)
    }

    @Test func decoderNoticesAnEarlyEnd() throws {
        let decoder = try ZstdDecoder(limit: 100)
        try decoder.push(Array(Zstd.compress([1, 2, 3]).dropLast())) { _ in }
        #expect(throws: CompressionError(.truncated, in: "zstd")) { try decoder.finish() }
    }
}
