private import Core
package import Numerics

#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// How well a law stands up: in so many worlds where it is true, how often is the tail as far from it as here?
package struct Plausibility: Equatable, Sendable {
    /// Small: the law is not what the values come from. Clauset and others give a law up below 0.1.
    package let p: Double
    package let worlds: Int
}

extension PowerLaw {
    /// Invents values as if the law were true and looks in each such world for a law of its own (the semi-parametric
    /// bootstrap of Clauset, Shalizi and Newman 2009, section 4.1). The same seed gives the same answer.
    ///
    ///     law.plausibility(of: spread, worlds: 1000)?.p → 0.43, precise to ± 1 / (2 √worlds) = 0.016
    ///
    /// A world is given up as soon as one law in it is nearer to its tail than this one is: that settles it. Most of the worlds
    /// of a bad law end so at the first look, by the tail alone.
    package func plausibility(
        of spread: ValueCounts, worlds: Int, seed: UInt64 = 1, atLeast shortest: Int = shortest
    ) -> Plausibility {
        precondition(worlds > 0, "there is a world at least")
        let invention = Invention(self, spread.positive)
        // Nothing in it throws, so nothing can come of it but an answer for each world.
        let answers = try? concurrentMap(worlds) { world in
            var random = SeededRandom(seed: seed &+ UInt64(world) &* 0xD134_2543_DE82_EF95)
            let tail = invention.tail(&random)
            if let law = PowerLaw(tail, xmin: xmin), law.distance < distance { return false }
            let all = invention.body(under: tail, &random)
            return !TailSearch(all, shortest: shortest).isNearer(than: distance)
        }
        guard let farther = answers else { preconditionFailure("no world throws") }
        let count = farther.count { $0 }
        return Plausibility(p: Double(count) / Double(worlds), worlds: worlds)
    }
}

/// Worlds in which a law is true from its xmin on, and below it everything is drawn from what was seen.
private struct Invention: Sendable {
    let law: PowerLaw
    /// Each value below xmin as often as it was seen.
    let below: [Int32]
    let count: Int
    let steepest: Double

    init(_ law: PowerLaw, _ spread: ValueCounts) {
        self.law = law
        count = spread.count
        var below: [Int32] = []
        for (value, times) in zip(spread.values, spread.counts) where value < law.xmin {
            below += [Int32](repeating: Int32(clamping: value), count: times)
        }
        self.below = below
        steepest = Self.ratio(Double(law.xmin), law.alpha)
    }

    /// How many of all lie in the tail is drawn, too.
    func tail(_ random: inout SeededRandom) -> ValueCounts {
        var tally = Tally()
        let long = random.binomial(count, 1 - Double(below.count) / Double(count))
        for _ in 0..<long { tally.add(value(&random)) }
        return tally.spread
    }

    func body(under tail: ValueCounts, _ random: inout SeededRandom) -> ValueCounts {
        var tally = Tally()
        for _ in 0..<count - tail.count { tally.add(Int(below[random.below(below.count)])) }
        let body = tally.spread
        // Below xmin is below everything in the tail.
        return ValueCounts(values: body.values + tail.values, counts: body.counts + tail.counts) ?? tail
    }

    /// A whole number of the law: one of the continuous law, rounded down, kept as often as the law has it (after Devroye
    /// 1986, X.6.1).
    private func value(_ random: inout SeededRandom) -> Int {
        while true {
            let drawn = Double(law.xmin) * exp(-log(1 - random.uniform()) / (law.alpha - 1))
            let x = min(drawn.rounded(.down), 0x1p62)
            if random.uniform() * steepest <= Self.ratio(x, law.alpha) { return Int(x) }
        }
    }

    /// What the law gives to x over what the rounding gives to it, but for a factor: greatest at xmin.
    private static func ratio(_ x: Double, _ alpha: Double) -> Double {
        -1 / (x * expm1((1 - alpha) * log1p(1 / x)))
    }
}

/// Counts numbers most of which are small.
private struct Tally {
    private var small = [Int](repeating: 0, count: 4096)
    private var large: [Int] = []

    mutating func add(_ value: Int) {
        if value < small.count { small[value] += 1 } else { large.append(value) }
    }

    var spread: ValueCounts {
        let few = small.indices.filter { small[$0] > 0 }
        let many = ValueCounts(of: large)
        let (values, counts) = (few + many.values, few.map { small[$0] } + many.counts)
        return ValueCounts(values: values, counts: counts) ?? many
    }
}
