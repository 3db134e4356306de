import Numerics

extension Ties {
    /// Who lies between others.
    package struct Betweenness: Equatable, Sendable {
        /// Share of the shortest paths between all other pairs that lead over each vertex, 0 to 1.
        package let shares: [Double]
        /// From how many vertices paths were followed; all of them when it is exact.
        package let sources: Int
        package let isExact: Bool
    }

    /// Betweenness of all vertices over unweighted ties: exact while vertices × ties stay within `budget`, else estimated from
    /// paths that begin at as many vertices, drawn by chance, as the budget allows (at least 50), and scaled up.
    ///
    /// Source: Freeman (1977); Brandes (2001); Brandes and Pich (2007) for the estimate.
    package func betweenness(budget: Int = 100_000_000, seed: UInt64 = 1) throws -> Betweenness {
        guard count > 2, edgeCount > 0 else {
            return Betweenness(shares: [Double](repeating: 0, count: count), sources: count, isExact: true)
        }
        let degrees = degrees
        let tied = (0..<count).filter { degrees[$0] > 0 }
        let most = max(50, budget / edgeCount)
        let isExact = tied.count <= most
        var random = SeededRandom(seed: seed)
        let sources = isExact ? tied : random.sample(most, of: tied.count).map { tied[$0] }
        let sums = try Engine.on(self, "betweenness") { try $0.betweenness(from: sources) }
        let pairs = Double(count - 1) * Double(count - 2) / 2
        let scale = Double(tied.count) / Double(sources.count) / pairs
        return Betweenness(shares: sums.map { $0 * scale }, sources: isExact ? count : sources.count, isExact: isExact)
    }
}
