/// Sixteen classes for 256 fine impacts, so chosen that the squares of the errors are least: the best possible scale for the
/// postings at hand.
///
///     classes.ofFine[37]  → 2
///     classes.values[2]   → 0.146      the mean of its postings, rounded to 4 digits
struct ImpactClasses: Equatable, Sendable {
    static let count = 16
    /// Of a long list. Its term is common and says little, so that how much it says matters less; half of the bytes of a
    /// long list were its classes.
    static let countInLongList = 4

    private(set) var ofFine = [UInt8](repeating: 0, count: ImpactScale.fineSteps)
    /// Ascending, strictly; one for each class.
    private(set) var values: [Double] = []

    /// - Parameter postings: how many postings have each fine impact.
    init(postings: [Int]) {
        let steps = ImpactScale.fineSteps
        let scale = Scale(counts: postings, values: (0..<steps).map(Double.init))
        let starts = scale.bestStarts(Self.count)
        for (place, start) in starts.enumerated() {
            let end = place + 1 < starts.count ? starts[place + 1] : steps
            for fine in start..<end { ofFine[fine] = UInt8(place) }
            let mean = scale.mean(start..<end) / Double(steps - 1)
            let value = (mean * 10_000).rounded() / 10_000
            values.append(max(value, (values.last ?? 0) + 0.0001))
        }
    }

    /// The classes of a list with only a few different ones left: each becomes the one that stands best for it.
    ///
    ///     classes.coarse([3, 4, 4, 15])  → [4, 4, 4, 15]      say, of two
    func coarse(_ list: some Sequence<UInt8>, count: Int = Self.countInLongList) -> [UInt8] {
        var counts = [Int](repeating: 0, count: Self.count)
        for of in list { counts[Int(of)] += 1 }
        let scale = Scale(counts: counts, values: values)
        let starts = scale.bestStarts(count)
        var stands = [UInt8](repeating: 0, count: Self.count)
        for (place, start) in starts.enumerated() {
            let range = start..<(place + 1 < starts.count ? starts[place + 1] : Self.count)
            guard let mean = range.isEmpty ? nil : scale.mean(range) else { continue }
            let nearest = range.min { abs(values[$0] - mean) < abs(values[$1] - mean) }!
            for of in range { stands[of] = UInt8(nearest) }
        }
        return list.map { stands[Int($0)] }
    }
}

/// Values in ascending order and how often each occurs: where to part them so that the whole squared error is least, by
/// dynamic programming.
///
/// Source: Bruce, "Optimum quantization", 1965.
private struct Scale {
    private let values: [Double]
    // Sums over all values before, so that those over a range are had in constant time.
    private var weight = [0.0]
    private var first = [0.0]
    private var second = [0.0]

    init(counts: [Int], values: [Double]) {
        self.values = values
        for (count, value) in zip(counts.map(Double.init), values) {
            weight.append(weight.last! + count)
            first.append(first.last! + count * value)
            second.append(second.last! + count * value * value)
        }
    }

    /// Where each part begins; ascending, the first at 0. Parts may be empty.
    func bestStarts(_ count: Int) -> [Int] {
        let n = values.count
        var cost = (0...n).map { $0 == 0 ? 0 : error(0, $0) }
        var from: [[Int]] = []
        for _ in 1..<count {
            var next = [Double](repeating: 0, count: n + 1)
            var origins = [Int](repeating: 0, count: n + 1)
            for end in 0...n {
                next[end] = cost[end]
                origins[end] = end
                for start in 0..<end {
                    let total = cost[start] + error(start, end)
                    if total < next[end] { (next[end], origins[end]) = (total, start) }
                }
            }
            cost = next
            from.append(origins)
        }
        var starts: [Int] = []
        var end = n
        for origins in from.reversed() {
            end = origins[end]
            starts.append(end)
        }
        return [0] + starts.reversed()
    }

    /// The mean of a range; its middle when nothing is in it.
    func mean(_ range: Range<Int>) -> Double {
        let count = weight[range.upperBound] - weight[range.lowerBound]
        if count > 0 { return (first[range.upperBound] - first[range.lowerBound]) / count }
        let last = max(range.lowerBound, range.upperBound - 1)
        return (values[min(range.lowerBound, values.count - 1)] + values[min(last, values.count - 1)]) / 2
    }

    /// The sum of squared distances from the mean of a range.
    private func error(_ start: Int, _ end: Int) -> Double {
        let count = weight[end] - weight[start]
        guard count > 0 else { return 0 }
        let sum = first[end] - first[start]
        return max(0, second[end] - second[start] - sum * sum / count)
    }
}
