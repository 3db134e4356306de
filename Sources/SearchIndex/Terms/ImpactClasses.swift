/// Sixteen classes for 256 fine impacts, so chosen that the squares of the errors are least: the best possible scale for the
/// postings at hand (optimal one-dimensional quantization by dynamic programming).
///
///     classes.ofFine[37]  → 2
///     classes.values[2]   → 0.146      the mean of its postings, rounded to 4 digits
///
/// Source: Bruce, "Optimum quantization", 1965.
struct ImpactClasses: Equatable, Sendable {
    static let count = 16

    private(set) var ofFine = [UInt8](repeating: 0, count: ImpactScale.fineSteps)
    /// Ascending, strictly; one for each class.
    private(set) var values: [Double] = []

    /// - Parameter postings: how many postings have each fine impact.
    init(postings: [Int]) {
        let sums = Sums(postings)
        let starts = Self.bestStarts(sums)
        for (place, start) in starts.enumerated() {
            let end = place + 1 < starts.count ? starts[place + 1] : ImpactScale.fineSteps
            for fine in start..<end { ofFine[fine] = UInt8(place) }
            let mean = sums.mean(start, end) / Double(ImpactScale.fineSteps - 1)
            let value = (mean * 10_000).rounded() / 10_000
            values.append(max(value, (values.last ?? 0) + 0.0001))
        }
    }

    /// Where each class begins so that the whole error is least.
    private static func bestStarts(_ sums: Sums) -> [Int] {
        let n = ImpactScale.fineSteps
        var cost = (0...n).map { $0 == 0 ? 0 : sums.error(0, $0) }
        var from: [[Int]] = []
        for _ in 1..<count {
            var next = [Double](repeating: 0, count: n + 1)
            var origins = [Int](repeating: 0, count: n + 1)
            for end in 0...n {
                next[end] = cost[end]
                origins[end] = end
                for start in 0..<end {
                    let total = cost[start] + sums.error(start, end)
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

    /// Sums over ranges of fine impacts in constant time.
    private struct Sums {
        private var weight = [0.0]
        private var first = [0.0]
        private var second = [0.0]

        init(_ postings: [Int]) {
            for (fine, count) in postings.enumerated() {
                weight.append(weight[fine] + Double(count))
                first.append(first[fine] + Double(count) * Double(fine))
                second.append(second[fine] + Double(count) * Double(fine * fine))
            }
        }

        /// The mean of a range; its middle when nothing is in it.
        func mean(_ start: Int, _ end: Int) -> Double {
            let count = weight[end] - weight[start]
            return count > 0 ? (first[end] - first[start]) / count : Double(start + max(start, end - 1)) / 2
        }

        /// The sum of squared distances from the mean of a range.
        func error(_ start: Int, _ end: Int) -> Double {
            let count = weight[end] - weight[start]
            guard count > 0 else { return 0 }
            let sum = first[end] - first[start]
            return max(0, second[end] - second[start] - sum * sum / count)
        }
    }
}
