private import Numerics

#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// A coefficient of correlation with how sure one can be of it.
package struct CorrelationResult: Equatable, Sendable {
    package var r: Double
    package var n: Int
    /// Two-sided, that there is none; nil with fewer than three pairs.
    package var p: Double?
    /// 95 %, by Fisher's transformation; nil with fewer than four pairs.
    package var interval: ClosedRange<Double>?
}

/// Pearson's r and Spearman's ρ.
///
///     let r = try #require(Correlations.pearson([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]))
///     r.r → 0.8, r.p → 0.104, r.interval → −0.28…0.99
///     Correlations.pearson([1, 1], [2, 3]) → nil: without spread there is no correlation
package enum Correlations {
    package static func pearson(_ x: [Double], _ y: [Double]) -> CorrelationResult? {
        guard let r = Numerics.pearson(x, y) else { return nil }
        return result(min(1, max(-1, r)), x.count, spread: 1)
    }

    /// Pearson's r of the ranks; the interval's spread after Bonett and Wright (2000).
    package static func spearman(_ x: [Double], _ y: [Double]) -> CorrelationResult? {
        guard let rho = pearson(Ranks(x).values, Ranks(y).values) else { return nil }
        return result(rho.r, rho.n, spread: (1 + rho.r * rho.r / 2).squareRoot())
    }

    private static func result(_ r: Double, _ n: Int, spread: Double) -> CorrelationResult {
        var result = CorrelationResult(r: r, n: n)
        if n > 2 {
            let df = Double(n - 2)
            result.p = abs(r) == 1 ? 0 : Tails.studentT(r * (df / (1 - r * r)).squareRoot(), df: df)
        }
        if n > 3, abs(r) < 1 {
            let z = atanh(r)
            let half = Tails.normalQuantile(0.95) * spread / Double(n - 3).squareRoot()
            result.interval = tanh(z - half)...tanh(z + half)
        }
        return result
    }
}

func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
