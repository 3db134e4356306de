extension SortedCounts {
    /// How unequal the counts are: 0 when all are the same, (n − 1) / n when one holds everything; 0 when there is nothing to hold.
    ///
    ///     SortedCounts([1, 1, 1, 1]).gini  → 0
    ///     SortedCounts([0, 0, 0, 8]).gini  → 0.75
    ///
    /// The plain coefficient of the whole listing, zeros included, not corrected for its size:
    /// G = 2 · Σ i·xᵢ / (n · Σ xᵢ) − (n + 1) / n with x ascending and i from 1.
    /// Source: C. Gini, "Variabilità e mutabilità" (1912), in the form for ordered data; equal to half the mean absolute
    /// difference of all pairs divided by the mean.
    package var gini: Double {
        guard sum > 0 else { return 0 }
        var weighted = 0.0
        var total = 0.0
        for (i, value) in values.enumerated() {
            weighted += Double(i + 1) * Double(value)
            total += Double(value)
        }
        let n = Double(count)
        return 2 * weighted / (n * total) - (n + 1) / n
    }
}
