/// The points that no other beats: none that costs as little or less is worth more.
///
///     ParetoFront.of(cost: [1, 2, 2, 3], worth: [5, 4, 7, 6]) → [0, 2]
///
/// Of points that cost and are worth the same the first stands for all. In rising order of cost.
package enum ParetoFront {
    package static func of(cost: [Double], worth: [Double]) -> [Int] {
        precondition(cost.count == worth.count, "every point has a cost and a worth")
        let order = cost.indices.sorted { (cost[$0], -worth[$0], $0) < (cost[$1], -worth[$1], $1) }
        var (best, front) = (-Double.infinity, [Int]())
        for i in order where worth[i] > best {
            best = worth[i]
            front.append(i)
        }
        return front
    }
}
