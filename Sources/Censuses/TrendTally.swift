import Catalog
import Core

/// Rows by facet, month and term.
struct TrendTally {
    private struct Key: Hashable {
        var month: Month?
        var term: String?
    }

    private var sums: [Census.Facet: [Key: Sums]] = [:]

    mutating func add(_ row: ModelRow, month: Month?) {
        for facet in Census.Facet.allCases {
            let terms = facet.terms(of: row)
            if terms.isEmpty { sums[facet, default: [:]][Key(month: month, term: nil), default: Sums()].add(row) }
            for term in terms { sums[facet, default: [:]][Key(month: month, term: term), default: Sums()].add(row) }
        }
    }

    /// A facet of which no row states a term is left out: there is nothing to follow.
    func trends() -> [Census.Trend] {
        Census.Facet.allCases.flatMap { facet in
            let sums = sums[facet] ?? [:]
            return sums.keys.contains { $0.term != nil } ? trends(of: facet, sums) : []
        }
    }

    private func trends(of facet: Census.Facet, _ sums: [Key: Sums]) -> [Census.Trend] {
        var totals: [String: Int] = [:]
        for (key, sum) in sums { if let term = key.term { totals[term, default: 0] += sum.count } }
        let kept = mostUsed(totals.map { ($0.key, $0.value) }, limit: facet.limit)
        var folded: [Key: Sums] = [:]
        for (key, sum) in sums {
            let term = key.term.map { kept.contains($0) ? $0 : "other" }
            folded[Key(month: key.month, term: term), default: Sums()].add(sum)
        }
        return folded.sorted {
            ($0.key.month?.number ?? .min, $0.key.term ?? "") < ($1.key.month?.number ?? .min, $1.key.term ?? "")
        }
        .map { key, sum in
            Census.Trend(
                facet: facet, month: key.month, term: key.term, count: sum.count, downloads: sum.downloads)
        }
    }
}
