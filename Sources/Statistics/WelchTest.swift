/// Whether two groups have different means, without assuming that they vary alike.
///
///     let test = try #require(WelchTest([1, 2, 3, 4], [3, 4, 5, 9]))
///     test.t → −1.877, test.df → 4.37, test.p → 0.128
///     WelchTest([1], [2, 3]) → nil: a group of one has no spread
///
/// Sources: Welch (1947) with the degrees of freedom of Satterthwaite (1946); effect size: Hedges (1981), from the pooled
/// spread, corrected for small groups.
package struct WelchTest: Equatable, Sendable {
    package let t: Double
    package let df: Double
    /// Two-sided.
    package let p: Double
    package let means: (Double, Double)
    package let counts: (Int, Int)
    /// The first mean less the second, with 95 %.
    package let difference: Double
    package let interval: ClosedRange<Double>
    /// Hedges' g: the difference in pooled standard deviations.
    package let effect: Double

    package init?(_ a: [Double], _ b: [Double]) {
        guard a.count > 1, b.count > 1 else { return nil }
        let (na, nb) = (Double(a.count), Double(b.count))
        let (va, vb) = (variance(a), variance(b))
        let squaredError = va / na + vb / nb
        guard squaredError > 0 else { return nil }
        means = (mean(a), mean(b))
        counts = (a.count, b.count)
        difference = means.0 - means.1
        t = difference / squaredError.squareRoot()
        df =
            squaredError * squaredError
            / (va * va / (na * na * (na - 1)) + vb * vb / (nb * nb * (nb - 1)))
        p = Tails.studentT(t, df: df)
        let half = Tails.studentTQuantile(0.95, df: df) * squaredError.squareRoot()
        interval = (difference - half)...(difference + half)
        let pooled = (((na - 1) * va + (nb - 1) * vb) / (na + nb - 2)).squareRoot()
        effect = difference / pooled * (1 - 3 / (4 * (na + nb) - 9))
    }

    package static func == (a: WelchTest, b: WelchTest) -> Bool {
        a.t == b.t && a.df == b.df && a.means == b.means && a.counts == b.counts
    }
}

/// Of a sample: divided by n − 1.
func variance(_ values: [Double]) -> Double {
    let m = mean(values)
    return values.reduce(0) { $0 + ($1 - m) * ($1 - m) } / Double(values.count - 1)
}
