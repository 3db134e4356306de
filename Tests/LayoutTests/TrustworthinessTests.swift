import Foundation
import Layout
import Numerics
import Testing

@Suite struct TrustworthinessTests {
    /// Directions along a quarter circle, each a little farther from the one before.
    private let angles = (0..<40).map { Float($0) * 0.03 + Float($0 * $0) * 0.0001 }

    @Test func isOneForATruePicture() {
        #expect(trust(angles) == 1)
        #expect(trust(angles.map { -7 * $0 }) == 1)
    }

    /// The ends change places. The nearest of 0 is then 38, of 39 it is 1, both 38th in truth; of 1 it is 39, the 39th.
    @Test func countsHowFarDownAFalseNeighborStands() {
        var swapped = angles
        swapped.swapAt(0, 39)
        let excess = 37.0 + 37 + 38
        #expect(abs(trust(swapped, k: 1) - (1 - 2 / (40 * (80.0 - 3 - 1)) * excess)) < 1e-9)
    }

    @Test func isAboutAHalfForALottery() {
        var random = SeededRandom(seed: 3)
        let drawn = angles.map { _ in Float(random.uniform()) }
        #expect(abs(trust(drawn, k: 3) - 0.5) < 0.12)
    }

    @Test func asksNoOrderOfCopies() {
        let copies = [Float](repeating: 1, count: 40)
        let places = Places(xs: angles.reversed(), ys: copies)
        #expect(trustworthiness(of: places, vectors: copies, dimensions: 1, neighbors: 5) == 1)
    }

    private func trust(_ xs: [Float], k: Int = 5) -> Double {
        trustworthiness(
            of: Places(xs: xs, ys: xs.map { _ in 0 }), vectors: angles.flatMap { [cos($0), sin($0)] }, dimensions: 2,
            neighbors: k)
    }
}
