import Compression
import Testing

@Suite struct GzipTests {
    @Test(arguments: Sample.allCases) func roundTrip(sample: Sample) throws {
        let bytes = sample.bytes
        let packed = try Gzip.compress(bytes)
        #expect(try Gzip.decompress(packed, limit: bytes.count) == bytes)
        #expect(try Gzip.compress(bytes) == packed)
    }

    @Test func headerCarriesNoTimeNameOrSystem() throws {
        let packed = try Gzip.compress([1, 2, 3])
        #expect(Array(packed[..<8]) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
        #expect(packed[9] == 255)
    }

    @Test func membersFollowOneAnother() throws {
        #expect(try Gzip.decompress(Gzip.compress([1, 2]) + Gzip.compress([3]), limit: 3) == [1, 2, 3])
    }

    @Test func limitHolds() throws {
        let bomb = try Gzip.compress([UInt8](repeating: 0, count: 10_000_000))
        #expect(throws: CompressionError(.tooLarge(limit: 1000), in: "gzip")) { try Gzip.decompress(bomb, limit: 1000) }
    }

    @Test func everyTruncationAndEveryChangedByteOfTheTrailerIsAnError() throws {
        let packed = try Gzip.compress(Array("a page of records, a page of records".utf8))
        for count in 0..<packed.count {
            #expect(throws: CompressionError.self) { try Gzip.decompress(Array(packed[..<count]), limit: 1000) }
        }
        for index in packed.count - 8..<packed.count {
            var changed = packed
            changed[index] ^= 1
            #expect(throws: CompressionError.self) { try Gzip.decompress(changed, limit: 1000) }
        }
    }
}
