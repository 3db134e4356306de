#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// The two integrals that the tails of the common distributions are made of.
///
///     SpecialFunctions.incompleteBeta(0.5, 2, 3)   → 0.6875
///     SpecialFunctions.incompleteGamma(1, 2)       → 0.8647, that is 1 − e⁻²
///
/// Source: the NIST Digital Library of Mathematical Functions, 8.17.22 and 8.9.2, evaluated from the front (Lentz).
package enum SpecialFunctions {
    private static let small = 1e-300
    private static let precision = 1e-15
    private static let maxSteps = 100_000

    /// I_x(a, b), the share of a beta distribution below x; a and b above 0, x from 0 to 1.
    package static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        precondition(a > 0 && b > 0, "the beta distribution needs positive parameters")
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        // The fraction converges fast on this side only.
        if x > (a + 1) / (a + b + 2) { return 1 - incompleteBeta(1 - x, b, a) }
        let front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
        return front * betaFraction(x, a, b)
    }

    private static func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        lentz { step in
            let m = Double(step / 2)
            if step == 0 { return (1, 1) }
            if step % 2 == 0 { return (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), 1) }
            return (-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)), 1)
        }
    }

    /// P(a, x), the share of a gamma distribution of that shape below x; a above 0.
    package static func incompleteGamma(_ a: Double, _ x: Double) -> Double {
        precondition(a > 0, "the gamma distribution needs a positive shape")
        if x <= 0 { return 0 }
        return x < a + 1 ? gammaSeries(a, x) : 1 - gammaTail(a, x)
    }

    /// Q(a, x) = 1 − P(a, x), precise where it is tiny.
    package static func incompleteGammaTail(_ a: Double, _ x: Double) -> Double {
        if x <= 0 { return 1 }
        return x < a + 1 ? 1 - gammaSeries(a, x) : gammaTail(a, x)
    }

    private static func gammaSeries(_ a: Double, _ x: Double) -> Double {
        var (term, sum) = (1 / a, 1 / a)
        for n in 1...maxSteps {
            term *= x / (a + Double(n))
            sum += term
            if term < sum * precision { break }
        }
        return sum * exp(a * log(x) - x - lgamma(a))
    }

    private static func gammaTail(_ a: Double, _ x: Double) -> Double {
        let fraction = lentz { step in
            step == 0 ? (1, x + 1 - a) : (-Double(step) * (Double(step) - a), x + 2 * Double(step) + 1 - a)
        }
        return fraction * exp(a * log(x) - x - lgamma(a))
    }

    /// a₀ / (b₀ + a₁ / (b₁ + …)), by the modified method of Lentz.
    private static func lentz(_ part: (_ step: Int) -> (a: Double, b: Double)) -> Double {
        var f = small
        var (c, d) = (f, 0.0)
        for step in 0..<maxSteps {
            let (a, b) = part(step)
            d = b + a * d
            if abs(d) < small { d = small }
            c = b + a / c
            if abs(c) < small { c = small }
            d = 1 / d
            let change = c * d
            f *= change
            if step > 0, abs(change - 1) < precision { break }
        }
        return f
    }
}
