import Compression
import Testing

@Suite struct SnappyTests {
    @Test(arguments: Sample.allCases) func roundTrip(sample: Sample) throws {
        let bytes = sample.bytes
        let packed = try Snappy.compress(bytes)
        #expect(try Snappy.decompress(packed, limit: bytes.count) == bytes)
        #expect(try Snappy.compress(bytes) == packed)
    }

    // The format's text: a length as a varint, then a literal of that many bytes (length minus one in the upper six bits).
    @Test func aShortTextIsALiteral() throws {
        #expect(try Snappy.compress(Array("abc".utf8)) == [3, 0b000010_00] + Array("abc".utf8))
    }

    @Test func limitHolds() throws {
        let bomb = try Snappy.compress([UInt8](repeating: 0, count: 10_000_000))
        #expect(throws: CompressionError(.tooLarge(limit: 1000), in: "snappy")) {
            try Snappy.decompress(bomb, limit: 1000)
        }
    }

    @Test(
        arguments: [[], [0xFF], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [5, 0], [3, 8, 97], [4, 1, 0]] as [[UInt8]])
    func damagedBlocksAreRefused(bytes: [UInt8]) {
        #expect(throws: CompressionError.self) { try Snappy.decompress(bytes, limit: 1 << 40) }
    }

    // The check value that every description of CRC-32 names.
    @Test func checksum() {
        #expect(Checksum.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(Checksum.crc32([]) == 0)
    }
}
