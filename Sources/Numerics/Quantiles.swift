extension SortedCounts {
    /// The value below which a share of the values lies, by linear interpolation between order statistics; nil when empty.
    ///
    ///     SortedCounts([1, 2, 3, 4]).quantile(0.5)  → 2.5
    ///     SortedCounts([10, 20]).quantile(0.25)     → 12.5
    ///
    /// `share` from 0 to 1. With h = (n − 1) · share, the result is x[⌊h⌋] + (h − ⌊h⌋) · (x[⌊h⌋ + 1] − x[⌊h⌋]).
    /// Source: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996),
    /// definition 7: what R, NumPy and spreadsheets compute when nothing is said.
    package func quantile(_ share: Double) -> Double? {
        precondition((0...1).contains(share), "a share lies between 0 and 1")
        guard !isEmpty else { return nil }
        let position = Double(count - 1) * share
        let below = Int(position)
        let low = Double(values[below])
        guard below + 1 < count else { return low }
        return low + (position - Double(below)) * (Double(values[below + 1]) - low)
    }

    package var median: Double? { quantile(0.5) }
}
