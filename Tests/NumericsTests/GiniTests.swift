import Numerics
import Testing

@Suite struct GiniTests {
    @Test func knownCases() {
        #expect(SortedCounts([1, 1, 1, 1]).gini == 0)
        #expect(SortedCounts([0, 0, 0, 8]).gini == 0.75)
        #expect(SortedCounts([0, 0]).gini == 0)
        #expect(SortedCounts([]).gini == 0)
    }

    /// Half the mean absolute difference of all ordered pairs, divided by the mean.
    @Test(arguments: worlds) func agreesWithTheMeanDifferenceOfPairs(_ values: [Int]) {
        guard values.reduce(0, +) > 0 else { return }
        let pairs = values.flatMap { a in values.map { abs(a - $0) } }.reduce(0, +)
        let n = Double(values.count)
        let mean = Double(values.reduce(0, +)) / n
        #expect(abs(SortedCounts(values).gini - Double(pairs) / (2 * n * n * mean)) < 1e-12)
    }

    @Test(arguments: worlds) func doesNotDependOnTheUnit(_ values: [Int]) {
        #expect(abs(SortedCounts(values).gini - SortedCounts(values.map { $0 * 1000 }).gini) < 1e-12)
    }
}
