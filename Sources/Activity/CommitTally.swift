import Catalog
import Core
import Hub
import JSON

/// Counts the commits of one repo, page by page. Titles and messages are not looked at.
struct CommitTally {
    private(set) var accounts = AccountTally()
    private(set) var coAuthored = 0
    private(set) var hours = CommitHours()

    /// More authors than a commit has; the rest of such a list is left out.
    private static let mostAuthors = 200

    mutating func take(_ commit: JSONView, of repo: RepoName, into diagnostics: inout DiagnosticCounts) {
        guard accounts.isNew(commit, key: commit["id"]?.string, of: repo, &diagnostics) else { return }
        var reader = WireReader(subject: repo.id)
        let date = commit["date"].flatMap { reader.date($0, "date") }
        count(authors(of: commit, &reader), at: date)
        for diagnostic in reader.diagnostics { diagnostics.add(diagnostic) }
    }

    private func authors(of commit: JSONView, _ reader: inout WireReader) -> [String?] {
        guard let authors = commit["authors"], authors.kind == .array else {
            reader.note("field.type", "authors")
            return []
        }
        return authors.elements.prefix(Self.mostAuthors).map { author in
            author["user"].flatMap { reader.string($0, "user") }.flatMap(AccountName.of)
        }
    }

    private mutating func count(_ names: [String?], at date: Instant?) {
        accounts.count(names, at: date)
        if names.count > 1 { coAuthored += 1 }
        // A commit is a program's when nobody else had a part in it.
        let isBot = !names.isEmpty && names.allSatisfy { $0.map(Bots.contains) ?? false }
        if let date { hours.add(date, isBot: isBot) }
    }
}
