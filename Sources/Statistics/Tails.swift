#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// How likely a value at least so great is, by chance alone: where p-values and intervals come from.
///
///     Tails.studentT(2.0, df: 10)     → 0.0734, two-sided
///     Tails.chiSquare(3.84, df: 1)    → 0.0500
///     Tails.normal(1.96)              → 0.0500, two-sided
///     Tails.studentTQuantile(0.95, df: 10) → 2.228: 95 % lie within ±2.228
package enum Tails {
    /// P(|T| ≥ |t|).
    package static func studentT(_ t: Double, df: Double) -> Double {
        guard t.isFinite else { return t.isNaN ? .nan : 0 }
        return SpecialFunctions.incompleteBeta(df / (df + t * t), df / 2, 0.5)
    }

    /// P(|Z| ≥ |z|).
    package static func normal(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

    /// P(X ≥ x).
    package static func chiSquare(_ x: Double, df: Double) -> Double {
        SpecialFunctions.incompleteGammaTail(df / 2, x / 2)
    }

    /// P(F ≥ f).
    package static func f(_ f: Double, _ df1: Double, _ df2: Double) -> Double {
        f <= 0 ? 1 : SpecialFunctions.incompleteBeta(df2 / (df2 + df1 * f), df2 / 2, df1 / 2)
    }

    /// The t within which, on both sides, that share of the distribution lies; 0 < share < 1.
    package static func studentTQuantile(_ share: Double, df: Double) -> Double {
        bisect(share) { 1 - studentT($0, df: df) }
    }

    /// The same of the normal distribution: 0.95 → 1.96.
    package static func normalQuantile(_ share: Double) -> Double { bisect(share) { 1 - normal($0) } }

    /// Where a rising function of numbers from 0 on reaches a value.
    private static func bisect(_ value: Double, _ rising: (Double) -> Double) -> Double {
        precondition(value > 0 && value < 1, "a share lies between 0 and 1")
        var (low, high) = (0.0, 1.0)
        while rising(high) < value, high < 1e12 { high *= 2 }
        for _ in 0..<200 where high - low > 1e-14 * high {
            let middle = (low + high) / 2
            if rising(middle) < value { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
