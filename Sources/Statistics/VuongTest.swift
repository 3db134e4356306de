package import Numerics

/// Which of two curves a tail is likelier to come from, and whether that is more than chance.
///
///     let test = try #require(VuongTest(spread, law, curve))
///     test.ratio → −7.1, test.p → 1e-12: the log-normal, clearly
///
/// `ratio` is the sum of the differences of ln p over its own standard deviation: above zero for the power law, below for the
/// log-normal. `p` is how often chance alone would take it so far to either side.
/// Source: Vuong (1989), as in Clauset, Shalizi and Newman (2009), appendix C.
package struct VuongTest: Equatable, Sendable {
    package let ratio: Double
    package let p: Double
    package let n: Int

    package enum Verdict: String, Sendable { case powerLaw, logNormal, undecided }

    /// What is favored at p < 0.05.
    package var verdict: Verdict { p >= 0.05 ? .undecided : ratio > 0 ? .powerLaw : .logNormal }

    /// Nil when the two say the same of every value.
    package init?(_ spread: ValueCounts, _ law: PowerLaw, _ curve: LogNormalTail) {
        precondition(law.xmin == curve.xmin, "the two are compared on one tail")
        let tail = zip(spread.values, spread.counts).filter { $0.0 >= law.xmin }
        let logs = tail.map { value, times in
            (off: law.logProbability(Double(value)) - curve.logProbability(Double(value)), n: Double(times))
        }
        let count = logs.reduce(0) { $0 + $1.n }
        let mean = logs.reduce(0) { $0 + $1.n * $1.off } / count
        let variance = logs.reduce(0) { $0 + $1.n * ($1.off - mean) * ($1.off - mean) } / count
        guard variance > 1e-20 else { return nil }
        ratio = mean * count / (count * variance).squareRoot()
        p = Tails.normal(ratio)
        n = Int(count)
    }
}
