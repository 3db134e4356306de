package import Archive
package import Core
package import Hub

/// What to collect from the Hub.
///
///     var plan = CollectPlan()
///     plan.author = "Qwen"
///     plan.top = 100          // and the details of the 100 most liked
///     plan.list = .spaces     // Spaces instead: no details
package struct CollectPlan: Sendable {
    /// Where to stop going back in time. The list then comes newest first.
    package enum Since: Equatable, Sendable {
        /// Models created on that day or later.
        case created(Day)
        /// Models changed on that day or later, whenever they were created.
        case changed(Day)
    }

    package var list = HubList.models
    package var author: String?
    package var task: String?
    package var language: String?
    package var library: String?
    package var license: String?
    package var search: String?
    package var since: Since?
    /// At least so many records, then stop: the last page is kept whole. The most liked come first then.
    package var limit: Int?
    /// Details of so many of the most liked models of the list.
    package var top = 0
    /// Details that are fetched at the same time. The list itself is serial: each page names the next.
    package var workers = 4
    /// Records a page; the Hub gives 1,000 at most.
    package var pageSize = 1000
    /// The properties to ask for; nil for all that the catalog keeps, empty for what the server gives by itself.
    package var expand: [String]?
    /// The list is wanted for its most liked models alone: one that was walked before and tells them will do.
    package var isListForTop = false
    /// Walk again what is finished, and do not go on with what is not.
    package var fresh = false

    package init() {}

    /// The list's question. Task, language, library, license and search are about models, and ask nothing of other lists.
    package var query: any HubQuery {
        let records = min(pageSize, limit ?? pageSize)
        return switch list {
        case .models:
            ModelQuery(
                author: author, search: search, task: task, library: library, language: language, license: license,
                sort: sort, limit: records, expand: expand ?? ModelQuery.usualExpand)
        case .datasets:
            DatasetQuery(author: author, sort: sort, limit: records, expand: expand ?? DatasetQuery.usualExpand)
        case .spaces:
            SpaceQuery(author: author, sort: sort, limit: records, expand: expand ?? SpaceQuery.usualExpand)
        }
    }

    /// A day of creation never changes, so nothing slips between two pages while a long walk goes on.
    private var sort: HubSort {
        switch since {
        case .created: .createdAt
        case .changed: .lastModified
        case nil: limit == nil ? .createdAt : .likes
        }
    }

    /// What makes two walks the same walk: everything that decides which records come, nothing that decides how.
    package func identity(endpoint: String) -> String {
        let parameters = query.parameters.filter { $0.name != "limit" }
        var words = ["\(endpoint)?" + parameters.map { "\($0.name)=\($0.value)" }.joined(separator: "&")]
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
    /// The list's walk, then those of details and sizes if any, as they are now.
    package var walks: [Walk] = []
    /// Fetched this time; less than the walks have when they went on from an earlier time.
    package var pagesFetched = 0
    package var recordsFetched = 0

    package init() {}

    /// What another list's collection did, behind what this one did.
    package mutating func add(_ other: CollectSummary) {
        walks += other.walks
        pagesFetched += other.pagesFetched
        recordsFetched += other.recordsFetched
    }
}
