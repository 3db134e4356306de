import Graph
import Numerics
import Testing

/// The fit of a core and a periphery against Pearson's correlation over all pairs, and against all cores there are.
@Suite struct CorePeripheryTests {
    private func correlation(_ ties: Ties, _ core: Set<Int>) -> Double? {
        let tied = Set(zip(ties.left, ties.right).map { $0 * ties.count + $1 })
        var (xs, ys): ([Double], [Double]) = ([], [])
        for b in 0..<ties.count {
            for a in 0..<b {
                xs.append(tied.contains(a * ties.count + b) ? 1 : 0)
                ys.append(core.contains(a) || core.contains(b) ? 1 : 0)
            }
        }
        let (mx, my) = (xs.reduce(0, +) / Double(xs.count), ys.reduce(0, +) / Double(ys.count))
        let xy = zip(xs, ys).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
        let xx = xs.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }
        let yy = ys.reduce(0) { $0 + ($1 - my) * ($1 - my) }
        return xx * yy > 0 ? xy / (xx * yy).squareRoot() : nil
    }

    private func chance(_ n: Int, _ share: Double, _ seed: UInt64) -> Ties {
        var random = SeededRandom(seed: seed)
        return Ties(
            count: n,
            (0..<n).flatMap { b in (0..<b).filter { _ in random.uniform() < share }.map { ($0, b, 1) } })
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func isPearsonsCorrelationAndNearTheBestOfAllCores(seed: UInt64) throws {
        let ties = chance(9, 0.3, seed)
        let fit = try #require(ties.corePeriphery())
        #expect(abs((correlation(ties, Set(fit.core)) ?? 0) - fit.correlation) < 1e-12)
        let best =
            (1..<(1 << 9)).compactMap { bits in
                correlation(ties, Set((0..<9).filter { bits >> $0 & 1 == 1 }))
            }.max() ?? 0
        #expect(fit.correlation <= best + 1e-12)
        #expect(fit.correlation > 0.75 * best)
    }

    /// Three who are tied to one another and to all of five, who are not tied among themselves.
    @Test func coreOfThree() throws {
        let ties = Ties(count: 8, ClosedFormTests.complete(3) + (3..<8).flatMap { p in (0..<3).map { ($0, p, 1) } })
        let fit = try #require(ties.corePeriphery())
        #expect(fit.core == [0, 1, 2] && abs(fit.correlation - 1) < 1e-12)
    }
}
