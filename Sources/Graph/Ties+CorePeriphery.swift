extension Ties {
    /// A core that is tied to all, and a periphery that is tied to the core alone: how well the ties fit that picture.
    package struct CorePeriphery: Equatable, Sendable {
        /// Vertices of the core, ascending.
        package let core: [Int]
        /// Pearson's correlation, over all pairs of vertices, of being tied and of having one end in the core: 1 is a perfect
        /// core and periphery.
        package let correlation: Double
    }

    /// The best fit among the cores that take the vertices of highest degree: one, two, three, … of them.
    ///
    /// A star fits perfectly, and a network in which all or none are tied has no fit (nil). The pattern is the one of Borgatti
    /// and Everett (1999), discrete model: a pair should be tied where an end is in the core. They search all cores; that is
    /// not possible but for small networks, so the candidates are the n − 1 beginnings of the list by degree, as Lip (2011)
    /// proves best for a like criterion. Among equal degrees the smaller number comes first; of equal fits the smaller core wins.
    package func corePeriphery() -> CorePeriphery? {
        let order = byDegree
        var best: (size: Int, correlation: Double)?
        var outside = edgeCount
        let joined = tiesToLater(order)
        for size in 1..<max(2, count) where size < count {
            outside -= joined[order[size - 1]]
            guard let fit = fit(core: size, tiesOutside: outside) else { continue }
            if fit > (best?.correlation ?? -2) + 1e-12 { best = (size, fit) }
        }
        return best.map { CorePeriphery(core: order.prefix($0.size).sorted(), correlation: $0.correlation) }
    }

    private var byDegree: [Int] {
        let degrees = degrees
        return (0..<count).sorted { (-degrees[$0], $0) < (-degrees[$1], $1) }
    }

    /// For each vertex, how many ties leave the periphery when it joins the core: those to vertices later in the order.
    private func tiesToLater(_ order: [Int]) -> [Int] {
        var rank = [Int](repeating: 0, count: count)
        for (place, vertex) in order.enumerated() { rank[vertex] = place }
        var joined = [Int](repeating: 0, count: count)
        for i in 0..<edgeCount { joined[rank[left[i]] < rank[right[i]] ? left[i] : right[i]] += 1 }
        return joined
    }

    /// The phi coefficient of two yes-or-no questions over all pairs: tied or not, touching the core or not.
    private func fit(core: Int, tiesOutside: Int) -> Double? {
        let pairs = Double(count) * Double(count - 1) / 2
        let loose = Double(count - core) * Double(count - core - 1) / 2
        let (tied, touching) = (Double(edgeCount), pairs - loose)
        let both = Double(edgeCount - tiesOutside)
        let spread = tied * (pairs - tied) * touching * (pairs - touching)
        return spread > 0 ? (pairs * both - tied * touching) / spread.squareRoot() : nil
    }
}
