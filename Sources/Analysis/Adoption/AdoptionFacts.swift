package import Catalog
import Core

/// What a catalog knows of use beyond what censuses count.
package struct AdoptionFacts: Sendable {
    var activity: [ActivityCounts] = []
    /// The newest source of commits, and of discussions.
    var commitsSource: SourceRow?
    var discussionsSource: SourceRow?
    var used: [UsedModel] = []
    var usedSource: SourceRow?
    /// ISO codes of organizations' countries, by name in lower case.
    var countries: [String: String] = [:]

    init() {}

    /// - Throws: `CatalogError`.
    package init(_ catalog: Catalog, _ sources: [SourceRow]) throws {
        activity = try catalog.activityCounts()
        commitsSource = sources.last { $0.isOfCommits }
        discussionsSource = sources.last { $0.isOfDiscussions }
        used = try catalog.usedModels()
        usedSource = sources.last { $0.subject == .spaces }
        for community in try catalog.communities() {
            if let country = community.place.country { countries[community.name.lowercased()] = country }
        }
    }
}
