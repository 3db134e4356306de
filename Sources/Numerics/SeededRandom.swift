#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// Numbers that look random and are the same for the same seed (SplitMix64: Steele, Lea, Flood 2014).
///
///     var random = SeededRandom(seed: 1)
///     random.next() → 10451216379200822465, on every machine
///     random.sample(3, of: 10) → three different numbers below 10, ascending
package struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// At least 0, below 1; 53 bits.
    package mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Below `bound`, which is above 0. The bias of 2⁻³² at most does not matter to who samples.
    package mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

    /// Normally distributed, mean 0, variance 1 (Box and Muller).
    package mutating func normal() -> Double {
        (-2 * log(1 - uniform())).squareRoot() * cos(2 * .pi * uniform())
    }

    /// How many of `count` come true, each with probability `share`: by waiting from one to the next, so its time goes by how
    /// many those are (Devroye, Non-Uniform Random Variate Generation, X.4.3).
    package mutating func binomial(_ count: Int, _ share: Double) -> Int {
        if share > 0.5 { return count - binomial(count, 1 - share) }
        guard share > 0 else { return 0 }
        var (place, hits) = (0.0, 0)
        while true {
            place += (log(1 - uniform()) / log1p(-share)).rounded(.down) + 1
            if place > Double(count) { return hits }
            hits += 1
        }
    }

    /// `count` different numbers below `total`, ascending; all of them when there are no more. Every choice is as likely
    /// (Knuth, The Art of Computer Programming 3.4.2, algorithm S).
    package mutating func sample(_ count: Int, of total: Int) -> [Int] {
        var chosen: [Int] = []
        chosen.reserveCapacity(min(count, total))
        for i in 0..<total where chosen.count < count && below(total - i) < count - chosen.count { chosen.append(i) }
        return chosen
    }
}
