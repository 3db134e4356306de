/// How often each value comes: 760,000 counters are 8,613 different ones. Values rise, counts are above zero.
///
///     let spread = ValueCounts(of: [3, 0, 1, 3])
///     spread.values → [0, 1, 3], spread.counts → [1, 1, 2]
///     spread.count → 4, spread.sum → 7.0
///
/// Nothing is below zero; a sum is a `Double`, so that a hostile counter cannot stop the work.
package struct ValueCounts: Equatable, Sendable {
    package let values: [Int]
    package let counts: [Int]
    package let count: Int
    package let sum: Double

    package init(of numbers: [Int]) {
        var (values, counts): ([Int], [Int]) = ([], [])
        for value in numbers.sorted() {
            if values.last == value {
                counts[counts.count - 1] += 1
            } else {
                values.append(value)
                counts.append(1)
            }
        }
        self.init(rising: values, counts: counts)
    }

    /// Nil when values do not rise from zero or above, or a count is not above zero.
    package init?(values: [Int], counts: [Int]) {
        guard values.count == counts.count, values.first ?? 0 >= 0, counts.allSatisfy({ $0 > 0 }),
            zip(values, values.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        var count = 0
        for next in counts {
            let (total, overflow) = count.addingReportingOverflow(next)
            guard !overflow else { return nil }
            count = total
        }
        self.init(rising: values, counts: counts)
    }

    private init(rising values: [Int], counts: [Int]) {
        precondition(values.first ?? 0 >= 0, "a count is never negative")
        self.values = values
        self.counts = counts
        count = counts.reduce(0, +)
        sum = zip(values, counts).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }

    package var isEmpty: Bool { values.isEmpty }
    package var zeros: Int { values.first == 0 ? counts[0] : 0 }

    /// What is above zero.
    package var positive: ValueCounts {
        zeros == 0 ? self : ValueCounts(rising: Array(values.dropFirst()), counts: Array(counts.dropFirst()))
    }

    /// The same without one of the greatest: what is left when one counter is broken.
    package var withoutGreatest: ValueCounts {
        guard let last = counts.last else { return self }
        if last == 1 { return ValueCounts(rising: values.dropLast(), counts: counts.dropLast()) }
        return ValueCounts(rising: values, counts: counts.dropLast() + [last - 1])
    }
}

extension ValueCounts {
    /// How much is in few hands: the sum of squared shares, from 1 / count (all alike) to 1 (one has everything); nil when
    /// there is nothing to share.
    ///
    ///     ValueCounts(of: [50, 30, 20]).herfindahl → 0.38
    ///
    /// Sources: Hirschman (1945), Herfindahl (1950).
    package var herfindahl: Double? {
        guard sum > 0 else { return nil }
        return zip(values, counts).reduce(0) { $0 + Double($1.1) * (Double($1.0) / sum) * (Double($1.0) / sum) }
    }

    /// The Lorenz curve as the fewest points from which no other lies more than `tolerance` off; (0, 0) and (1, 1) are
    /// among them. Empty when there is nothing to hold.
    ///
    /// The curve bends only between values, so it is exact there; points are then left out as by Ramer, Douglas and Peucker.
    package func lorenz(tolerance: Double) -> [LorenzPoint] {
        guard sum > 0 else { return [] }
        var (points, rows, held) = ([LorenzPoint(rows: 0, held: 0)], 0.0, 0.0)
        for (value, times) in zip(values, counts) {
            rows += Double(times)
            held += Double(value) * Double(times)
            points.append(LorenzPoint(rows: rows / Double(count), held: min(1, held / sum)))
        }
        points[points.count - 1] = LorenzPoint(rows: 1, held: 1)
        var kept = [Bool](repeating: false, count: points.count)
        (kept[0], kept[points.count - 1]) = (true, true)
        var open = [0..<points.count - 1]
        while let part = open.popLast() {
            let (a, b) = (points[part.lowerBound], points[part.upperBound])
            var (farthest, distance) = (part.lowerBound, tolerance)
            for i in part.lowerBound + 1..<max(part.lowerBound + 1, part.upperBound) {
                let share = b.rows > a.rows ? (points[i].rows - a.rows) / (b.rows - a.rows) : 0
                let off = abs(points[i].held - a.held - share * (b.held - a.held))
                if off > distance { (farthest, distance) = (i, off) }
            }
            guard farthest > part.lowerBound else { continue }
            kept[farthest] = true
            open += [part.lowerBound..<farthest, farthest..<part.upperBound]
        }
        return zip(points, kept).filter(\.1).map(\.0)
    }

    /// The share of all that is at least so great, at each value above zero.
    ///
    ///     ValueCounts(of: [0, 1, 3, 3]).reaching → (1, 0.75), (3, 0.5)
    package var reaching: [(value: Int, share: Double)] {
        var left = count - zeros
        let positive = positive
        return zip(positive.values, positive.counts).map { value, times in
            defer { left -= times }
            return (value, Double(left) / Double(count))
        }
    }
}
