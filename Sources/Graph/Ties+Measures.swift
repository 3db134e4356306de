extension Ties {
    /// The connected parts: which one each vertex is of, and how large each is; the largest is number 0.
    package struct Components: Equatable, Sendable {
        package let of: [Int]
        package let sizes: [Int]

        /// The vertices of one part, ascending.
        package func members(_ component: Int) -> [Int] { of.indices.filter { of[$0] == component } }

        /// Share of all vertices that the largest part holds; nil when there are none.
        package var giantShare: Double? { sizes.first.map { Double($0) / Double(of.count) } }
    }

    package func components() throws -> Components {
        let (of, sizes) = Self.ranked(try Engine.on(self, "components") { try $0.components() })
        return Components(of: of, sizes: sizes)
    }

    /// Pearson's correlation of the degrees at both ends of the ties; nil where all are equal.
    ///
    /// Source: Newman (2002), "Assortative mixing in networks".
    package func degreeAssortativity() throws -> Double? {
        // igraph gives rounding noise over rounding noise where all ends have the same degree.
        let degrees = degrees
        guard Set(left.map { degrees[$0] } + right.map { degrees[$0] }).count > 1 else { return nil }
        return try Engine.on(self, "assortativity") { try $0.assortativity() }
    }

    /// Three times the triangles, of all paths of two ties; nil without such a path.
    package func globalClustering() throws -> Double? {
        try Engine.on(self, "clustering") { try $0.globalClustering() }
    }

    /// The mean share of a vertex's neighbors' pairs that are tied; vertices with fewer than two neighbors count as 0.
    ///
    /// Source: Watts and Strogatz (1998).
    package func meanLocalClustering() throws -> Double? {
        count == 0 ? nil : try Engine.on(self, "clustering") { try $0.meanLocalClustering() }
    }

    /// For each vertex the greatest k of a part in which all have k ties or more. Source: Seidman (1983).
    package func coreness() throws -> [Int] { try Engine.on(self, "k-cores") { try $0.coreness() } }

    /// Numbers groups anew by size, the largest first; equals by their first vertex.
    static func ranked(_ groups: [Int]) -> (of: [Int], sizes: [Int]) {
        let count = (groups.max() ?? -1) + 1
        var sizes = [Int](repeating: 0, count: count)
        var firsts = [Int](repeating: .max, count: count)
        for (vertex, group) in groups.enumerated() {
            sizes[group] += 1
            firsts[group] = min(firsts[group], vertex)
        }
        let order = (0..<count).filter { sizes[$0] > 0 }.sorted { (-sizes[$0], firsts[$0]) < (-sizes[$1], firsts[$1]) }
        var ranks = [Int](repeating: 0, count: count)
        for (rank, group) in order.enumerated() { ranks[group] = rank }
        return (groups.map { ranks[$0] }, order.map { sizes[$0] })
    }
}
