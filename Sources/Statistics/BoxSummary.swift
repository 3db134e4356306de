/// What a box plot shows of some values.
///
///     let box = try #require(BoxSummary([1, 2, 3, 4, 20]))
///     box.median → 3, box.q1 → 2, box.q3 → 4, box.low...box.high → 1...4, box.outliers → [20]
///
/// Source: Tukey (1977): whiskers reach the farthest value within one and a half times the box's length, and what lies
/// farther out is a dot. Quartiles interpolate between neighbors (Hyndman and Fan's type 7).
package struct BoxSummary: Equatable, Sendable {
    package let n: Int
    package let low: Double
    package let q1: Double
    package let median: Double
    package let q3: Double
    package let high: Double
    package let mean: Double
    /// In rising order.
    package let outliers: [Double]

    /// nil without values.
    package init?(_ values: [Double]) {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        n = sorted.count
        (q1, median, q3) = (
            Self.quantile(sorted, 0.25), Self.quantile(sorted, 0.5), Self.quantile(sorted, 0.75)
        )
        mean = Statistics.mean(sorted)
        let reach = 1.5 * (q3 - q1)
        let fences = (q1 - reach)...(q3 + reach)
        let inside = sorted.filter { fences.contains($0) }
        // The quartiles themselves lie within the fences, so some value does.
        (low, high) = (inside.first ?? median, inside.last ?? median)
        outliers = sorted.filter { !fences.contains($0) }
    }

    /// The value below which a share of sorted values lies.
    package static func quantile(_ sorted: [Double], _ share: Double) -> Double {
        let position = Double(sorted.count - 1) * share
        let below = Int(position)
        guard below + 1 < sorted.count else { return sorted[below] }
        return sorted[below] + (position - Double(below)) * (sorted[below + 1] - sorted[below])
    }
}
