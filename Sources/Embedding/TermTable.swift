/// Terms and the numbers they got, in the order they first came.
///
///     var table = TermTable()
///     table.number(of: Array("llama".utf8)[...]) → 0
///     table.number(of: Array("bert".utf8)[...])  → 1
///     table.number(of: Array("llama".utf8)[...]) → 0
///
/// Keeps the terms in one buffer: half a million of them take 10 MB, where as many strings in a dictionary take 60.
struct TermTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int32] = []
    /// Numbers + 1 by hash, open addressing with linear probing; 0 is free.
    private var slots = [Int32](repeating: 0, count: 1 << 10)

    var count: Int { ends.count }

    subscript(number: Int) -> ArraySlice<UInt8> { bytes[Int(number == 0 ? 0 : ends[number - 1])..<Int(ends[number])] }

    func text(_ number: Int) -> String { String(decoding: self[number], as: UTF8.self) }

    /// The number of the term, a new one where it is new.
    mutating func number(of term: ArraySlice<UInt8>) -> Int {
        var slot = term.withUnsafeBufferPointer(Self.hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if isTerm(Int(slots[slot]) - 1, term) { return Int(slots[slot]) - 1 }
            slot = (slot + 1) & (slots.count - 1)
        }
        bytes += term
        ends.append(Int32(bytes.count))
        slots[slot] = Int32(ends.count)
        if ends.count * 2 > slots.count { grow() }
        return ends.count - 1
    }

    /// Compares in place: a slice of `bytes` that lives on would make the next `+=` copy all of them.
    private func isTerm(_ number: Int, _ term: ArraySlice<UInt8>) -> Bool {
        let start = number == 0 ? 0 : Int(ends[number - 1])
        guard Int(ends[number]) - start == term.count else { return false }
        return bytes.withUnsafeBufferPointer { all in
            term.withUnsafeBufferPointer { term in term.indices.allSatisfy { all[start + $0] == term[$0] } }
        }
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for number in 0..<count {
            var slot = self[number].withUnsafeBufferPointer(Self.hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number + 1)
        }
    }

    /// FNV-1a, with its high bits folded into the low ones.
    private static func hash(_ term: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in term { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7FFF_FFFF)
    }
}
