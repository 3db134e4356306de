import Testing

@testable import Parquet

/// The examples of the format's own text, as bytes.
@Suite struct EncodingTests {
    // Encodings.md, "Run Length Encoding / Bit-Packing Hybrid": 0 to 7 in three bits.
    @Test func packsBitsFromTheLowest() {
        #expect(BitPacking.bytes([0, 1, 2, 3, 4, 5, 6, 7], width: 3) == [0b1000_1000, 0b1100_0110, 0b1111_1010])
        #expect(BitPacking.bytes([], width: 3).isEmpty)
        #expect(BitPacking.bytes([1, 2], width: 0).isEmpty)
    }

    @Test(arguments: [1, 7, 8, 13, 31, 32, 33, 47, 57, 63, 64]) func packedBitsComeBack(width: Int) {
        let mask: UInt64 = width == 64 ? .max : (1 << UInt64(width)) - 1
        let values = (0..<173).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 & mask }
        var back: [UInt64] = []
        let packed = BitPacking.bytes(values, width: width)
        #expect(packed.count == (173 * width + 7) / 8)
        packed.withUnsafeBytes { BitPacking.unpack($0, width: width, count: 173, into: &back) }
        #expect(back == values)
    }

    // A run of 200: its length doubled as a varint (400 → 0x90 0x03), and the value in a byte.
    @Test func writesRunsAndPackedPieces() {
        #expect(RunLength.bytes([UInt8](repeating: 7, count: 200), width: 3) == [0x90, 0x03, 0x07])
        #expect(RunLength.bytes((0..<8).map { UInt8($0) }, width: 3) == [0x03, 0x88, 0xC6, 0xFA])
        #expect(RunLength.bytes([UInt8](), width: 1) == [])
    }

    @Test(
        arguments: [
            [1, 1, 0], [0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1],
            [UInt8](repeating: 1, count: 1000),
            [1, 0] + [UInt8](repeating: 1, count: 30) + [0, 0, 1] + [UInt8](repeating: 0, count: 9), [1],
        ] as [[UInt8]]) func runsComeBack(values: [UInt8]) throws
    {
        let bytes = RunLength.bytes(values, width: 1)
        let back = try bytes.withUnsafeBytes { try RunLength.read($0, width: 1, count: values.count, as: UInt8.self) }
        #expect(back == values)
    }

    // Encodings.md, "Delta Encoding", examples 1 and 2; both fit one block.
    @Test func writesDifferences() {
        #expect(
            DeltaBinaryPacked.bytes([1, 2, 3, 4, 5] as [Int32])
                == [0x80, 0x01, 0x04, 0x05, 0x02, 0x02, 0x00, 0x00, 0x00, 0x00])
        // 7 5 3 1 2 3 4 5: the least difference is −2, the others above it 0 0 0 3 3 3 3 in two bits.
        #expect(
            DeltaBinaryPacked.bytes([7, 5, 3, 1, 2, 3, 4, 5] as [Int64])
                == [
                    0x80, 0x01, 0x04, 0x08, 0x0E, 0x03, 0x02, 0x00, 0x00, 0x00, 0b1100_0000, 0b0011_1111, 0, 0, 0, 0, 0,
                    0,
                ])
    }

    @Test(arguments: [0, 1, 2, 32, 33, 128, 129, 1000]) func differencesComeBack(count: Int) throws {
        let values: [Int64] = (0..<count).map { i in
            if i % 7 == 3 { return .min }
            return i % 11 == 5 ? .max : Int64(i * i)
        }
        let bytes = DeltaBinaryPacked.bytes(values)
        #expect(values.withUnsafeBufferPointer { DeltaBinaryPacked.size($0) } >= bytes.count)
        #expect(try read(bytes) { try DeltaBinaryPacked.read(&$0, count: count, as: Int64.self) } == values)
        let small = values.map { Int32(truncatingIfNeeded: $0) }
        let smallBytes = DeltaBinaryPacked.bytes(small)
        #expect(try read(smallBytes) { try DeltaBinaryPacked.read(&$0, count: count, as: Int32.self) } == small)
    }

    // Encodings.md, "Delta Strings": lengths 5, 5, 6, 6, then the texts.
    @Test func textsComeBackBehindTheirLengths() throws {
        var texts = ByteStrings()
        for text in ["Hello", "World", "Foobar", "ABCDEF"] { texts.append(text) }
        let bytes = DeltaTexts.withLengths(texts, 0..<4)
        #expect(Array(bytes.suffix(22)) == Array("HelloWorldFoobarABCDEF".utf8))
        #expect(try read(bytes) { try DeltaTexts.readWithLengths(&$0, count: 4) } == texts)
    }

    @Test(arguments: [[], ["axis"], ["axis", "axle", "babble", "babyhood", "", "é", "éa"]])
    func textsComeBackBehindTheirPrefixes(words: [String]) throws {
        var texts = ByteStrings()
        for word in words { texts.append(word) }
        let bytes = DeltaTexts.withPrefixes(texts, 0..<words.count)
        #expect(try read(bytes) { try DeltaTexts.readWithPrefixes(&$0, count: words.count, limit: 1000) } == texts)
    }

    /// What `body` reads, which must be all there is.
    private func read<Result>(_ bytes: [UInt8], _ body: (inout ByteCursor) throws -> Result) throws -> Result {
        try bytes.withUnsafeBytes { raw in
            var input = ByteCursor(raw)
            let result = try body(&input)
            #expect(input.left == 0)
            return result
        }
    }

    @Test func distinctValuesInTheOrderInWhichTheyCome() throws {
        var texts = ByteStrings()
        for text in ["mit", "gpl", "mit", "", "gpl", "mit", "", ""] { texts.append(text) }
        let distinct = try #require(Distinct(texts))
        #expect(distinct.firsts == [0, 1, 3])
        #expect(distinct.indices == [0, 1, 0, 2, 1, 0, 2, 2])
        #expect(distinct.width == 2)
        #expect(Distinct((0..<100_000).map { Int64($0) }) == nil)
        #expect(Distinct((0..<100_000).map { Int64($0 % 5000) })?.firsts.count == 5000)
    }

    // Field heads of one byte while numbers grow by 15 at most, else with the number behind; zigzag numbers; lengths.
    @Test func thriftIsCompact() throws {
        var out = CompactWriter()
        out.structure { out in
            out.int(1, 7)
            out.long(3, -1)
            out.flag(4, true)
            out.text(40, "ab")
            out.list(41, .int32, [1, 2]) { $0.zigzag($1) }
        }
        #expect(
            out.bytes == [0x15, 0x0E, 0x26, 0x01, 0x11, 0x08, 0x50, 0x02, 0x61, 0x62, 0x19, 0x25, 0x02, 0x04, 0x00])
        var input = CompactReader(out.bytes)
        var (found, listed): ([Int16], [Int]) = ([], [])
        try input.structure { input, field in
            found.append(field.id)
            guard field.id == 41 else { return false }
            listed = try input.list(field, of: .int32) { try $0.zigzag() }
            return true
        }
        #expect(listed == [1, 2])
        #expect(found == [1, 3, 4, 40, 41])
        #expect(input.position == out.bytes.count)
    }

    @Test(
        arguments: [
            [UInt8](repeating: 0x1C, count: 100_000), [0x19, 0xFC, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F],
            [0x18, 0xFF, 0xFF, 0x7F],
            [0x15, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], [0x1F],
            [0x1B, 0xFF, 0xFF, 0x7F, 0x88],
            [UInt8](repeating: 0x19, count: 100_000),
        ] as [[UInt8]]) func hostileThriftIsRefused(bytes: [UInt8])
    {
        #expect(throws: (any Error).self) {
            var input = CompactReader(bytes)
            try input.structure { _, _ in false }
        }
    }
}
