/// The different values of some, in the order in which they come, and which of them each value is.
///
///     Distinct(["mit", "gpl", "mit"])  → firsts [0, 1], indices [0, 1, 0]
struct Distinct {
    /// Where each different value stands first.
    private(set) var firsts: [Int] = []
    private(set) var indices: [UInt32] = []

    /// Bits of an index.
    var width: Int { BitPacking.width(of: UInt64(max(firsts.count, 1) - 1)) }

    /// Nil where more than half differ: then no dictionary is worth its bytes. Also nil where so many collide that somebody must
    /// have meant it.
    init?<Value: PlainValue>(_ values: [Value]) {
        let sound = values.withUnsafeBufferPointer { values in
            fill(values.count, hash: { Self.mixed(values[$0].hashBits) }) {
                values[$0].hashBits == values[$1].hashBits
            }
        }
        if !sound { return nil }
    }

    init?(_ values: ByteStrings) {
        let sound = values.bytes.withUnsafeBytes { bytes in
            values.ends.withUnsafeBufferPointer { ends in
                func range(_ i: Int) -> Range<Int> { (i == 0 ? 0 : ends[i - 1])..<ends[i] }
                return fill(ends.count, hash: { Self.hash(bytes, range($0)) }) { a, b in
                    let (a, b) = (range(a), range(b))
                    return a.count == b.count && Self.areEqual(bytes, a.lowerBound, b.lowerBound, a.count)
                }
            }
        }
        if !sound { return nil }
    }
}

extension Distinct {
    /// After so many values it is seen whether nearly all differ.
    private static let sample = 1 << 15

    @inline(__always)
    private mutating func fill(_ count: Int, hash: (Int) -> UInt64, isSame: (Int, Int) -> Bool)
        -> Bool
    {
        // 0 is free, else the number of the value and one.
        var slots = [UInt32](repeating: 0, count: 1024)
        var hashes: [UInt64] = []
        var steps = 0
        indices.reserveCapacity(count)
        for i in 0..<count {
            // Sorted rows repeat what stood before them.
            if i > 0, isSame(firsts[Int(indices[i - 1])], i) {
                indices.append(indices[i - 1])
                continue
            }
            let own = hash(i)
            var slot = Int(truncatingIfNeeded: own) & (slots.count - 1)
            while true {
                let found = slots[slot]
                if found == 0 {
                    slots[slot] = UInt32(firsts.count + 1)
                    indices.append(UInt32(firsts.count))
                    firsts.append(i)
                    hashes.append(own)
                    break
                }
                let entry = Int(found) - 1
                if hashes[entry] == own, isSame(firsts[entry], i) {
                    indices.append(UInt32(entry))
                    break
                }
                slot = (slot + 1) & (slots.count - 1)
                steps += 1
            }
            if firsts.count * 2 > slots.count { slots = Self.spread(hashes, over: slots.count * 4) }
            if i == Self.sample, firsts.count > Self.sample / 4 * 3 { return false }
            if firsts.count > count / 2 + 8 || steps > 16 * (count + 1024) { return false }
        }
        return true
    }

    /// Eight bytes at a time.
    @inline(__always)
    private static func areEqual(_ bytes: UnsafeRawBufferPointer, _ a: Int, _ b: Int, _ count: Int)
        -> Bool
    {
        var i = 0
        while i + 8 <= count {
            let (one, other) = (
                bytes.loadUnaligned(fromByteOffset: a + i, as: UInt64.self),
                bytes.loadUnaligned(fromByteOffset: b + i, as: UInt64.self)
            )
            if one != other { return false }
            i += 8
        }
        while i < count {
            if bytes[a + i] != bytes[b + i] { return false }
            i += 1
        }
        return true
    }

    private static func spread(_ hashes: [UInt64], over count: Int) -> [UInt32] {
        var slots = [UInt32](repeating: 0, count: count)
        for (entry, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
            slots[slot] = UInt32(entry + 1)
        }
        return slots
    }

    @inline(__always)
    private static func mixed(_ bits: UInt64) -> UInt64 {
        let product = (bits ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }

    /// Eight bytes at a time; the same in every run, so that files are.
    @inline(__always)
    private static func hash(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
        var (at, hash) = (range.lowerBound, UInt64(range.count))
        while at + 8 <= range.upperBound {
            hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            at += 8
        }
        var rest: UInt64 = 0
        while at < range.upperBound {
            rest = rest << 8 | UInt64(bytes[at])
            at += 1
        }
        return mixed(hash ^ rest)
    }
}
