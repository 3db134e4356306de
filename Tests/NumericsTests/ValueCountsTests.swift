import Numerics
import Testing

@Suite struct ValueCountsTests {
    @Test func countsValues() {
        let spread = ValueCounts(of: [3, 0, 1, 3])
        #expect(spread.values == [0, 1, 3] && spread.counts == [1, 1, 2])
        #expect(spread.count == 4 && spread.sum == 7 && spread.zeros == 1)
        #expect(spread.positive == ValueCounts(of: [1, 3, 3]))
        #expect(spread.withoutGreatest == ValueCounts(of: [0, 1, 3]))
        #expect(spread.withoutGreatest.withoutGreatest == ValueCounts(of: [0, 1]))
        #expect(ValueCounts(of: []).isEmpty && ValueCounts(of: []).withoutGreatest.isEmpty)
    }

    @Test func refusesWhatIsNoCount() {
        #expect(ValueCounts(values: [0, 2], counts: [5, 1]) == ValueCounts(of: [0, 0, 0, 0, 0, 2]))
        #expect(ValueCounts(values: [2, 2], counts: [5, 1]) == nil)
        #expect(ValueCounts(values: [-1, 2], counts: [5, 1]) == nil)
        #expect(ValueCounts(values: [1, 2], counts: [5, 0]) == nil)
        #expect(ValueCounts(values: [1, 2], counts: [5]) == nil)
        #expect(ValueCounts(values: [1, 2], counts: [.max, 1]) == nil)
    }

    @Test func herfindahl() throws {
        #expect(abs(try #require(ValueCounts(of: [50, 30, 20]).herfindahl) - 0.38) < 1e-15)
        #expect(ValueCounts(of: [7, 7, 7, 7]).herfindahl == 0.25)
        #expect(ValueCounts(of: [0, 0, 9]).herfindahl == 1)
        #expect(ValueCounts(of: [0, 0]).herfindahl == nil && ValueCounts(of: []).herfindahl == nil)
        #expect(ValueCounts(of: [.max, .max]).herfindahl == 0.5)
    }

    @Test func lorenz() {
        #expect(
            ValueCounts(of: [0, 0, 0, 8]).lorenz(tolerance: 0)
                == [.init(rows: 0, held: 0), .init(rows: 0.75, held: 0), .init(rows: 1, held: 1)])
        #expect(ValueCounts(of: [5, 5]).lorenz(tolerance: 0) == [.init(rows: 0, held: 0), .init(rows: 1, held: 1)])
        #expect(ValueCounts(of: [0]).lorenz(tolerance: 0).isEmpty && ValueCounts(of: []).lorenz(tolerance: 0).isEmpty)
        let square = ValueCounts(of: (1...1000).map { $0 * $0 })
        let few = square.lorenz(tolerance: 0.002)
        #expect(few.count < 40 && few.first?.rows == 0 && few.last?.held == 1)
        // Between the few no point of the whole curve is farther off than said.
        for point in square.lorenz(tolerance: 0) {
            let right = few.firstIndex { $0.rows >= point.rows } ?? few.count - 1
            let (a, b) = (few[max(0, right - 1)], few[right])
            let share = b.rows > a.rows ? (point.rows - a.rows) / (b.rows - a.rows) : 1
            #expect(abs(a.held + share * (b.held - a.held) - point.held) <= 0.002 + 1e-12)
        }
    }

    @Test func reaching() {
        let steps = ValueCounts(of: [0, 1, 3, 3]).reaching
        #expect(steps.map(\.value) == [1, 3] && steps.map(\.share) == [0.75, 0.5])
        #expect(ValueCounts(of: [0]).reaching.isEmpty)
    }
}

@Suite struct BinomialTests {
    /// Mean and spread of many draws, on both sides of a half.
    @Test(arguments: [(1000, 0.01), (1000, 0.4), (200, 0.9)]) func drawn(count: Int, share: Double) {
        var random = SeededRandom(seed: 3)
        let draws = (0..<4000).map { _ in Double(random.binomial(count, share)) }
        let mean = draws.reduce(0, +) / 4000
        let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4000
        let expected = Double(count) * share * (1 - share)
        #expect(abs(mean - Double(count) * share) < 4 * (expected / 4000).squareRoot())
        #expect(abs(variance / expected - 1) < 0.1)
    }

    @Test func certainties() {
        var random = SeededRandom(seed: 3)
        #expect(random.binomial(50, 0) == 0 && random.binomial(50, 1) == 50 && random.binomial(0, 0.5) == 0)
    }
}
