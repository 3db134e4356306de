/// Places in rising order, from 1 on; equal values share the mean of theirs.
///
///     Ranks([10, 30, 20, 20]).values → [1, 4, 2.5, 2.5]
///     Ranks([10, 30, 20, 20]).ties   → [2]: the sizes of groups of equal values
package struct Ranks: Equatable, Sendable {
    package let values: [Double]
    package let ties: [Int]

    package init(_ numbers: [Double]) {
        let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
        var values = [Double](repeating: 0, count: numbers.count)
        var ties: [Int] = []
        var first = 0
        while first < order.count {
            var last = first
            while last + 1 < order.count, numbers[order[last + 1]] == numbers[order[first]] { last += 1 }
            for place in first...last { values[order[place]] = Double(first + last) / 2 + 1 }
            if last > first { ties.append(last - first + 1) }
            first = last + 1
        }
        (self.values, self.ties) = (values, ties)
    }

    /// Σ (t³ − t) over the groups of equal values: what tests by ranks are corrected by.
    var tieSum: Double { ties.reduce(0) { $0 + Double($1) * (Double($1) * Double($1) - 1) } }
}
