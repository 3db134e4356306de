import Archive

extension CollectPlan {
    /// The newest list among these that tells the `top` most liked models of this question; nil when one is to be walked.
    ///
    ///     collect models --limit 5000, then collect details --top 1000   → the 5,000 of the first walk
    ///
    /// Such are the whole list, whatever its order, and the most liked, where they are enough or were all there are.
    func listThatTells(_ walks: [Walk], endpoint: String) -> Walk? {
        guard isListForTop, top > 0, !fresh, limit == nil, since == nil else { return nil }
        let whole = identity(endpoint: endpoint)
        var few = self
        few.limit = 1
        let mostLiked = String(few.identity(endpoint: endpoint).dropLast())
        return walks.last { walk in
            guard walk.name == list.rawValue, walk.isFinished, walk.records > 0 else { return false }
            if walk.plan == whole { return true }
            guard walk.plan.hasPrefix(mostLiked), let limit = Int(walk.plan.dropFirst(mostLiked.count)) else {
                return false
            }
            return walk.records >= top || walk.records < limit
        }
    }
}
