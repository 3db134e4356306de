import SearchFormat

/// Reads the postings of a plan and gives every alternative its values. Twin: `assets/js/search/match.js`.
///
///     value = weight · idf · impact ÷ (positions it stands for)
///
/// The typed word, its corrections and its completions share the smallest idf of those that the index has: a rare misspelling
/// must not outweigh the word that was meant.
struct Loading {
    let reader: IndexReader
    let scoring: Scoring
    /// Also the tails of long lists, but for those of hints.
    var isWhole: Bool

    func load(_ plan: QueryPlan) -> [Matching.Loaded] {
        let deciding = isWhole ? plan.decidingTerms : []
        var terms: [String: TermPostings] = [:]
        for term in plan.alternatives.flatMap(\.terms) where terms[term] == nil {
            terms[term] = reader.postings(of: term, wholly: deciding.contains(term))
        }
        return plan.alternatives.map { alternative in
            let found = alternative.terms.map { terms[$0]! }
            if found.contains(where: { $0.df == 0 }) { return none(alternative) }
            return found.count == 1
                ? one(alternative, found[0], idf: idf(of: alternative, plan, terms)) : all(alternative, found)
        }
    }
}

extension Loading {
    private func none(_ alternative: QueryPlan.Alternative) -> Matching.Loaded {
        Matching.Loaded(alternative: alternative, documents: [], values: [], unseenValue: nil, isThere: false)
    }

    private func idf(of alternative: QueryPlan.Alternative, _ plan: QueryPlan, _ terms: [String: TermPostings])
        -> Double
    {
        guard alternative.sharesIDF else { return idf(terms[alternative.terms[0]]!) }
        return plan.alternatives.lazy.filter { $0.sharesIDF && $0.positions == alternative.positions }
            .map { terms[$0.terms[0]]! }.filter { $0.df > 0 }.map(idf).min()!
    }

    private func idf(_ term: TermPostings) -> Double { Rounded.idf(df: term.df, of: scoring.modelCount) }

    private func one(_ alternative: QueryPlan.Alternative, _ term: TermPostings, idf: Double) -> Matching.Loaded {
        let share = Double(alternative.positions.count)
        let table = scoring.impacts.map { alternative.weight * idf * $0 / share }
        return Matching.Loaded(
            alternative: alternative, documents: term.postings.documents,
            values: term.postings.classes.map { table[Int($0)] },
            unseenValue: term.isWhole ? nil : alternative.weight * idf * scoring.weights.tailImpact / share,
            isThere: true)
    }

    /// Documents that have every one of the terms; their values add up. What is unseen of any is left out: words that were
    /// glued together are hardly all among the commonest.
    private func all(_ alternative: QueryPlan.Alternative, _ terms: [TermPostings]) -> Matching.Loaded {
        let share = Double(alternative.positions.count)
        var sums: [UInt32: (count: Int, value: Double)] = [:]
        for term in terms {
            let table = scoring.impacts.map { alternative.weight * idf(term) * $0 / share }
            for (document, impact) in zip(term.postings.documents, term.postings.classes) {
                let before = sums[document] ?? (0, 0)
                sums[document] = (before.count + 1, before.value + table[Int(impact)])
            }
        }
        let documents = sums.filter { $0.value.count == terms.count }.keys.sorted()
        return Matching.Loaded(
            alternative: alternative, documents: documents, values: documents.map { sums[$0]!.value },
            unseenValue: nil, isThere: true)
    }
}
