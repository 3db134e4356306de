package import Archive
package import Catalog
package import Core
import Hub
import Report
package import Sources

/// Who works on what: commits and discussions of the repos that matter.
///
///     let commits = Activity(.commits)
///     try await commits.collect(desk)  → "600 of 600 repositories asked in 612 requests"
///     try commits.clean(archive, into: catalog, log: log)
///
/// One request counts a repo's commits, one its discussions; everything is read only of the first few (`RepoChoice.people`),
/// to know how many took part and how many took part in several. Names of accounts stay in the catalog, nothing else about
/// a person gets even there.
package struct Activity: Source {
    let aspect: Aspect

    package init(_ aspect: Aspect) { self.aspect = aspect }

    package var name: String { aspect.rawValue }

    package func collect(_ desk: Desk) async throws -> String {
        try await ActivityWalk(aspect: aspect, desk: desk).run()
    }

    package func clean(_ archive: Archive, into catalog: Catalog, log: Log) throws {
        try catalog.transaction {
            switch aspect {
            case .commits:
                for walk in Self.files(in: archive) { try cleanFile(walk, archive, catalog) }
                var cleaning = CommitCleaning(archive: archive, catalog: catalog)
                try cleaning.takeAnswers()
                try publish(cleaning.findings, archive, catalog)
                // A catalog may have come with pairs of a snapshot: they stay until histories are here to count.
                if try catalog.hasCommits { try catalog.countCollaborations() }
            case .discussions:
                var cleaning = DiscussionCleaning(archive: archive, catalog: catalog)
                try cleaning.takeAnswers()
                try publish(cleaning.findings, archive, catalog)
            }
        }
    }
}

extension Activity {
    /// How far a walk of this source is: repositories that answered in it, and those that were due when it began; nil for
    /// other walks.
    package static func progress(of walk: Walk, in archive: Archive) -> (answered: Int, due: Int)? {
        guard let aspect = Aspect(rawValue: walk.name),
            let due = walk.plan.split(separator: ";").last?.split(separator: " ").first.flatMap({ Int($0) })
        else { return nil }
        let pages = archive.entries.lazy.filter { $0.walk == walk.id && $0.status != 0 }
        return (Set(pages.compactMap { aspect.repo(of: $0.url) }).count, due)
    }

    /// The format of files that hold whole histories of models.
    package static let fileFormat = "hub-commits-ndjson"

    /// Walks of such files, the oldest data first: what is newer replaces it.
    private static func files(in archive: Archive) -> [Walk] {
        var dates: [String: Instant] = [:]
        for entry in archive.entries where entry.format == fileFormat && dates[entry.walk] == nil {
            dates[entry.walk] = entry.fetchedAt
        }
        let walks = archive.walks.filter { dates[$0.id] != nil }
        return walks.sorted { (dates[$0.id]!, $0.id) < (dates[$1.id]!, $1.id) }
    }

    private func cleanFile(_ walk: Walk, _ archive: Archive, _ catalog: Catalog) throws {
        var cleaning = CommitCleaning(archive: archive, catalog: catalog)
        try cleaning.takeFile(walk)
        guard let day = cleaning.findings.newest?.day else { return }
        let key = "commits-file-\(day)"
        try catalog.add(
            SourceRow(
                key: key, title: "Commit lists in a file", day: day, coverage: .selection, about: .activity,
                rows: cleaning.findings.repos.count, note: "Whole histories of \(cleaning.findings.kinds)."))
        try catalog.setDiagnostics(cleaning.findings.diagnostics, of: key)
    }

    private func publish(_ findings: Findings, _ archive: Archive, _ catalog: Catalog) throws {
        guard let day = findings.newest?.day, let endpoint = Answers.endpoint(of: aspect, in: archive) else { return }
        let what = aspect == .commits ? "Commits" : "Discussions and pull requests"
        // Invented repos never pass for real ones.
        let server = endpoint == HubClient.publicEndpoint ? "" : " of \(endpoint.split(separator: "/").last ?? "")"
        try catalog.add(
            SourceRow(
                key: "hub-\(name)", title: "\(what) of repositories\(server)", day: day, url: "\(endpoint)/api",
                license: "The Hub’s terms of service; numbers only, nobody’s name", coverage: .selection,
                about: .activity, rows: findings.repos.count, note: findings.note))
        try catalog.setDiagnostics(findings.diagnostics, of: "hub-\(name)")
    }
}
