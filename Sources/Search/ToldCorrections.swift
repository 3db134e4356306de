import SearchFormat

/// Which corrections a reader is told of. Twin: `assets/js/search/told.js`.
///
///     lama 3 instuct   → lama: also llama (lama is a word of names, too) · instuct: instruct
///
/// One is told when a hit among the first ten has the corrected word and not the typed one: what only might have helped is
/// not claimed.
extension SearchAnswer.Correction {
    private static let first = 10

    static func told(_ plan: QueryPlan, _ hits: [SearchHit], _ tables: Manifest.Tables) -> [Self] {
        guard !plan.corrections.isEmpty else { return [] }
        let records = hits.prefix(first).map { RecordTerms(of: $0.entry, tables) }
        let typed = Set(plan.positions.map(\.word))
        var told: [Self] = []
        for made in plan.corrections where !typed.contains(made.to) {
            guard records.contains(where: { $0.contains(made.to) && !$0.contains(made.from) }) else { continue }
            let isAlso = made.isKnown || records.contains { $0.contains(made.from) }
            let correction = Self(from: made.from, to: made.to, isAlso: isAlso)
            if !told.contains(correction) { told.append(correction) }
        }
        return told
    }
}
