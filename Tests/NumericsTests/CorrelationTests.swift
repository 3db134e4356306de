import Numerics
import Testing

@Suite struct CorrelationTests {
    @Test func perfectAndOpposite() {
        #expect(pearson([1, 2, 3], [2, 4, 6]) == 1)
        #expect(pearson([1, 2, 3], [6, 4, 2]) == -1)
    }

    @Test("Anscombe's first quartet (1973)")
    func anscombe() throws {
        let x: [Double] = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
        let y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
        #expect(abs(try #require(pearson(x, y)) - 0.81642) < 0.000005)
        // Far from zero nothing is lost.
        #expect(abs(try #require(pearson(x.map { $0 + 1e9 }, y)) - 0.81642) < 0.000005)
    }

    @Test func nothingToCompare() {
        #expect(pearson([1], [1]) == nil)
        #expect(pearson([], []) == nil)
        #expect(pearson([1, 2, 3], [3, 3, 3]) == nil)
    }
}
