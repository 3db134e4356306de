import SearchFormat

/// All documents that match every required word, over whole lists: what totals, facets and other orders than the best are
/// counted from. A hint does not match; nothing is unseen.
struct MatchSet {
    private(set) var documents: [Int] = []

    init(_ plan: QueryPlan, _ loaded: [Matching.Loaded], count: Int) {
        var sums = [UInt8](repeating: 0, count: count)
        var needed: UInt8 = 0
        for (position, item) in plan.positions.enumerated() where item.isRequired {
            for found in loaded
            where found.alternative.positions.contains(position) && found.alternative.source != .hint {
                for document in found.documents where Int(document) < count && sums[Int(document)] == needed {
                    sums[Int(document)] = needed + 1
                }
            }
            needed += 1
        }
        for (document, sum) in sums.enumerated() where sum == needed { documents.append(document) }
    }

    /// Every document, for a query without words.
    init(all count: Int) { documents = Array(0..<count) }
}
