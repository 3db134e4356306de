/// How many values lie in [lower, 2 × lower).
package struct PowerBin: Equatable, Sendable {
    package var lower: Int
    package var count: Int

    package init(lower: Int, count: Int) {
        self.lower = lower
        self.count = count
    }
}

extension SortedCounts {
    /// The values above zero by powers of two, from 1 to the bin of the greatest, empty bins between them included.
    ///
    ///     SortedCounts([0, 1, 2, 3, 9]).powersOfTwo  → 1: 1, 2: 2, 4: 0, 8: 1
    ///
    /// Counters on the Hub reach over ten orders of magnitude: equal widths would put all but a few rows into one bin.
    package var powersOfTwo: [PowerBin] {
        guard let last = values.last, last > 0 else { return [] }
        return (0...(Int.bitWidth - 1 - last.leadingZeroBitCount)).map { power in
            let lower = 1 << power
            let (upper, overflow) = lower.addingReportingOverflow(lower)
            let end = overflow ? count : firstIndex(atLeast: upper)
            return PowerBin(lower: lower, count: end - firstIndex(atLeast: lower))
        }
    }
}
