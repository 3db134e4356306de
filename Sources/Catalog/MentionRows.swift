package import Core

/// A family of models that mentions are counted for.
package struct MentionFamilyRow: Equatable, Sendable {
    package var id: String
    package var name: String
    package var maker: String
    /// "open", "closed", "both".
    package var weights: String
    /// No mention before it is counted.
    package var since: Month
    /// Title in the English Wikipedia.
    package var article: String?

    package init(id: String, name: String, maker: String, weights: String, since: Month, article: String? = nil) {
        self.id = id
        self.name = name
        self.maker = maker
        self.weights = weights
        self.since = since
        self.article = article
    }
}

/// How often a family, or one model or line of it, came in one month of one source.
package struct MentionRow: Equatable, Sendable {
    /// "hackernews", "x", "wikipedia", or what a file of posts is called.
    package var source: String
    /// "" for a model of no family.
    package var family: String
    /// An id, or a line of models such as "Llama-3.1"; nil for the family itself.
    package var model: String?
    package var month: Month
    /// Posts; at Wikipedia views of the article.
    package var count: Int

    /// What a service may count of one name in one month or day; more is a fault of its own, and would break sums.
    package static let plausible = 0...1_000_000_000_000
    /// Of 10,000 posts of the source in that month; nil where nobody knows how many there were. Not written.
    package var perTenThousand: Double?

    package init(source: String, family: String, model: String? = nil, month: Month, count: Int) {
        self.source = source
        self.family = family
        self.model = model
        self.month = month
        self.count = count
    }
}

/// All posts of a source in a month.
package struct MentionTotal: Equatable, Sendable {
    package var source: String
    package var month: Month
    package var posts: Int

    package init(source: String, month: Month, posts: Int) {
        self.source = source
        self.month = month
        self.posts = posts
    }
}
