import Foundation
import SearchFormat
import SearchText

extension WordTable {
    /// The words of the names of the most popular models. Measured on names with one letter wrong: the words of 20,000
    /// models mend as much as a deletion index over all of them, in a fiftieth of the bytes.
    ///
    /// A word with a digit in it is taken when at least two of the models have it: the others are versions and dates of one
    /// model, a quarter of all words, which nobody means by a slip.
    init(_ corpus: Corpus, models: Int) {
        var traffic: [String: Int] = [:]
        var counts: [String: Int] = [:]
        for row in Self.mostPopular(corpus, models) {
            let terms = Tokenizer.terms(ofName: String(decoding: corpus.names.name(row), as: UTF8.self))
            for word in Set((0..<terms.count).map { terms.text(of: $0) }) {
                traffic[word, default: 0] += corpus.facts[row].traffic
                counts[word, default: 0] += 1
            }
        }
        let words = traffic.keys.filter { counts[$0]! > 1 || !Self.hasDigit($0) }.sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        self.init(
            words: words.map { Array($0.utf8) },
            popularity: words.map { UInt8(min(31, log2(1 + Double(traffic[$0]!)).rounded())) * 8 })
    }

    private static func hasDigit(_ word: String) -> Bool {
        word.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func mostPopular(_ corpus: Corpus, _ count: Int) -> [Int] {
        let rows = corpus.facts.indices.filter { corpus.facts[$0].traffic > 0 }.sorted { a, b in
            let (left, right) = (corpus.facts[a].traffic, corpus.facts[b].traffic)
            return left != right
                ? left > right : corpus.names.bytes(a).lexicographicallyPrecedes(corpus.names.bytes(b))
        }
        return Array(rows.prefix(count))
    }
}
