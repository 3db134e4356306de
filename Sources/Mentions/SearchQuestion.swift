import Core
import HTTP

/// One question to the search of Hacker News: how many stories of a span of time, or which.
///
///     SearchQuestion("qwen", from: 1751328000, to: 1754006400, fetches: true).address(at: "https://hn.algolia.com")
///     → "https://hn.algolia.com/api/v1/search_by_date?query=qwen&tags=story&numericFilters=created_at_i%3E%3D1751328000…"
///
/// Source: the Algolia search API; titles only, no forgiven typos, exact bounds.
struct SearchQuestion: Hashable {
    /// More are counted, but not handed over.
    static let reachable = 1000

    /// "" for all stories.
    var words: String
    /// Seconds since 1970.
    var from: Int
    var to: Int
    /// The stories themselves, not only their number.
    var fetches: Bool

    init(_ words: String, from: Int, to: Int, fetches: Bool) {
        self.words = words
        self.from = from
        self.to = to
        self.fetches = fetches
    }

    init(_ words: String, in month: Month, fetches: Bool) {
        self.init(
            words, from: month.firstDay.number * 86_400, to: month.advanced(by: 1).firstDay.number * 86_400,
            fetches: fetches)
    }

    func address(at base: String) -> String {
        // A phrase, and one word that is to be counted as it stands, are quoted; a word to be read may go on ("qwen3").
        let isQuoted = !words.isEmpty && (!fetches || words.contains { $0 == " " || $0 == "-" })
        var items = [
            ("query", isQuoted ? "\"\(words)\"" : words), ("tags", "story"),
            ("numericFilters", "created_at_i>=\(from),created_at_i<\(to)"),
            ("hitsPerPage", fetches ? "\(Self.reachable)" : "0"), ("typoTolerance", "false"),
            ("restrictSearchableAttributes", "title"),
        ]
        if fetches { items += [("attributesToRetrieve", "title"), ("attributesToHighlight", "")] }
        return "\(base)/api/v1/search_by_date?\(QueryString(items).text)"
    }

    /// The same question of the span's halves; none for what is too short to be parted.
    var halves: [SearchQuestion] {
        guard to - from > 3600 else { return [] }
        let middle = (from + to) / 2
        return [
            SearchQuestion(words, from: from, to: middle, fetches: fetches),
            SearchQuestion(words, from: middle, to: to, fetches: fetches),
        ]
    }
}
