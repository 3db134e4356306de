private import Foundation

/// The only source of chance here: the same seed gives the same numbers on every machine.
///
///     var chance = Chance(7, "models")
///     chance.share() → 0.4…        the same at every run
///
/// Source: SplitMix64 (Steele, Lea and Flood, 2014).
struct Chance: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The generator of this seed and these words.
    init(_ seed: UInt64, _ words: String...) {
        state = words.reduce(scrambled(seed)) { hashed($1, from: $0) }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return scrambled(state)
    }

    /// In 0 ..< 1.
    mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// True in that share of cases.
    mutating func happens(_ share: Double) -> Bool { self.share() < share }

    /// In 0 ..< count.
    mutating func below(_ count: Int) -> Int { Int(truncatingIfNeeded: next() % UInt64(max(1, count))) }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    /// An element by its weight.
    mutating func pick<Element>(_ weighted: [(Element, Double)]) -> Element {
        var left = share() * weighted.reduce(0) { $0 + $1.1 }
        for (element, weight) in weighted {
            left -= weight
            if left < 0 { return element }
        }
        return weighted[weighted.count - 1].0
    }

    /// In 0 ..< count, small numbers far more often: the place 10 comes a tenth as often as the place 1.
    mutating func skewed(_ count: Int) -> Int {
        let place = exp(share() * log(Double(count) + 1)) - 1
        return min(count - 1, Int(place))
    }

    /// About normal, mean 0, deviation 1: the sum of twelve even numbers.
    mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + share() } }

    /// Lower-case hex digits.
    mutating func hex(_ digits: Int) -> String {
        var text = ""
        while text.utf8.count < digits {
            let part = String(next(), radix: 16)
            text += String(repeating: "0", count: 16 - part.utf8.count) + part
        }
        return String(text.prefix(digits))
    }
}

private func scrambled(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
}

private func hashed(_ word: String, from start: UInt64) -> UInt64 {
    // FNV-1a, then scrambled so that near words lie far apart.
    scrambled(word.utf8.reduce(start ^ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
}
