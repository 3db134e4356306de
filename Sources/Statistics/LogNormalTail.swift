package import Numerics

#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// A log-normal distribution of whole numbers from `xmin` on: what a power law has to be compared with.
///
///     let tail = try #require(LogNormalTail(spread, xmin: 47))
///     tail.mu → 3.2, tail.sigma → 2.4
///
/// A number x is all that rounds to it: p(x) is what the normal distribution of ln has between x − ½ and x + ½, over what it
/// has above xmin − ½. μ and σ are those under which the values are likeliest. As σ grows and μ falls the curve becomes a
/// power law, so σ stops at 30: there the two can no longer be told apart.
package struct LogNormalTail: Equatable, Sendable {
    package let mu: Double
    package let sigma: Double
    package let xmin: Int

    static let widest = 30.0

    /// Nil when fewer than two different values are left.
    package init?(_ spread: ValueCounts, xmin: Int) {
        let tail = zip(spread.values, spread.counts).filter { $0.0 >= xmin }.map { (x: Double($0.0), n: Double($0.1)) }
        guard tail.count > 1, xmin > 0 else { return nil }
        let count = tail.reduce(0) { $0 + $1.n }
        let middle = tail.reduce(0) { $0 + $1.n * log($1.x) } / count
        let spreadOfLogs = tail.reduce(0) { $0 + $1.n * (log($1.x) - middle) * (log($1.x) - middle) } / count
        // In these two the likelihood is round: the curve's slope in the middle of the tail, and how much it bends.
        func shape(_ slope: Double, _ logSigma: Double) -> (mu: Double, sigma: Double) {
            let sigma = exp(logSigma)
            return (middle + slope * sigma * sigma, sigma)
        }
        let start = [-0.5, log(max(0.1, spreadOfLogs.squareRoot() * 1.5))]
        let best = leastNear(start, step: 0.4) { point in
            guard point[1] < log(Self.widest), point[1] > -12, abs(point[0]) < 1000 else { return .infinity }
            let (mu, sigma) = shape(point[0], point[1])
            let curve = LogNormalTail(mu: mu, sigma: sigma, xmin: xmin)
            let whole = curve.logWhole
            return -tail.reduce(0) { $0 + $1.n * (curve.logMass($1.x) - whole) } / count
        }
        (mu, sigma) = shape(best[0], best[1])
        self.xmin = xmin
    }

    init(mu: Double, sigma: Double, xmin: Int) { (self.mu, self.sigma, self.xmin) = (mu, sigma, xmin) }

    /// The share of the tail that is at least x.
    package func reaching(_ x: Double) -> Double { exp(logNormalTail(place(x - 0.5)) - logWhole) }

    /// ln p(x).
    func logProbability(_ x: Double) -> Double { logMass(x) - logWhole }

    private func place(_ x: Double) -> Double { (log(x) - mu) / sigma }
    private var logWhole: Double { logNormalTail(place(Double(xmin) - 0.5)) }

    private func logMass(_ x: Double) -> Double {
        if x >= 1e5 {
            // So narrow a step that the curve's height times its width is exact, and a difference would not be.
            let z = place(x)
            return -z * z / 2 - 0.5 * log(2 * .pi) - log(sigma * x)
        }
        var (low, high) = (place(x - 0.5), place(x + 0.5))
        if low < 0, high < 0 { (low, high) = (-high, -low) }
        let (a, b) = (logNormalTail(low), logNormalTail(high))
        return a + log(-expm1(b - a))
    }
}

/// ln of what the normal distribution has above z, far out too.
private func logNormalTail(_ z: Double) -> Double {
    if z < 30 { return log(0.5 * erfc(z / 2.0.squareRoot())) }
    let t = 1 / (z * z)
    return -z * z / 2 - log(z * (2 * .pi).squareRoot()) + log1p(-t * (1 - 3 * t * (1 - 5 * t * (1 - 7 * t))))
}
