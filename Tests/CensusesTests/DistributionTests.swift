import Censuses
import Numerics
import Testing

@Suite struct DistributionTests {
    @Test func sharesWithAndWithoutTheGreatest() {
        // One broken counter over 199 rows that hold 1 each.
        let spread = Distribution(of: [801] + [Int](repeating: 1, count: 199))
        #expect(spread.top == [.init(rows: 2, sum: 802), .init(rows: 20, sum: 820)])
        #expect(spread.shareOfTopHundredth == 0.802)
        #expect(spread.share(oneOf: 10) == 0.82)
        #expect(spread.share(oneOf: 1000) == nil)
        #expect(spread.shareWithoutGreatest(oneOf: 100) == 1.0 / 199)
        #expect(spread.shareWithoutGreatest(oneOf: 10) == 19.0 / 199)
        #expect(abs(spread.giniWithoutGreatest) < 1e-12)
        #expect(spread.gini > 0.7)
    }

    @Test func aNegativeCountIsUnknown() {
        let spread = Distribution(of: [0, 4, 4, -1], unknown: 2)
        #expect((spread.known, spread.unknown, spread.zero, spread.sum, spread.median) == (3, 3, 1, 8, 4))
        #expect(spread.spread.values == [0, 4] && spread.spread.counts == [1, 2])
    }

    @Test func nothingKnownSharesNothing() {
        #expect(Distribution(of: [], unknown: 3).shareAtZero == nil)
        #expect(Distribution(of: [0, 0]).shareAtZero == 1)
        #expect(Distribution(of: [0, 0]).shareWithoutGreatest(oneOf: 1) == nil)
    }
}
