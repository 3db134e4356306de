import Embedding

/// Which documents have the very same vector: half of the Hub's models share theirs with another.
///
///     vectors a, b, a, 0  → firsts [0, 1], and number 0, 1, 0, −1 of the four
struct DistinctVectors: Sendable {
    /// The first document of each distinct vector, ascending.
    private(set) var firsts: [Int] = []
    /// Of each document the place in `firsts`; −1 for a vector of zeros.
    private(set) var numbers: [Int32] = []

    init(of vectors: PackedVectors) {
        let k = vectors.dimensions
        var known: [UInt64: [Int32]] = [:]
        numbers.reserveCapacity(vectors.count)
        for document in 0..<vectors.count {
            guard !vectors.isZero(document) else {
                numbers.append(-1)
                continue
            }
            let row = vectors.bytes[document * k..<(document + 1) * k]
            let same = known[Self.hash(row), default: []].first { number in
                let first = firsts[Int(number)]
                return vectors.scales[first] == vectors.scales[document]
                    && vectors.bytes[first * k..<(first + 1) * k].elementsEqual(row)
            }
            if let same {
                numbers.append(same)
            } else {
                known[Self.hash(row), default: []].append(Int32(firsts.count))
                numbers.append(Int32(firsts.count))
                firsts.append(document)
            }
        }
    }

    /// FNV-1a over words of eight bytes.
    private static func hash(_ row: ArraySlice<Int8>) -> UInt64 {
        row.withUnsafeBytes { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for place in stride(from: 0, to: bytes.count - 7, by: 8) {
                hash = (hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0x100_0000_01B3
                hash ^= hash >> 29
            }
            return hash
        }
    }
}
