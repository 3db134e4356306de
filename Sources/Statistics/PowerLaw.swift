package import Numerics

#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// A power law of whole numbers through the greatest of them: p(x) = x^−α / ζ(α, xmin) for x ≥ xmin.
///
///     let law = try #require(PowerLaw(spread))
///     law.alpha → 2.13, law.xmin → 47, law.tail → 9,012 values, law.distance → 0.0098
///
/// α is the one under which the values from xmin on are likeliest; xmin is the value whose law lies nearest to its tail, by
/// the greatest distance of the two distributions (Kolmogorov and Smirnov, over every whole number). Zeros are left out.
/// Source: Clauset, Shalizi and Newman (2009).
package struct PowerLaw: Equatable, Sendable {
    package let alpha: Double
    package let xmin: Int
    /// How many values lie at xmin or above.
    package let tail: Int
    /// The greatest distance of the tail from the law.
    package let distance: Double

    /// The standard error of α where the tail is long.
    package var error: Double { (alpha - 1) / Double(tail).squareRoot() }

    /// Laws of shorter tails are not looked at: what they say is chance (Clauset and others 2009, section 3.1).
    package static let shortest = 50

    /// The law of the best xmin; nil when there are fewer than `shortest` values above zero, or they are all alike.
    package init?(_ spread: ValueCounts, atLeast shortest: Int = shortest) {
        guard let law = TailSearch(spread.positive, shortest: shortest).best() else { return nil }
        self = law
    }

    /// The law of the values from `xmin` on; nil when fewer than two different ones are left.
    package init?(_ spread: ValueCounts, xmin: Int) {
        let search = TailSearch(spread.positive, shortest: 2)
        guard let first = search.values.firstIndex(where: { $0 >= xmin }) else { return nil }
        guard let law = search.law(from: first, xmin: xmin, within: .infinity) else { return nil }
        self = law
    }

    init(alpha: Double, xmin: Int, tail: Int, distance: Double) {
        (self.alpha, self.xmin, self.tail, self.distance) = (alpha, xmin, tail, distance)
    }

    /// The share of the tail that is at least x.
    package func reaching(_ x: Double) -> Double {
        HurwitzZeta.value(alpha, x) / HurwitzZeta.value(alpha, Double(xmin))
    }

    /// ln p(x).
    func logProbability(_ x: Double) -> Double { -alpha * log(x) - log(HurwitzZeta.value(alpha, Double(xmin))) }
}

/// Looks for the xmin of a power law.
struct TailSearch {
    let values: [Int]
    let logs: [Double]
    /// Of each value: how many lie at it or above, and the sum of their logarithms. One more at the end, of none.
    private let above: [Int]
    private let logSums: [Double]
    private let shortest: Int

    init(_ spread: ValueCounts, shortest: Int) {
        values = spread.values
        logs = spread.values.map { log(Double($0)) }
        var above = [Int](repeating: 0, count: values.count + 1)
        var sums = [Double](repeating: 0, count: values.count + 1)
        for i in values.indices.reversed() {
            above[i] = above[i + 1] + spread.counts[i]
            sums[i] = sums[i + 1] + Double(spread.counts[i]) * logs[i]
        }
        (self.above, logSums, self.shortest) = (above, sums, shortest)
    }

    /// Where a law may begin: two different values at least, and enough of them.
    var candidates: Range<Int> {
        let end = above.firstIndex { $0 < shortest } ?? above.count
        return 0..<max(0, min(end, values.count - 1))
    }

    /// The law of the candidate that is nearest to its tail; the smaller xmin of equals.
    func best() -> PowerLaw? {
        var best: PowerLaw?
        // A few from all over first: they leave a distance that lets most others be given up early.
        let step = max(1, candidates.count / 64)
        for first in Array(stride(from: 0, to: candidates.count, by: step)) + Array(candidates) {
            guard let law = law(from: first, xmin: values[first], within: best?.distance ?? .infinity) else { continue }
            if let old = best, (old.distance, old.xmin) <= (law.distance, law.xmin) { continue }
            best = law
        }
        return best
    }

    /// Whether any law is nearer to its tail than that.
    func isNearer(than distance: Double) -> Bool {
        candidates.contains { (law(from: $0, xmin: values[$0], within: distance)?.distance ?? .infinity) < distance }
    }

    /// The law of the tail from one place on; nil when it is farther off than `limit`, or the tail is no tail.
    func law(from first: Int, xmin: Int, within limit: Double) -> PowerLaw? {
        guard first < values.count - 1 else { return nil }
        guard let alpha = alpha(from: first, xmin: Double(xmin)) else { return nil }
        guard let distance = distance(from: first, xmin: Double(xmin), alpha: alpha, within: limit) else { return nil }
        return PowerLaw(alpha: alpha, xmin: xmin, tail: above[first], distance: distance)
    }

    /// Where the tail's mean logarithm is that of the law, by Newton's steps; nil beyond α = 100, where hardly anything is
    /// above xmin.
    private func alpha(from first: Int, xmin: Double) -> Double? {
        let wanted = logSums[first] / Double(above[first])
        let spread = wanted - log(xmin - 0.5)
        var (low, high) = (1 + 1e-9, 100.0)
        var alpha = min(max(1 + 1 / spread, 1.01), 50)
        for _ in 0..<200 {
            let zeta = HurwitzZeta.derivatives(alpha, xmin)
            let mean = -zeta.first / zeta.value
            // The mean falls while α rises.
            if mean > wanted { low = alpha } else { high = alpha }
            let slope = mean * mean - zeta.second / zeta.value
            let next = alpha - (mean - wanted) / slope
            let step = next > low && next < high ? next : (low + high) / 2
            if abs(step - alpha) < 1e-11 * alpha { return step < 99.9 ? step : nil }
            alpha = step
        }
        return nil
    }

    private func distance(from first: Int, xmin: Double, alpha: Double, within limit: Double) -> Double? {
        let whole = HurwitzZeta.value(alpha, xmin)
        let (all, last) = (Double(above[first]), values.count - 1)
        func off(_ i: Int) -> Double {
            let (x, l) = (Double(values[i]), logs[i])
            let here = HurwitzZeta.value(alpha, x, log: l)
            let next = here - exp(-alpha * l)
            return max(
                abs(here / whole - Double(above[i]) / all), abs(next / whole - Double(above[i + 1]) / all))
        }
        let step = max(1, (last - first) / 32)
        for i in stride(from: first, through: last, by: step) where off(i) > limit { return nil }
        var greatest = 0.0
        for i in first...last {
            greatest = max(greatest, off(i))
            if greatest > limit { return nil }
        }
        return greatest
    }
}
