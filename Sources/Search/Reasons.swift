import SearchFormat
import SearchText

/// Why a hit is there, from its record. Twin: `assets/js/search/reasons.js`.
///
///     "german asr", jonatas/wav2vec2-large-german, task automatic-speech-recognition
///     → reasons [name, task], matched [german]
///
/// A term that the record does not have was found in what only the index knows: free tags or base models, so "tag".
struct Reasons {
    private(set) var reasons: Set<SearchHit.Reason> = []
    private(set) var matched: [String] = []

    /// From this p on a hit is called popular: about 10,000 downloads.
    static let popular = 4.0

    init(_ item: Ranking.Ranked, _ matching: Matching, _ loaded: [Matching.Loaded]) {
        let terms = RecordTerms(of: item.entry, matching.manifest.tables)
        for position in matching.plan.positions.indices {
            let isMatched = item.matched & 1 << UInt32(position) != 0
            for found in loaded where found.alternative.positions.contains(position) && found.isThere {
                // Where nothing else matched, a hint is the reason; where something did, none.
                if isMatched != (found.alternative.source == .hint) { note(found, in: item.document, terms) }
            }
        }
        if Rounded.popularity(use: item.use) >= Self.popular { reasons.insert(.popular) }
    }
}

extension Reasons {
    private mutating func note(_ found: Matching.Loaded, in document: Int, _ terms: RecordTerms) {
        let isListed = found.documents.containsSorted(UInt32(document))
        for term in found.alternative.terms {
            let field = terms.field(of: term)
            guard isListed || (found.unseenValue != nil && field != nil) else { return }
            if found.alternative.source == .hint {
                reasons.insert(.hint)
                continue
            }
            reasons.insert(reason(term, field))
            if found.alternative.source == .correction { reasons.insert(.spelling) }
            if !term.hasPrefix("#"), !term.hasPrefix("@"), field != nil, !matched.contains(term) {
                matched.append(term)
            }
        }
    }

    private func reason(_ term: String, _ field: TextField?) -> SearchHit.Reason {
        switch field {
        case .name, .namePart: .name
        case .owner: .owner
        case .tag where term.hasPrefix("#") && !term.contains(":"): .task
        case .tag, nil: .tag
        case .base: .base
        }
    }
}

extension Array where Element: Comparable {
    func containsSorted(_ value: Element) -> Bool {
        let index = partitioningIndex { $0 >= value }
        return index < count && self[index] == value
    }
}
