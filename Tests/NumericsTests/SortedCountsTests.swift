import Numerics
import Testing

/// Small made-up counters: a few great ones, many zeros, in an order of their own.
let worlds: [[Int]] = [
    [], [0], [7], [0, 0, 0, 8], [1, 1, 1, 1], [5, 0, 1, 0], [3, 9, 2, 0, 0, 120, 4],
    (1...101).map { $0 * 37 % 101 }, (0..<250).map { $0 % 50 == 0 ? $0 * $0 : $0 % 3 },
]

@Suite struct SortedCountsTests {
    @Test(arguments: worlds) func ordersWithoutLosing(_ values: [Int]) {
        let counts = SortedCounts(values)
        #expect(counts.values == values.sorted())
        #expect(counts.sum == values.reduce(0, +))
        #expect(counts.zeros == values.count { $0 == 0 })
        #expect(counts == SortedCounts(values.reversed()))
    }

    @Test(arguments: worlds) func topSharesAgreeWithBruteForce(_ values: [Int]) {
        let counts = SortedCounts(values)
        let descending = values.sorted(by: >)
        for rows in 0...values.count {
            #expect(counts.greatest(rows) == descending.prefix(rows).reduce(0, +))
        }
        #expect(counts.withoutGreatest.sum == descending.dropFirst().reduce(0, +))
    }

    @Test(arguments: worlds) func findsTheFirstAtLeast(_ values: [Int]) {
        let counts = SortedCounts(values)
        for value in [0, 1, 2, 8, 100, 100_000] {
            #expect(counts.firstIndex(atLeast: value) == values.count { $0 < value })
        }
    }

    @Test func aSumStaysAtTheGreatestNumber() {
        let counts = SortedCounts([.max, .max, 1])
        #expect(counts.sum == .max)
        #expect(counts.greatest(2) == .max)
        #expect((0...1).contains(counts.gini))
    }
}
