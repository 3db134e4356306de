/// Gives every different term a number, in the order in which terms first come.
///
///     dictionary.number(of: "bert") → 0
///     dictionary.number(of: "gpt")  → 1
///     dictionary.number(of: "bert") → 0
///
/// An open hash table over one block of text: 600,000 terms take 20 MB, and a look-up makes no string.
struct TermDictionary: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    /// Number + 1 of the term in each slot; 0 for none. A power of two, at most half full.
    private var slots = [UInt32](repeating: 0, count: 1 << 12)
    /// Of each term, so that growing needs no text.
    private var hashes: [UInt32] = []

    var count: Int { ends.count }

    /// UTF-8.
    func text(_ number: Int) -> ArraySlice<UInt8> {
        bytes[Int(number == 0 ? 0 : ends[number - 1])..<Int(ends[number])]
    }

    mutating func number(of term: ArraySlice<UInt8>) -> Int {
        let hash = Self.hash(term)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] > 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == hash, isText(number, term) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return add(term, hash, slot)
    }

    /// The numbers of all terms, sorted by the terms' bytes.
    func sorted() -> [UInt32] {
        // The first eight bytes decide nearly always.
        var keys = (0..<count).map { (prefix: Self.prefix(text($0)), number: UInt32($0)) }
        keys.sort { a, b in
            if a.prefix != b.prefix { return a.prefix < b.prefix }
            return text(Int(a.number)).lexicographicallyPrecedes(text(Int(b.number)))
        }
        return keys.map(\.number)
    }
}

extension TermDictionary {
    private mutating func add(_ term: ArraySlice<UInt8>, _ hash: UInt32, _ slot: Int) -> Int {
        bytes.append(contentsOf: term)
        ends.append(UInt32(bytes.count))
        hashes.append(hash)
        slots[slot] = UInt32(count)
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & (slots.count - 1)
            while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }

    private func isText(_ number: Int, _ term: ArraySlice<UInt8>) -> Bool {
        let start = Int(number == 0 ? 0 : ends[number - 1])
        guard Int(ends[number]) - start == term.count else { return false }
        return bytes.withUnsafeBufferPointer { known in
            term.withUnsafeBufferPointer { term in
                for i in 0..<term.count where known[start + i] != term[i] { return false }
                return true
            }
        }
    }

    /// FNV-1a, and a last mix, for the low bits choose the slot.
    private static func hash(_ term: ArraySlice<UInt8>) -> UInt32 {
        term.withUnsafeBufferPointer { term in
            var hash: UInt32 = 0x811C_9DC5
            for byte in term { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
            hash ^= hash >> 15
            hash &*= 0x2C1B_3C6D
            return hash ^ (hash >> 12)
        }
    }

    /// The first eight bytes as a number that sorts as they do.
    private static func prefix(_ text: ArraySlice<UInt8>) -> UInt64 {
        var key: UInt64 = 0
        for i in 0..<8 { key = key << 8 | (i < text.count ? UInt64(text[text.startIndex + i]) : 0) }
        return key
    }
}
