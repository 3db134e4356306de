package import Numerics

/// How a counter is spread over the rows of a listing.
///
/// Rules: the top 1 % are `floor(n / 100)` rows; the Gini coefficient is the plain one, zeros included; rows without the
/// counter are `unknown` and count nowhere else.
package struct Distribution: Equatable, Sendable {
    package var known = 0
    package var unknown = 0
    package var zero = 0
    package var sum = 0
    package var median = 0.0
    package var greatest = 0
    package var gini = 0.0
    /// What the greatest `rows` rows hold, for rows = n/10000, n/1000, n/100, n/10, each rounded down, where that is ≥ 1.
    package var top: [Top] = []
    /// The Gini coefficient and the tops of the same rows without the single greatest, whose counter may be broken.
    package var giniWithoutGreatest = 0.0
    package var topWithoutGreatest: [Top] = []
    /// How often each value comes, exactly: 760,000 models have 8,613 different counters.
    package var spread = ValueCounts(of: [])

    /// What the greatest have of the whole.
    package struct Top: Equatable, Sendable {
        package var rows: Int
        package var sum: Int
        package init(rows: Int, sum: Int) {
            self.rows = rows
            self.sum = sum
        }
    }

    package init() {}

    /// The spread of these values; a value below zero is no count and is `unknown`.
    ///
    ///     Distribution(of: [0, 4, 4, -1], unknown: 2)  → known 3, unknown 3, zero 1, sum 8, median 4
    package init(of values: [Int], unknown: Int = 0) {
        let counts = SortedCounts(values.filter { $0 >= 0 })
        let others = counts.withoutGreatest
        self.known = counts.count
        self.unknown = unknown + values.count - counts.count
        self.zero = counts.zeros
        self.sum = counts.sum
        self.median = counts.median ?? 0
        self.greatest = counts.values.last ?? 0
        self.gini = counts.gini
        self.top = tops(of: counts)
        self.giniWithoutGreatest = others.gini
        self.topWithoutGreatest = tops(of: others)
        self.spread = ValueCounts(of: counts.values)
    }

    /// Share of the sum that the greatest hundredth of the rows hold; nil when there are fewer than 100 or nothing to hold.
    package var shareOfTopHundredth: Double? { share(oneOf: 100) }

    /// Share of the sum that the greatest `known / part` rows hold; `part` is 10, 100, 1000 or 10000.
    ///
    ///     spread.share(oneOf: 10)  → 0.9995      the top 10 %
    package func share(oneOf part: Int) -> Double? { held(by: known / part, of: sum, in: top) }

    /// The same, had the row with the greatest counter not been there.
    package func shareWithoutGreatest(oneOf part: Int) -> Double? {
        held(by: (known - 1) / part, of: sum - greatest, in: topWithoutGreatest)
    }

    /// Share of the rows at zero; nil when no row has the counter.
    package var shareAtZero: Double? { known > 0 ? Double(zero) / Double(known) : nil }
}

private func tops(of counts: SortedCounts) -> [Distribution.Top] {
    [10_000, 1000, 100, 10].map { counts.count / $0 }.filter { $0 >= 1 }
        .map { Distribution.Top(rows: $0, sum: counts.greatest($0)) }
}

private func held(by rows: Int, of sum: Int, in tops: [Distribution.Top]) -> Double? {
    guard rows > 0, sum > 0, let top = tops.first(where: { $0.rows == rows }) else { return nil }
    return Double(top.sum) / Double(sum)
}
