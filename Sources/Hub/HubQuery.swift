/// What is asked of one of the Hub's lists. The server's spelling of each filter stops here.
///
///     ModelQuery(author: "Qwen", license: "mit", sort: .likes, limit: 100).parameters
///     → [("author", "Qwen"), ("filter", "license:mit"), ("sort", "likes"), ("limit", "100")]
///
/// Source: huggingface_hub's client and the Hub's own documentation of its lists.
package protocol HubQuery: Sendable {
    /// "models", "datasets" or "spaces".
    static var kind: String { get }
    var parameters: [(name: String, value: String)] { get }
}

/// What a list is sorted by, greatest or newest first.
package enum HubSort: String, CaseIterable, Sendable {
    case createdAt, downloads, lastModified, likes, trendingScore
}

/// A question for a list of models: nil asks for nothing.
package struct ModelQuery: HubQuery {
    package static let kind = "models"
    /// What the list can give of a model and the catalog keeps.
    package static let usualExpand = [
        "author", "baseModels", "cardData", "config", "createdAt", "disabled", "downloads", "downloadsAllTime", "gated",
        "gguf", "lastModified", "library_name", "likes", "pipeline_tag", "private", "safetensors", "tags",
        "trendingScore", "usedStorage",
    ]

    package var author: String?
    package var search: String?
    /// The Hub's `pipeline_tag`.
    package var task: String?
    package var library: String?
    /// ISO 639 code, as models are tagged with it.
    package var language: String?
    /// "mit", "apache-2.0": as cards spell it.
    package var license: String?
    package var sort: HubSort?
    /// The server's own order is descending.
    package var isAscending = false
    /// Records a page; the server gives 1,000 at most, and without this.
    package var limit: Int?
    /// Names of properties; then only these come. Empty for what the server gives by itself.
    package var expand: [String]

    package init(
        author: String? = nil, search: String? = nil, task: String? = nil, library: String? = nil,
        language: String? = nil, license: String? = nil, sort: HubSort? = nil, isAscending: Bool = false,
        limit: Int? = nil, expand: [String] = []
    ) {
        self.author = author
        self.search = search
        self.task = task
        self.library = library
        self.language = language
        self.license = license
        self.sort = sort
        self.isAscending = isAscending
        self.limit = limit
        self.expand = expand
    }

    package var parameters: [(name: String, value: String)] {
        list(author: author, search: search)
            + given("pipeline_tag", task) + given("filter", library) + given("filter", language)
            + given("filter", license.map { "license:\($0)" })
            + order(sort, isAscending: isAscending, limit: limit, expand: expand)
    }
}

/// A question for a list of datasets.
package struct DatasetQuery: HubQuery {
    package static let kind = "datasets"
    package static let usualExpand = [
        "author", "cardData", "createdAt", "disabled", "downloads", "downloadsAllTime", "gated", "lastModified",
        "likes",
        "mainSize", "private", "tags", "trendingScore", "usedStorage",
    ]

    package var author: String?
    package var search: String?
    /// A task category: "text-classification".
    package var task: String?
    package var language: String?
    package var license: String?
    package var sort: HubSort?
    package var isAscending = false
    package var limit: Int?
    package var expand: [String]

    package init(
        author: String? = nil, search: String? = nil, task: String? = nil, language: String? = nil,
        license: String? = nil, sort: HubSort? = nil, isAscending: Bool = false, limit: Int? = nil,
        expand: [String] = []
    ) {
        self.author = author
        self.search = search
        self.task = task
        self.language = language
        self.license = license
        self.sort = sort
        self.isAscending = isAscending
        self.limit = limit
        self.expand = expand
    }

    package var parameters: [(name: String, value: String)] {
        list(author: author, search: search)
            + given("filter", task.map { "task_categories:\($0)" }) + given("filter", language.map { "language:\($0)" })
            + given("filter", license.map { "license:\($0)" })
            + order(sort, isAscending: isAscending, limit: limit, expand: expand)
    }
}

/// A question for a list of Spaces.
package struct SpaceQuery: HubQuery {
    package static let kind = "spaces"
    package static let usualExpand = [
        "author", "createdAt", "datasets", "disabled", "lastModified", "likes", "models", "private", "runtime", "sdk",
        "tags", "trendingScore",
    ]

    package var author: String?
    package var search: String?
    /// A model that the space uses.
    package var model: String?
    package var license: String?
    package var sort: HubSort?
    package var isAscending = false
    package var limit: Int?
    package var expand: [String]

    package init(
        author: String? = nil, search: String? = nil, model: String? = nil, license: String? = nil,
        sort: HubSort? = nil, isAscending: Bool = false, limit: Int? = nil, expand: [String] = []
    ) {
        self.author = author
        self.search = search
        self.model = model
        self.license = license
        self.sort = sort
        self.isAscending = isAscending
        self.limit = limit
        self.expand = expand
    }

    package var parameters: [(name: String, value: String)] {
        list(author: author, search: search) + given("models", model)
            + given("filter", license.map { "license:\($0)" })
            + order(sort, isAscending: isAscending, limit: limit, expand: expand)
    }
}

private func given(_ name: String, _ value: String?) -> [(name: String, value: String)] {
    value.map { [(name, $0)] } ?? []
}

private func list(author: String?, search: String?) -> [(name: String, value: String)] {
    given("author", author) + given("search", search)
}

private func order(
    _ sort: HubSort?, isAscending: Bool, limit: Int?, expand: [String]
) -> [(name: String, value: String)] {
    given("sort", sort?.rawValue) + given("direction", isAscending ? "1" : nil) + given("limit", limit.map { "\($0)" })
        + expand.map { ("expand", $0) }
}
