/// Whether two groups differ in where their values lie, by ranks alone.
///
///     let test = try #require(MannWhitneyTest([1, 2, 3, 4], [3, 5, 6, 7]))
///     test.u → 1.5, test.p → 0.0814, test.effect → −0.8125
///
/// Source: Mann and Whitney (1947); the normal approximation, corrected for ties and continuity; effect: the rank-biserial
/// correlation, from −1 (all of the first below all of the second) to 1.
package struct MannWhitneyTest: Equatable, Sendable {
    /// Pairs in which the first group's value is the greater, ties half.
    package let u: Double
    package let z: Double
    /// Two-sided.
    package let p: Double
    package let effect: Double

    package init?(_ a: [Double], _ b: [Double]) {
        guard !a.isEmpty, !b.isEmpty else { return nil }
        let ranks = Ranks(a + b)
        let (na, nb) = (Double(a.count), Double(b.count))
        let n = na + nb
        u = ranks.values.prefix(a.count).reduce(0, +) - na * (na + 1) / 2
        let variance = na * nb / 12 * (n + 1 - ranks.tieSum / (n * (n - 1)))
        guard variance > 0 else { return nil }
        let off = u - na * nb / 2
        z = (abs(off) <= 0.5 ? 0 : off - (off < 0 ? -0.5 : 0.5)) / variance.squareRoot()
        p = Tails.normal(z)
        effect = 2 * u / (na * nb) - 1
    }
}

/// Whether several groups differ in where their values lie, by ranks alone.
///
///     let test = try #require(KruskalWallisTest([[1, 2, 3], [4, 5, 6], [7, 8, 9]]))
///     test.h → 7.2, test.df → 2, test.p → 0.0273, test.effect → 0.867
///
/// Source: Kruskal and Wallis (1952), corrected for ties; effect: η² of the ranks (Tomczak and Tomczak 2014).
package struct KruskalWallisTest: Equatable, Sendable {
    package let h: Double
    package let df: Int
    package let p: Double
    package let effect: Double

    /// nil with fewer than two groups that have values, or when all values are equal.
    package init?(_ groups: [[Double]]) {
        let groups = groups.filter { !$0.isEmpty }
        guard groups.count > 1 else { return nil }
        let ranks = Ranks(groups.flatMap { $0 })
        let n = Double(ranks.values.count)
        let correction = 1 - ranks.tieSum / (n * (n * n - 1))
        guard correction > 0, n > Double(groups.count) else { return nil }
        var (first, sum) = (0, 0.0)
        for group in groups {
            let total = ranks.values[first..<first + group.count].reduce(0, +)
            sum += total * total / Double(group.count)
            first += group.count
        }
        h = (12 / (n * (n + 1)) * sum - 3 * (n + 1)) / correction
        df = groups.count - 1
        p = Tails.chiSquare(h, df: Double(df))
        effect = max(0, (h - Double(groups.count) + 1) / (n - Double(groups.count)))
    }
}
