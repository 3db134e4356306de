import Core

/// How often a request is tried, and how long to wait between.
///
///     RetryPolicy(seed: 1).waitSeconds(after: 3) → between 2 and 4
///
/// Exponential, with the upper half drawn by chance, so that several workers do not come back at the same moment.
package struct RetryPolicy: Sendable {
    package var maxTries: Int
    /// The same for a server that never answered yet and that nobody is found at: two waits, three seconds at most.
    package var firstContactTries = 3
    package var firstWaitSeconds: Double
    package var longestWaitSeconds: Double
    /// A server that asks for more is not waited for.
    package var longestAskedSeconds: Double
    package var seed: UInt64

    package init(
        maxTries: Int = 8, firstWaitSeconds: Double = 1, longestWaitSeconds: Double = 60,
        longestAskedSeconds: Double = 3600, seed: UInt64 = 0
    ) {
        self.maxTries = maxTries
        self.firstWaitSeconds = firstWaitSeconds
        self.longestWaitSeconds = longestWaitSeconds
        self.longestAskedSeconds = longestAskedSeconds
        self.seed = seed
    }

    /// - Parameters:
    ///   - tries: how many were made, at least 1.
    ///   - salt: what tells this request from the others, so that each draws its own chance.
    package func waitSeconds(after tries: Int, salt: String = "") -> Double {
        var random = SplitMix(seed: salt.utf8.reduce(seed &+ UInt64(tries)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
        let whole = min(longestWaitSeconds, firstWaitSeconds * Double(1 << min(tries - 1, 30)))
        return whole / 2 + whole / 2 * random.unit()
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same numbers on every machine.
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// From 0 up to, not including, 1.
    mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }
}
