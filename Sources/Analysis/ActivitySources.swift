import Catalog

extension SourceRow {
    /// Tells who committed what.
    var isOfCommits: Bool { subject == .activity && !isOfDiscussions }

    /// Tells what was discussed.
    var isOfDiscussions: Bool { subject == .activity && key.contains("discussions") }
}
