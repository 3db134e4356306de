import Numerics
import Testing

@Suite struct QuantilesTests {
    /// What R's `quantile(x, p, type = 7)` gives.
    @Test func agreesWithTheDefinition() {
        let counts = SortedCounts([1, 2, 3, 4])
        #expect(counts.median == 2.5)
        #expect(counts.quantile(0) == 1)
        #expect(counts.quantile(1) == 4)
        #expect(counts.quantile(0.25) == 1.75)
        #expect(SortedCounts([10, 20]).quantile(0.25) == 12.5)
        #expect(SortedCounts([]).median == nil)
        #expect(SortedCounts([7]).quantile(0.9) == 7)
    }

    @Test(arguments: worlds) func risesWithTheShareAndStaysWithinTheValues(_ values: [Int]) {
        let counts = SortedCounts(values)
        let quantiles = (0...20).compactMap { counts.quantile(Double($0) / 20) }
        #expect(quantiles == quantiles.sorted())
        #expect(quantiles.first == values.min().map { Double($0) })
        #expect(quantiles.last == values.max().map { Double($0) })
    }

    @Test(arguments: worlds) func theMiddleOfAnOddCountIsAValue(_ values: [Int]) {
        guard values.count % 2 == 1 else { return }
        #expect(SortedCounts(values).median == Double(values.sorted()[values.count / 2]))
    }
}
