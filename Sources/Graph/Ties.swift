/// Who is tied to whom, without direction: pairs of vertices, each once, with a weight.
///
///     let ties = Ties(count: 4, [(0, 1, 1), (1, 2, 1), (2, 0, 1)])
///     ties.degrees → [2, 2, 2, 0]
///     try ties.components().sizes → [3, 1]
package struct Ties: Sendable {
    package let count: Int
    /// The ends of each tie: the smaller number is `left`.
    package let left: [Int]
    package let right: [Int]
    package let weights: [Double]

    package init(count: Int, _ ties: [(Int, Int, Double)]) {
        self.init(
            count: count,
            pairs: WeightedPairs(ties.lazy.filter { $0.0 != $0.1 }.map { (min($0.0, $0.1), max($0.0, $0.1), $0.2) }))
    }

    init(count: Int, pairs: WeightedPairs) {
        precondition(pairs.second.allSatisfy { $0 < count })
        self.count = count
        (left, right, weights) = (pairs.first, pairs.second, pairs.weights)
    }

    package var edgeCount: Int { left.count }

    /// With how many others each vertex is tied.
    package var degrees: [Int] {
        var degrees = [Int](repeating: 0, count: count)
        for i in 0..<edgeCount {
            degrees[left[i]] += 1
            degrees[right[i]] += 1
        }
        return degrees
    }

    /// What the ties of each vertex weigh together.
    package var strengths: [Double] {
        var strengths = [Double](repeating: 0, count: count)
        for i in 0..<edgeCount {
            strengths[left[i]] += weights[i]
            strengths[right[i]] += weights[i]
        }
        return strengths
    }

    /// The ties among some vertices, given in ascending order.
    package func induced(_ vertices: [Int]) -> Ties {
        var places = [Int](repeating: -1, count: count)
        for (place, vertex) in vertices.enumerated() { places[vertex] = place }
        var kept: [(Int, Int, Double)] = []
        for i in 0..<edgeCount where places[left[i]] >= 0 && places[right[i]] >= 0 {
            kept.append((places[left[i]], places[right[i]], weights[i]))
        }
        return Ties(count: vertices.count, kept)
    }
}
