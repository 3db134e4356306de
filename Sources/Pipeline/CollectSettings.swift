import Collect
package import Core
import Hub
import Site
package import Sources

/// What is to be collected, in the command line's words.
package struct CollectSettings: Sendable {
    /// What can be collected, by name.
    package static let sources = ["models", "details", "datasets", "spaces"] + SourceList.all.map(\.name)
    /// Of how many models `details` means the details, where nobody says.
    package static let usualTop = 1000

    /// Of `sources`; empty for all of them.
    package var names: [String] = []
    package var endpoint: String?
    package var author: String?
    package var task: String?
    package var language: String?
    package var library: String?
    package var license: String?
    package var search: String?
    package var createdSince: Day?
    package var limit: Int?
    package var top = 0
    package var workers = 4
    package var pageSize = 1000
    package var delaySeconds = 0.0
    package var isFresh = false
    /// Lists that were read to their end on a day before: they are walked again, what is unfinished goes on.
    var renewed: Set<HubList> = []
    /// A page to be read by a browser, in place of asking anybody.
    package var browser: BrowserWish?
    /// Files to take in, in place of asking anybody.
    package var files: [String] = []
    /// Agreed to what costs money.
    package var hasConsent = false
    /// Which repositories are asked about one by one.
    package var choice = RepoChoice()
    /// Requests of one run, of each source that leaves the rest for the next; nil for what each thinks fit.
    package var requests: Int?
    /// A file of posts to take in: then nobody is asked anything.
    package var posts: PostFileSettings?
    /// Who collects, for the servers' owners: a web or mail address.
    package var contact: String?
    /// Where `HF_TOKEN` may be.
    package var environment: [String: String] = [:]

    package init() {}
}

extension CollectSettings {
    /// Details are of a list of models, so who wants them wants that.
    func wants(_ list: HubList) -> Bool {
        wants(list.rawValue) || list == .models && names.contains("details")
    }

    /// Who wants everything anew wants the repos anew, too; a schedule that renews its lists does not.
    var repoChoice: RepoChoice {
        var choice = choice
        choice.requests = requests ?? choice.requests
        if isFresh { choice.days = 0 }
        return choice
    }

    /// What keeps records out of each list, as its address says it.
    var filters: [String: [String]] {
        let shape: Set = ["sort", "direction", "limit", "expand"]
        return Dictionary(
            uniqueKeysWithValues: HubList.allCases.map { list in
                let parameters = plan(of: list).query.parameters.filter { !shape.contains($0.name) }
                return (list.rawValue, parameters.map { "\($0.name)=\($0.value)" })
            })
    }

    func wants(_ source: String) -> Bool { names.isEmpty || names.contains(source) }

    func plan(of list: HubList) -> CollectPlan {
        var plan = CollectPlan()
        plan.list = list
        plan.author = author
        plan.task = task
        plan.language = language
        plan.library = library
        plan.license = license
        plan.search = search
        plan.since = createdSince.map { .created($0) }
        plan.limit = limit
        plan.top = top
        plan.workers = workers
        plan.pageSize = pageSize
        plan.fresh = isFresh || renewed.contains(list)
        plan.isListForTop = list == .models && names.contains("details") && !names.contains("models")
        return plan
    }
}

extension CollectSettings {
    /// Settings with the scope of the site that `hubatlas.conf` in that folder describes: all of the Hub without one.
    ///
    /// - Throws: `SiteError` for a file that cannot be understood.
    package init(scopeOfSite folder: String) throws {
        let configuration = try SiteConfiguration.read(root: folder)
        let scope = configuration.scope
        contact = configuration.contact
        author = scope.author
        task = scope.task
        language = scope.language
        library = scope.library
        license = scope.license
    }
}
