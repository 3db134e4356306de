/// Texts whose lengths stand together before them, packed as differences: what compresses better than lengths in between.
///
///     DeltaTexts.withLengths(["Hello", "World"]) → differences of 5, 5; then "HelloWorld"
///     DeltaTexts.withPrefixes(["axis", "axle"])  → shared 0, 2; rest 4, 2; then "axisle"
///
/// Source: apache/parquet-format, Encodings.md, "Delta-length byte array", "Delta Strings".
enum DeltaTexts {
    static func withLengths(_ values: ByteStrings, _ range: Range<Int>) -> [UInt8] {
        guard !range.isEmpty else { return DeltaBinaryPacked.bytes([Int32]()) }
        var out = DeltaBinaryPacked.bytes(range.map { Int32(values.ends[$0] - values.start($0)) })
        out += values.bytes[values.start(range.lowerBound)..<values.ends[range.upperBound - 1]]
        return out
    }

    /// For sorted texts: what each shares with the one before it stands there as a number.
    static func withPrefixes(_ values: ByteStrings, _ range: Range<Int>) -> [UInt8] {
        var (shared, rests): ([Int32], ByteStrings) = ([], ByteStrings())
        shared.reserveCapacity(range.count)
        rests.reserve(range.count, bytes: 0)
        values.bytes.withUnsafeBufferPointer { bytes in
            for i in range {
                let common = i == range.lowerBound ? 0 : sharedPrefix(values, i, bytes)
                shared.append(Int32(common))
                rests.append(UnsafeBufferPointer(rebasing: bytes[values.start(i) + common..<values.ends[i]]))
            }
        }
        return DeltaBinaryPacked.bytes(shared) + withLengths(rests, 0..<rests.count)
    }

    /// Bytes that the text shares with the one before it.
    static func sharedPrefix(_ values: ByteStrings, _ i: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let (before, own) = (values.start(i - 1), values.start(i))
        let most = min(own - before, values.ends[i] - own)
        var common = 0
        while common < most, bytes[before + common] == bytes[own + common] { common += 1 }
        return common
    }
}

extension DeltaTexts {
    static func readWithLengths(_ input: inout ByteCursor, count: Int) throws -> ByteStrings {
        let lengths = try DeltaBinaryPacked.read(&input, count: count, as: Int32.self)
        var (ends, end): ([Int], Int) = ([], 0)
        ends.reserveCapacity(count)
        for length in lengths {
            guard length >= 0 else { throw ParquetError.damaged("a text of a length below zero") }
            end += Int(length)
            ends.append(end)
        }
        return ByteStrings(bytes: Array(try input.take(end)), ends: ends)
    }

    /// - Parameter limit: bytes that may come out: a hostile page could let each text repeat a long one.
    static func readWithPrefixes(_ input: inout ByteCursor, count: Int, limit: Int) throws -> ByteStrings {
        let shared = try DeltaBinaryPacked.read(&input, count: count, as: Int32.self)
        let rests = try readWithLengths(&input, count: count)
        var texts = ByteStrings()
        texts.reserve(count, bytes: rests.bytes.count)
        var last = 0..<0
        var bytes: [UInt8] = []
        var ends: [Int] = []
        for i in 0..<count {
            let common = Int(shared[i])
            guard (0...last.count).contains(common) else {
                throw ParquetError.damaged("a text shares more with the one before it than that has")
            }
            let start = bytes.count
            bytes += bytes[last.lowerBound..<last.lowerBound + common]
            bytes += rests[i]
            guard bytes.count <= limit else {
                throw ParquetError.tooLarge("a page unpacks to more than \(limit) bytes")
            }
            last = start..<bytes.count
            ends.append(bytes.count)
        }
        return ByteStrings(bytes: bytes, ends: ends)
    }
}
