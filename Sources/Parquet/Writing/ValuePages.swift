/// One way of writing the values of a chunk: an encoding for all of its pages, with a dictionary or without.
struct ValuePages {
    var encoding: Encoding
    /// The dictionary's entries and their bytes, where there is one.
    var dictionary: (entries: Int, bytes: [UInt8])?
    /// Bytes that all pages take, about, before they are compressed.
    var size: Int
    var page: (Range<Int>) -> [UInt8]
}

extension ValuePages {
    /// The ways that may be worth their while for these values; never none.
    static func ways(of values: ColumnValues) -> [ValuePages] {
        switch values {
        case .booleans(let values):
            [ValuePages(encoding: .plain, size: values.count / 8 + 1) { Plain.bytes(values[$0]) }]
        case .int32s(let values): ways(ofIntegers: values)
        case .int64s(let values): ways(ofIntegers: values)
        case .floats(let values): ways(ofNumbers: values)
        case .doubles(let values): ways(ofNumbers: values)
        case .bytes(let values): ways(ofTexts: values)
        }
    }

    private static func ways<Value: PlainValue & FixedWidthInteger & SignedInteger>(
        ofIntegers values: [Value]
    ) -> [ValuePages] {
        let deltas = ValuePages(
            encoding: .deltaBinaryPacked,
            size: values.withUnsafeBufferPointer { DeltaBinaryPacked.size($0) }
        ) { range in
            var out: [UInt8] = []
            values.withUnsafeBufferPointer {
                DeltaBinaryPacked.append(UnsafeBufferPointer(rebasing: $0[range]), to: &out)
            }
            return out
        }
        return ways(ofNumbers: values) + [deltas]
    }

    private static func ways<Value: PlainValue>(ofNumbers values: [Value]) -> [ValuePages] {
        let size = values.count * MemoryLayout<Value>.size
        let plain = ValuePages(encoding: .plain, size: size) { Plain.bytes(values[$0]) }
        guard let distinct = Distinct(values) else { return [plain] }
        return [plain, ValuePages(distinct, Plain.bytes(distinct.firsts.map { values[$0] }[...]))]
    }

    private static func ways(ofTexts values: ByteStrings) -> [ValuePages] {
        if let distinct = Distinct(values) {
            var entries = ByteStrings()
            for first in distinct.firsts { entries.append(values[first]) }
            return [ValuePages(distinct, Plain.bytes(entries, 0..<entries.count))]
        }
        let size = values.bytes.count + values.count
        let prefixes = ValuePages(encoding: .deltaByteArray, size: size) {
            DeltaTexts.withPrefixes(values, $0)
        }
        let lengths = ValuePages(encoding: .deltaLengthByteArray, size: size) {
            DeltaTexts.withLengths(values, $0)
        }
        return [prefixes, lengths]
    }

    private init(_ distinct: Distinct, _ dictionary: [UInt8]) {
        let (indices, width) = (distinct.indices, distinct.width)
        self.init(
            encoding: .rleDictionary, dictionary: (distinct.firsts.count, dictionary),
            size: indices.count * width / 8
        ) { range in
            var out = [UInt8(width)]
            indices.withUnsafeBufferPointer {
                RunLength.append(UnsafeBufferPointer(rebasing: $0[range]), width: width, to: &out)
            }
            return out
        }
    }
}

extension ValuePages {
    /// So many values are tried.
    private static let sample = 8192

    /// The way that takes the fewest bytes when they are packed: seen by packing a piece of the middle in each, and the whole
    /// dictionary where there is one. What no packing makes good is not tried.
    static func best(of values: ColumnValues, packed: ([UInt8]) throws -> [UInt8]) rethrows
        -> ValuePages
    {
        let ways = ways(of: values)
        guard ways.count > 1, values.count > 0 else { return ways[0] }
        let piece = min(values.count, sample)
        let middle = (values.count - piece) / 2
        var best: (way: ValuePages, bytes: Int)?
        for way in ways {
            let page = try packed(way.page(middle..<middle + piece)).count * values.count / piece
            let bytes = try page + (way.dictionary.map { try packed($0.bytes).count } ?? 0)
            if bytes < best?.bytes ?? .max { best = (way, bytes) }
        }
        return best!.way
    }
}
