import Catalog

/// Rows by a term that they have, such as a license; nil where they state none.
struct TermTally {
    private var sums: [String?: Sums] = [:]

    mutating func add(_ term: String?, of row: ModelRow) { sums[term, default: Sums()].add(row) }

    /// A row counts under each of its terms, and under nil when it has none.
    mutating func add(_ terms: [String], of row: ModelRow) {
        if terms.isEmpty { add(nil, of: row) }
        for term in terms { add(term, of: row) }
    }

    /// Greatest first, ties by name; beyond the `limit` most used, terms are added to "other".
    func terms(limit: Int = 10_000) -> [Census.TermCount] {
        let named = sums.compactMap { term, sums in term.map { (term: $0, sums: sums) } }
        let kept = mostUsed(named.map { ($0.term, $0.sums.count) }, limit: limit)
        var folded: [String?: Sums] = [:]
        folded[nil] = sums[nil]
        for (term, sums) in named { folded[kept.contains(term) ? term : "other", default: Sums()].add(sums) }
        return folded.map { term, sums in
            Census.TermCount(term: term, count: sums.count, downloads: sums.downloads, likes: sums.likes)
        }
        .sorted { ($1.count, $0.term ?? "") < ($0.count, $1.term ?? "") }
    }
}

/// The names with the greatest counts, ties by name.
func mostUsed(_ counts: [(name: String, count: Int)], limit: Int) -> Set<String> {
    Set(counts.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.prefix(limit).map(\.name))
}
