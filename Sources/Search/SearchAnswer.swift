package import SearchFormat

/// What was found.
package struct SearchAnswer: Sendable {
    /// Models that match every word, under the filters.
    package var total = 0
    /// Whether hits that match only some words, or are only related, were needed; they follow all full matches.
    package var isPartial = false
    package var hits: [SearchHit] = []
    package var corrections: [Correction] = []
    package var notes: [SearchNote] = []
    package var cost = SearchCost()

    package init() {}

    /// A correction that the first results are owed to.
    package struct Correction: Equatable, Sendable {
        package var from: String
        package var to: String
        /// The word as typed is known or found, too: "also searched for".
        package var isAlso: Bool
    }
}

package struct SearchHit: Sendable {
    /// Why a model is there.
    package enum Reason: String, CaseIterable, Sendable {
        case name, task, tag, owner, base, meaning
        /// No word matches, but its task often goes with one.
        case hint
        case popular, spelling
    }

    package var document: Int
    package var entry: DocumentEntry
    package var score: Double
    package var reasons: [Reason] = []
    /// Words of the query, or what they were corrected to, as they stand in the record: for highlighting.
    package var matched: [String] = []
    /// Cosine, of hits by meaning.
    package var similarity: Double?
    /// Copies folded under this hit, itself not counted: "and 11 copies".
    package var copies: Int { entry.copies - 1 }
    /// Of hits by meaning: how many more models it stands for, those of its group of near-copies that pass the filters. In
    /// the group of the very model that was asked for its copies do not count.
    package var alike: Int?
    package var isFullMatch = true
    /// No word that counts matches: a hint found it, as "music" finds models that turn text to audio.
    package var isRelated = false
}

/// How many matches have each value of a facet; the commonest first, then by value.
package struct FacetCounts: Equatable, Sendable {
    package enum Facet: String, CaseIterable, Sendable {
        case task, modality, library, license, licenseClass, language, format, kind, gated, bits
    }

    package struct Value: Equatable, Sendable {
        package var value: String
        package var count: Int

        package init(_ value: String, _ count: Int) { (self.value, self.count) = (value, count) }
    }

    package var total = 0
    /// Each counts what the other filters leave.
    package var counts: [Facet: [Value]] = [:]
    /// How many more match but for `fits`, because their size is unknown.
    package var unknownSize = 0

    package init() {}
}
