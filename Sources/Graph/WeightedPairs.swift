/// Pairs of vertices in ascending order, each once, with the sum of its weights.
struct WeightedPairs {
    var first: [Int] = []
    var second: [Int] = []
    var weights: [Double] = []

    init(_ pairs: some Sequence<(Int, Int, Double)>) {
        // Weights are ordered, too: sums must not depend on the order in which pairs came.
        for (a, b, weight) in pairs.sorted(by: { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }) {
            if first.last == a, second.last == b {
                weights[weights.count - 1] += weight
            } else {
                first.append(a)
                second.append(b)
                weights.append(weight)
            }
        }
    }
}
