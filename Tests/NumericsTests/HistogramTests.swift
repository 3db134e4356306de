import Numerics
import Testing

@Suite struct HistogramTests {
    @Test func binsByPowersOfTwo() {
        let bins = SortedCounts([0, 1, 2, 3, 9]).powersOfTwo
        #expect(bins.map(\.lower) == [1, 2, 4, 8])
        #expect(bins.map(\.count) == [1, 2, 0, 1])
        #expect(SortedCounts([0, 0]).powersOfTwo.isEmpty)
        #expect(SortedCounts([.max]).powersOfTwo.last == PowerBin(lower: 1 << 62, count: 1))
    }

    @Test(arguments: worlds) func agreesWithBruteForceAndLosesNoRow(_ values: [Int]) {
        let counts = SortedCounts(values)
        let bins = counts.powersOfTwo
        #expect(bins.reduce(0) { $0 + $1.count } == counts.count - counts.zeros)
        for bin in bins {
            #expect(bin.count == values.count { bin.lower <= $0 && $0 < 2 * bin.lower })
        }
    }
}
