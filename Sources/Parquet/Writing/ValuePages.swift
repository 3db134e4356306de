/// How the values of a chunk are written: one encoding for all of its pages, chosen by the bytes that it takes.
struct ValuePages {
    var encoding: Encoding
    /// The dictionary's entries and their bytes, where there is one.
    var dictionary: (entries: Int, bytes: [UInt8])?
    /// Bytes that all pages take, before they are compressed.
    var size: Int
    var page: (Range<Int>) -> [UInt8]
    /// The least and the greatest of some, as the format writes them; nil where there is none, or it is too long to tell.
    var bounds: (Range<Int>) -> (min: [UInt8], max: [UInt8])?

    init(_ values: ColumnValues) {
        switch values {
        case .booleans(let values): self.init(booleans: values)
        case .int32s(let values): self.init(integers: values)
        case .int64s(let values): self.init(integers: values)
        case .floats(let values): self.init(numbers: values)
        case .doubles(let values): self.init(numbers: values)
        case .bytes(let values): self.init(texts: values)
        }
    }
}

extension ValuePages {
    private init(booleans: [Bool]) {
        encoding = .plain
        size = booleans.count / 8 + 1
        page = { Plain.bytes(booleans[$0]) }
        bounds = { range in
            guard !range.isEmpty else { return nil }
            let (some, all) = (booleans[range].contains(true), !booleans[range].contains(false))
            return ([all ? 1 : 0], [some ? 1 : 0])
        }
    }

    private init<Value: PlainValue & FixedWidthInteger & SignedInteger>(integers values: [Value]) {
        let deltas = values.withUnsafeBufferPointer { DeltaBinaryPacked.size($0) }
        self.init(numbers: values, orElse: deltas)
        guard encoding == .plain, deltas < size else { return }
        encoding = .deltaBinaryPacked
        size = deltas
        page = { range in
            var out: [UInt8] = []
            values.withUnsafeBufferPointer {
                DeltaBinaryPacked.append(UnsafeBufferPointer(rebasing: $0[range]), to: &out)
            }
            return out
        }
    }

    /// - Parameter other: bytes that another encoding takes, which a dictionary must stay below.
    private init<Value: PlainValue>(numbers values: [Value], orElse other: Int = .max) {
        encoding = .plain
        size = values.count * MemoryLayout<Value>.size
        page = { Plain.bytes(values[$0]) }
        bounds = { Self.bounds(of: values[$0]) }
        guard let distinct = Distinct(values) else { return }
        use(distinct, Plain.bytes(distinct.firsts.map { values[$0] }[...]), below: min(size, other))
    }

    private init(texts values: ByteStrings) {
        encoding = .deltaLengthByteArray
        size = values.bytes.count + values.count
        page = { DeltaTexts.withLengths(values, $0) }
        bounds = { TextBounds.of($0, in: values) }
        if let distinct = Distinct(values) {
            var entries = ByteStrings()
            for first in distinct.firsts { entries.append(values[first]) }
            let indices = distinct.indices
            use(distinct, Plain.bytes(entries, 0..<entries.count), below: size)
            if encoding == .rleDictionary { bounds = { TextBounds.of(indices[$0], in: entries) } }
        }
        if encoding != .rleDictionary, Self.sharesPrefixes(values) {
            encoding = .deltaByteArray
            page = { DeltaTexts.withPrefixes(values, $0) }
        }
    }

    private mutating func use(_ distinct: Distinct, _ dictionary: [UInt8], below limit: Int) {
        let width = distinct.width
        let all = dictionary.count + distinct.indices.count * width / 8
        guard all < limit else { return }
        encoding = .rleDictionary
        size = distinct.indices.count * width / 8
        self.dictionary = (distinct.firsts.count, dictionary)
        let indices = distinct.indices
        page = { range in
            var out = [UInt8(width)]
            indices.withUnsafeBufferPointer {
                RunLength.append(UnsafeBufferPointer(rebasing: $0[range]), width: width, to: &out)
            }
            return out
        }
    }

    /// Whether the texts are so sorted that a quarter of their bytes stands in the text before already.
    private static func sharesPrefixes(_ values: ByteStrings) -> Bool {
        guard values.count > 1 else { return false }
        let shared = values.bytes.withUnsafeBufferPointer { bytes in
            (1..<values.count).reduce(0) { $0 + DeltaTexts.sharedPrefix(values, $1, bytes) }
        }
        return shared * 4 > values.bytes.count
    }

    private static func bounds<Value: PlainValue>(of values: ArraySlice<Value>) -> (min: [UInt8], max: [UInt8])? {
        guard var least = values.first(where: \.isOrdered) else { return nil }
        var greatest = least
        for value in values where value.isOrdered {
            if value < least { least = value }
            if value > greatest { greatest = value }
        }
        let (min, max) = Value.bounds(least, greatest)
        return (min.plainBytes, max.plainBytes)
    }
}
