/// What is asked.
///
///     SearchRequest(query: "german speech recognition small", top: 10)
package struct SearchRequest: Equatable, Sendable {
    package enum Sort: String, CaseIterable, Sendable {
        case best, downloads, likes
        /// Newest first.
        case new
        /// Fewest parameters first, most parameters first; unknown sizes last.
        case small, large
    }

    package static let mostResults = 200

    package var query: String
    package var filters = SearchFilters()
    package var sort = Sort.best
    package var top = 10
    package var offset = 0
    /// The last word is still being typed: words that begin with it count too.
    package var isTyping = false
    /// Unknown words are corrected.
    package var corrects = true

    package init(query: String, filters: SearchFilters = SearchFilters(), top: Int = 10) {
        self.query = query
        self.filters = filters
        self.top = top
    }
}
