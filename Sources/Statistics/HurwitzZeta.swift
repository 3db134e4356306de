#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// ζ(s, a) = Σ 1 / (a + k)ˢ over k = 0, 1, 2, …: what a power law of whole numbers from `a` on is divided by.
///
///     HurwitzZeta.value(2, 1)  → 1.6449, that is π² / 6
///     HurwitzZeta.value(2, 3)  → 0.3949, that is π² / 6 − 1 − 1/4
///
/// Source: Euler and Maclaurin's sum (NIST Digital Library of Mathematical Functions, 25.11.5): terms one by one up to a place
/// that is far enough out, then an integral and six corrections.
package enum HurwitzZeta {
    /// s above 1, a above 0.
    package static func value(_ s: Double, _ a: Double) -> Double { value(s, a, log: log(a)) }

    /// The same for who knows ln a already: where a is large that leaves one power to compute.
    @inline(__always)
    static func value(_ s: Double, _ a: Double, log logarithm: Double) -> Double {
        let far = farEnough(s)
        if a >= far { return rest(s, a, power: exp(-s * logarithm)) }
        var (sum, place) = (0.0, a)
        while place < far {
            sum += exp(-s * log(place))
            place += 1
        }
        return sum + rest(s, place, power: exp(-s * log(place)))
    }

    /// ζ with its first and second derivative by s.
    static func derivatives(_ s: Double, _ a: Double) -> (value: Double, first: Double, second: Double) {
        let far = farEnough(s)
        var (value, first, second, place) = (0.0, 0.0, 0.0, a)
        while place < far {
            let l = log(place)
            let term = exp(-s * l)
            value += term
            first -= term * l
            second += term * l * l
            place += 1
        }
        let l = log(place)
        let power = exp(-s * l)
        func add(_ term: Double, _ slope: Double, _ bend: Double) {
            // A term f(s) · place⁻ˢ: slope is (ln f)′ − ln place, bend the derivative of that.
            value += term
            first += term * slope
            second += term * (slope * slope + bend)
        }
        add(power * place / (s - 1), -1 / (s - 1) - l, 1 / ((s - 1) * (s - 1)))
        add(power / 2, -l, 0)
        var (product, inverse, squares, scale) = (s, 1 / s, -1 / (s * s), power / place)
        for (j, bernoulli) in corrections.enumerated() {
            add(bernoulli * product * scale, inverse - l, squares)
            for next in [s + Double(2 * j + 1), s + Double(2 * j + 2)] {
                product *= next
                inverse += 1 / next
                squares -= 1 / (next * next)
            }
            scale /= place * place
        }
        return (value, first, second)
    }

    /// From here on six corrections leave less than 10⁻¹³ of the whole.
    @inline(__always)
    private static func farEnough(_ s: Double) -> Double { 16 + 2 * s }

    @inline(__always)
    private static func rest(_ s: Double, _ a: Double, power: Double) -> Double {
        let square = 1 / (a * a)
        // Horner's scheme over B₂ⱼ / (2j)! · s (s + 1) … (s + 2j − 2) · a¹⁻²ʲ, from the last.
        var sum = 691.0 / 1_307_674_368_000 * (s + 9) * (s + 10) * square
        sum = (1.0 / 47_900_160 - sum) * (s + 7) * (s + 8) * square
        sum = (1.0 / 1_209_600 - sum) * (s + 5) * (s + 6) * square
        sum = (1.0 / 30_240 - sum) * (s + 3) * (s + 4) * square
        sum = (1.0 / 720 - sum) * (s + 1) * (s + 2) * square
        return power * (a / (s - 1) + 0.5 + (1.0 / 12 - sum) * s / a)
    }

    /// B₂ⱼ / (2j)! for j = 1 … 6.
    private static let corrections: [Double] = [
        1.0 / 12, -1.0 / 720, 1.0 / 30_240, -1.0 / 1_209_600, 1.0 / 47_900_160, -691.0 / 1_307_674_368_000,
    ]
}
