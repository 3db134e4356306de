package import SearchFormat

/// The score of a document, in pure functions. `assets/js/search/rank.js` has the same, by the same names.
///
///     score = Σ over positions of the best alternative's value · coverage · (1 + prior · p̂)
///
/// A position is a word of the query; its alternatives are terms that may stand for it (`QueryPlan`). The value of an
/// alternative is weight · idf · impact, shared evenly where it stands for several positions.
package struct Scoring: Sendable {
    package var weights: Weights
    package var impacts: [Double]
    package var modelCount: Int

    /// A hundred million downloads count as the most popular there can be, so that a score does not change with the crowd.
    package static let greatestPopularity = 8.0

    package init(weights: Weights, impacts: [Double], modelCount: Int) {
        self.weights = weights
        self.impacts = impacts
        self.modelCount = modelCount
    }

    /// (matched ÷ required)^coverage; 1 where nothing is required.
    package func coverage(matched: Int, of required: Int) -> Double {
        required == 0 ? 1 : Rounded.power(Double(matched) / Double(required), weights.coverage)
    }

    /// 1 + prior · min(1, p ÷ 8).
    package func prior(_ popularity: Double) -> Double {
        1 + weights.prior * min(1, popularity / Self.greatestPopularity)
    }

    /// The middle of a level, floor(2p): what is known of p before the record.
    package static func popularity(ofLevel level: Int) -> Double { Double(level) / 2 + 0.25 }

    /// The most that `use` can be in a level: the next begins at 1 + use ≥ 10^((level + 1) / 2).
    package static func greatestUse(ofLevel level: Int) -> Int { Manifest.Level.least(level + 1) - 2 }

    /// Downloads of 30 days and likes, as one number.
    package static func use(downloads: Int?, likes: Int?) -> Int { (downloads ?? 0) + 30 * (likes ?? 0) }

    /// Whether the query is the whole id, or the name; keys are letters and digits alone (`Tokenizer.key`). What is exact comes
    /// first, whatever its score: no popularity outweighs an exact name.
    package static func exactness(query key: String, name: String, id: String) -> Exactness {
        if key.isEmpty { return .none }
        return key == id ? .id : key == name ? .name : .none
    }

    package enum Exactness: Int, Sendable { case none, name, id }
}
