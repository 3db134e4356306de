package import Archive
package import Core
package import Hub

/// What to collect from the Hub.
///
///     var plan = CollectPlan()
///     plan.author = "Qwen"
///     plan.top = 100          // and the details of the 100 most liked
package struct CollectPlan: Sendable {
    /// Where to stop going back in time. The list then comes newest first.
    package enum Since: Equatable, Sendable {
        /// Models created on that day or later.
        case created(Day)
        /// Models changed on that day or later, whenever they were created.
        case changed(Day)
    }

    package var author: String?
    package var task: String?
    package var language: String?
    package var library: String?
    package var license: String?
    package var search: String?
    package var since: Since?
    /// At least so many models, then stop: the last page is kept whole. The most liked come first then.
    package var limit: Int?
    /// Details of so many of the most liked models of the list.
    package var top = 0
    /// Details that are fetched at the same time. The list itself is serial: each page names the next.
    package var workers = 4
    /// Models a page; the Hub gives 1,000 at most.
    package var pageSize = 1000
    /// The properties to ask for; nil for all that the catalog keeps, empty for what the server gives by itself.
    package var expand: [String]?
    /// Walk again what is finished, and do not go on with what is not.
    package var fresh = false

    package init() {}

    /// The list's question.
    package var query: ModelQuery {
        ModelQuery(
            author: author, search: search, task: task, library: library, language: language, license: license,
            sort: sort, limit: min(pageSize, limit ?? pageSize), expand: expand ?? ModelQuery.usualExpand)
    }

    /// A day of creation never changes, so nothing slips between two pages while a long walk goes on.
    private var sort: HubSort {
        switch since {
        case .created: .createdAt
        case .changed: .lastModified
        case nil: limit == nil ? .createdAt : .likes
        }
    }

    /// What makes two walks the same walk: everything that decides which models come, nothing that decides how.
    package func identity(endpoint: String) -> String {
        var query = query
        query.limit = nil
        var words = ["\(endpoint)?" + query.parameters.map { "\($0.name)=\($0.value)" }.joined(separator: "&")]
        if let limit { words.append("limit \(limit)") }
        switch since {
        case .created(let day): words.append("created since \(day)")
        case .changed(let day): words.append("changed since \(day)")
        case nil: break
        }
        return words.joined(separator: ", ")
    }
}

/// What a collection did.
package struct CollectSummary: Equatable, Sendable {
    /// The list's walk, then that of the details if any, as they are now.
    package var walks: [Walk] = []
    /// Fetched this time; less than the walks have when they went on from an earlier time.
    package var pagesFetched = 0
    package var recordsFetched = 0
}
