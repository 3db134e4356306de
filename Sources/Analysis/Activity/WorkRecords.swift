package import Catalog
import Core
import Report

/// What the catalog knows of how work is done.
package struct WorkRecords: Equatable {
    /// Repos whose commits or discussions were counted.
    package var repos: [RepoWork] = []
    /// Commits of people by hour of the week in UTC, 0 is Monday at midnight.
    package var hours = [Int](repeating: 0, count: 168)
    package var botCommits = 0
    /// When repos last changed, by kind, as the lists say it.
    package var changes: [CountedKind: [LastChange]] = [:]
    /// Pairs of repos with committers in common, most of them first.
    package var pairs: [Collaboration] = []
    /// Where commits and discussions come from, and where the dates.
    package var source = "Collection"
    package var listSource = "Collection"
    /// What the lists leave out; empty for whole ones.
    package var listLimits = ""
    /// Whether the newest lists of models are a selection, which takes up what changed lately.
    package var isSelection = false

    package init() {}

    /// Throws `CatalogError`.
    package init(_ catalog: Catalog, sources: [SourceRow]) throws {
        repos = try catalog.repoWork()
        let hours = try catalog.commitHours()
        (self.hours, botCommits) = (hours.people, hours.bots.reduce(0, +))
        pairs = try catalog.repoCollaborations(most: Work.mostPairs)
        let lists = sources.filter { [.models, .datasets, .spaces].contains($0.subject) }
        // Without a source there is no day to count an age to, and no row either.
        guard let newest = lists.max(by: { $0.day < $1.day }) else { return }
        for kind in CountedKind.allCases {
            let own = lists.filter { $0.subject.rawValue == kind.rawValue }.map(\.day).max()
            let changes = try catalog.lastChanges(of: kind, by: own ?? newest.day)
            if !changes.isEmpty { self.changes[kind] = changes }
        }
        let models = lists.last { $0.subject == .models } ?? newest
        isSelection = lists.contains { $0.coverage == .selection && $0.subject == .models }
        listSource = isSelection ? "Model lists to \(Format.day(models.day))" : models.cited
        listLimits =
            isSelection
            ? "A selection: its newest list takes up what changed lately, so models that were left alone are too few here."
            : models.limits
        let activity = sources.filter { $0.subject == .activity }
        let cited = activity.filter { $0.day == activity.last?.day }.map(\.cited)
        source = cited.isEmpty ? models.cited : cited.joined(separator: "; ")
    }
}

/// The three kinds of licenses that the study compares.
enum LicenseGroup: String, CaseIterable {
    case permissive, restrictive, none

    /// nil for licenses of which nothing is known but that they are none of the usual.
    init?(_ licenseClass: LicenseClass) {
        switch licenseClass {
        case .permissive: self = .permissive
        case .copyleft, .responsibleAI, .community, .nonCommercial: self = .restrictive
        case .none: self = .none
        case .other: return nil
        }
    }

    var words: String { self == .none ? "no license" : "\(rawValue) licenses" }
}

extension CountedKind {
    /// "models", "datasets", "Spaces".
    var words: String { self == .spaces ? "Spaces" : rawValue }
    var one: String { String(words.dropLast()) }
}
