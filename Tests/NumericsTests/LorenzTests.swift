import Numerics
import Testing

@Suite struct LorenzTests {
    @Test func standsAtWholeRows() {
        let points = SortedCounts([0, 0, 0, 8]).lorenz(steps: 2)
        #expect(points == [.init(rows: 0, held: 0), .init(rows: 0.5, held: 0), .init(rows: 1, held: 1)])
        #expect(SortedCounts([0, 0]).lorenz(steps: 10).isEmpty)
        // More steps than rows: each row once.
        #expect(SortedCounts([1, 3]).lorenz(steps: 100).map(\.rows) == [0, 0.5, 1])
    }

    @Test(arguments: worlds) func isConvexBelowTheDiagonalAndEndsAtOne(_ values: [Int]) {
        let points = SortedCounts(values).lorenz(steps: 20)
        guard let last = points.last else { return }
        #expect(last == LorenzPoint(rows: 1, held: 1))
        #expect(points.allSatisfy { $0.held <= $0.rows + 1e-12 })
        let slopes = zip(points, points.dropFirst()).map { ($1.held - $0.held) / ($1.rows - $0.rows) }
        #expect(zip(slopes, slopes.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
    }

    /// Twice the area between diagonal and curve, by trapezoids through every row.
    @Test(arguments: worlds) func enclosesTheGini(_ values: [Int]) {
        let counts = SortedCounts(values)
        let points = counts.lorenz(steps: max(values.count, 1))
        guard !points.isEmpty else { return }
        let under = zip(points, points.dropFirst()).map { ($1.rows - $0.rows) * ($0.held + $1.held) / 2 }.reduce(0, +)
        #expect(abs(counts.gini - (1 - 2 * under)) < 1e-9)
    }
}
