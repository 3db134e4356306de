/// A point of the Lorenz curve: the poorest `rows` share of the rows holds the `held` share of the sum.
package struct LorenzPoint: Equatable, Sendable {
    package var rows: Double
    package var held: Double

    package init(rows: Double, held: Double) {
        self.rows = rows
        self.held = held
    }
}

extension SortedCounts {
    /// The Lorenz curve at `steps` equal steps of rows, from (0, 0) to (1, 1); empty when there is nothing to hold.
    ///
    ///     SortedCounts([0, 0, 0, 8]).lorenz(steps: 2)  → (0, 0), (0.5, 0), (1, 1)
    ///
    /// Step k stands at ⌊n·k / steps⌋ rows, and `rows` is that number divided by n: a point is never between two rows.
    /// Source: M. O. Lorenz, "Methods of Measuring the Concentration of Wealth" (1905).
    package func lorenz(steps: Int) -> [LorenzPoint] {
        precondition(steps > 0, "a curve has at least one step")
        let total = values.reduce(0.0) { $0 + Double($1) }
        guard total > 0 else { return [] }
        var points: [LorenzPoint] = []
        var held = 0.0
        var row = 0
        for step in 0...steps {
            let end = Int(Double(count) * Double(step) / Double(steps))
            while row < end {
                held += Double(values[row])
                row += 1
            }
            let point = LorenzPoint(rows: Double(end) / Double(count), held: held / total)
            if points.last?.rows != point.rows { points.append(point) }
        }
        return points
    }
}
