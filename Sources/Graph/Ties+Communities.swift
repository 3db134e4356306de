extension Ties {
    /// Groups whose members are tied among themselves more than chance would have it, the largest first.
    package struct Communities: Equatable, Sendable {
        package let of: [Int]
        package let sizes: [Int]
        /// Newman's modularity of the division, by weight; nil without ties.
        package let modularity: Double?
    }

    /// Communities by the Leiden algorithm, run with this seed until nothing moves. A vertex without ties is one by itself.
    ///
    /// Source: Traag, Waltman, van Eck (2019).
    package func communities(seed: UInt64 = 1) throws -> Communities {
        guard weights.contains(where: { $0 > 0 }) else {
            return Communities(of: Array(0..<count), sizes: [Int](repeating: 1, count: count), modularity: nil)
        }
        let (of, sizes) = Self.ranked(try Engine.on(self, "communities", seed: seed) { try $0.leiden() })
        return Communities(of: of, sizes: sizes, modularity: modularity(of: of))
    }

    /// Q = Σ over communities of (weight inside / all weight − (strength / twice all weight)²); nil without weight.
    ///
    /// Source: Newman (2004), "Analysis of weighted networks".
    package func modularity(of groups: [Int]) -> Double? {
        let all = weights.reduce(0, +)
        guard all > 0 else { return nil }
        let number = (groups.max() ?? -1) + 1
        var inside = [Double](repeating: 0, count: number)
        var strength = inside
        for i in 0..<edgeCount {
            strength[groups[left[i]]] += weights[i]
            strength[groups[right[i]]] += weights[i]
            if groups[left[i]] == groups[right[i]] { inside[groups[left[i]]] += weights[i] }
        }
        return (0..<number).reduce(0) { sum, group in
            let share = strength[group] / (2 * all)
            return sum + inside[group] / all - share * share
        }
    }
}
