import Testing

@testable import Statistics

@Suite struct TransitionMatrixTests {
    @Test func driftIsTheDifferenceOverTheSum() {
        let matrix = TransitionMatrix([[5, 3, 0], [1, 5, 4], [0, 4, 0]])
        #expect(matrix.drift(0, 1) == 0.5)
        #expect(matrix.drift(1, 0) == -0.5)
        #expect(matrix.drift(1, 2) == 0)
        #expect(matrix.drift(0, 2) == nil)
        #expect(matrix.drift(0, 0) == nil)
        #expect(matrix.changes == 12)
    }

    @Test func theBestOrderLeadsMostChangesForward() {
        // By hand: c before a before b leads 9 + 6 + 2 forward; 1 + 1 + 3 go back.
        let matrix = TransitionMatrix([[0, 6, 1], [1, 0, 3], [9, 2, 0]])
        #expect(matrix.bestOrder == [2, 0, 1])
        let agreement = matrix.agreement(with: [2, 0, 1])
        #expect(agreement.changes == 17.0 / 22)
        // a → b and c → a lead forward, b → c does not.
        #expect(agreement.directions == 2.0 / 3)
    }

    @Test func equalOrdersKeepTheGivenOne() {
        #expect(TransitionMatrix([[1, 2], [2, 1]]).bestOrder == [0, 1])
        let agreement = TransitionMatrix([[1, 2], [2, 1]]).agreement(with: [0, 1])
        #expect(agreement.changes == 0.5)
        #expect(agreement.directions == nil)
    }

    @Test func nothingHasAnOrder() {
        #expect(TransitionMatrix([]).bestOrder == [])
        #expect(TransitionMatrix([[7]]).bestOrder == [0])
        #expect(TransitionMatrix([[7]]).agreement(with: [0]).changes == nil)
    }

    /// Against all orders of seven classes, tried one by one.
    @Test func isAsGoodAsTryingAll() {
        var seed = 7
        func next() -> Int {
            seed = (seed &* 1_103_515_245 &+ 12345) & 0x7fff_ffff
            return seed >> 16 & 15
        }
        let matrix = TransitionMatrix((0..<7).map { _ in (0..<7).map { _ in next() } })
        func most(_ order: [Int], _ rest: [Int]) -> Double {
            if rest.isEmpty { return matrix.agreement(with: order).changes! }
            return rest.map { i in most(order + [i], rest.filter { $0 != i }) }.max()!
        }
        #expect(matrix.agreement(with: matrix.bestOrder).changes! == most([], Array(0..<7)))
    }
}
