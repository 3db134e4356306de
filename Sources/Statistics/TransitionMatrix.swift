/// How often one class becomes another, and the order of classes that the changes best agree with.
///
///     let matrix = TransitionMatrix([[5, 3], [1, 5]])
///     matrix.drift(0, 1)             → 0.5        (3 − 1) / (3 + 1)
///     matrix.bestOrder               → [0, 1]
///     matrix.agreement(with: [0, 1]) → changes 0.75, directions 1
///
/// Drift and ordering as in Laufer, Oderinwale and Kleinberg, "Anatomy of a machine learning ecosystem" (2025): with n_ij
/// the children of class j whose parent is of class i, drift is (n_ij − n_ji) / (n_ij + n_ji); an ordering explains a pair's
/// direction when the class that more children leave than enter comes first, and a change when it leads to a later class.
package struct TransitionMatrix: Equatable, Sendable {
    /// Rows are parents, columns children.
    package let counts: [[Int]]

    /// How far changes keep to an order; nil where there is nothing to agree with.
    package struct Agreement: Equatable, Sendable {
        /// Share of the changes that lead forward.
        package var changes: Double?
        /// Share of the pairs with a drift whose drift leads forward.
        package var directions: Double?
    }

    package init(_ counts: [[Int]]) {
        precondition(counts.allSatisfy { $0.count == counts.count }, "a matrix of transitions is square")
        self.counts = counts
    }

    package var size: Int { counts.count }

    /// Between −1 and 1; positive: more go from i to j than back. Nil where nothing goes either way, and for a class itself.
    package func drift(_ i: Int, _ j: Int) -> Double? {
        let both = counts[i][j] + counts[j][i]
        return i == j || both == 0 ? nil : Double(counts[i][j] - counts[j][i]) / Double(both)
    }

    /// Children whose class is not their parent's.
    package var changes: Int {
        (0..<size).reduce(0) { sum, i in sum + counts[i].reduce(0, +) - counts[i][i] }
    }

    package func agreement(with order: [Int]) -> Agreement {
        var (forward, along, pairs) = (0, 0, 0)
        for (place, i) in order.enumerated() {
            for j in order[(place + 1)...] {
                forward += counts[i][j]
                if counts[i][j] != counts[j][i] { pairs += 1 }
                if counts[i][j] > counts[j][i] { along += 1 }
            }
        }
        let all = changes
        return Agreement(
            changes: all > 0 ? Double(forward) / Double(all) : nil,
            directions: pairs > 0 ? Double(along) / Double(pairs) : nil)
    }

    /// The order in which most changes lead forward: exact, by dynamic programming over sets of classes (Held and Karp 1962;
    /// Grötschel, Jünger and Reinelt 1984 call it the linear ordering problem). Of equal orders the one that keeps to the
    /// given order longest, from the front.
    ///
    /// At most 16 classes: time and memory double with each.
    package var bestOrder: [Int] {
        precondition(size <= 16, "too many classes to try all orders")
        let sets = 1 << size
        // The most changes that can lead forward among the classes of a set, when these come last.
        var best = [Int](repeating: -1, count: sets)
        var first = [Int8](repeating: -1, count: sets)
        best[0] = 0
        for set in 1..<max(1, sets) {
            for i in 0..<size where set & (1 << i) != 0 {
                let rest = set ^ (1 << i)
                let forward = best[rest] + gain(of: i, before: rest)
                if forward > best[set] { (best[set], first[set]) = (forward, Int8(i)) }
            }
        }
        var order: [Int] = []
        var set = sets - 1
        while set > 0 {
            let i = Int(first[set])
            order.append(i)
            set ^= 1 << i
        }
        return order
    }

    private func gain(of i: Int, before set: Int) -> Int {
        (0..<size).reduce(0) { set & (1 << $1) != 0 ? $0 + counts[i][$1] : $0 }
    }
}
