package import JSON

/// Every number by which results are ranked, and those by which impacts are quantized at build. Shipped in the manifest, so
/// that Swift and JavaScript rank by the same.
package struct Weights: Equatable, Sendable {
    // At build: a term's part of BM25F in a document is f / (k1 + f), f = Σ over fields of weight · count / length part,
    // where the length part is 1 − b + b · (terms in the field / mean over the documents that have the field).
    /// 0: how often a term stands in a document does not matter; greater: it matters longer.
    package var k1 = 1.2
    /// 0: a field's length does not matter; 1: a term in a field twice as long counts half.
    package var b = 0.5
    /// A field of weight 0 is not searched.
    package var name = 1.0
    package var namePart = 0.6
    package var owner = 0.5
    package var tag = 0.5
    package var base = 0.3

    // At query.
    /// Score × (1 + prior · p), p = log10(1 + downloads + 30 · likes) of the greatest p. 0: popularity does not matter.
    package var prior = 2.0
    /// Of a word in place of one that is corrected, by letters changed. 0: no correction.
    package var correction1 = 0.8
    package var correction2 = 0.6
    /// A known word is taken for a mistake, too, when a neighbor is 2^rival times as popular. 0: every known word with a more
    /// popular neighbor is; 30: none.
    package var rival = 5.0
    /// Of a word that the last word begins. 0: no completion.
    package var completion = 0.7
    /// Of two words written as one.
    package var join = 1.0
    /// Of the parts of a word that no name has: "bertbase" as "bert" and "base". 0: words are not split.
    package var split = 0.9
    /// Of a task, language, library, license or format that a phrase means.
    package var synonym = 3.0
    /// Of a task that often goes with a word; such a hit scores, but does not count as a match.
    package var hint = 0.3
    /// Of `@owner` beside the plain word.
    package var ownerTerm = 1.0
    /// Score × (matched words / all words)^coverage. 0: one word of many is as good as all.
    package var coverage = 2.0
    /// How likely a document of the tail is to have a term whose list was loaded for the head only. 0: never, 1: always.
    package var unseen = 0.5
    /// The impact of such a term, once the record shows that the document has it.
    package var tailImpact = 0.2

    package init() {}
}

extension Weights {
    private static var members: [(String, WritableKeyPath<Weights, Double>)] {
        [
            ("k1", \.k1), ("b", \.b), ("name", \.name), ("namePart", \.namePart), ("owner", \.owner), ("tag", \.tag),
            ("base", \.base), ("prior", \.prior), ("correction1", \.correction1),
            ("correction2", \.correction2), ("rival", \.rival), ("completion", \.completion), ("join", \.join),
            ("split", \.split),
            ("synonym", \.synonym), ("hint", \.hint), ("ownerTerm", \.ownerTerm), ("coverage", \.coverage),
            ("unseen", \.unseen), ("tailImpact", \.tailImpact),
        ]
    }

    package var json: JSONValue {
        .object(Dictionary(uniqueKeysWithValues: Self.members.map { ($0, .number(self[keyPath: $1])) }))
    }

    /// nil when one is missing or is no number.
    package init?(_ json: JSONValue?) {
        self.init()
        for (name, path) in Self.members {
            guard let value = json?[name]?.number else { return nil }
            self[keyPath: path] = value
        }
    }
}
