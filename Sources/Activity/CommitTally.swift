import Catalog
import Core
import Hub
import JSON

/// Counts the commits of one repo, page by page. Titles and messages are not looked at.
struct CommitTally {
    private(set) var seen = 0
    private(set) var first: Instant?
    private(set) var last: Instant?
    private(set) var coAuthored = 0
    private(set) var byNoAccount = 0
    private(set) var hours = CommitHours()
    private var parts: [String: AccountPart] = [:]
    private var ids: Set<String> = []

    /// More authors than a commit has; the rest of such a list is left out.
    private static let mostAuthors = 200

    /// By name, so that equal histories give equal rows.
    var people: [AccountPart] { parts.values.sorted { $0.name < $1.name } }

    /// Counts a commit once: one that was made between two pages moves another to the next page, where it comes again.
    mutating func take(_ commit: JSONView, of repo: RepoName, into diagnostics: inout DiagnosticCounts) {
        guard commit.kind == .object else {
            return diagnostics.add(Diagnostic("record.malformed", at: repo.id, commit.kind.rawValue))
        }
        if let id = commit["id"]?.string, !ids.insert(id).inserted { return }
        seen += 1
        var reader = WireReader(subject: repo.id)
        let date = commit["date"].flatMap { reader.date($0, "date") }
        if let date {
            first = min(first ?? date, date)
            last = max(last ?? date, date)
        }
        let names = authors(of: commit, &reader)
        count(names, at: date)
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
        if names.count > 1 { coAuthored += 1 }
        let accounts = Set(names.compactMap(\.self))
        if names.contains(nil) { byNoAccount += 1 }
        for name in accounts {
            parts[name, default: AccountPart(name: name, isBot: Bots.contains(name))].add(date)
        }
        // A commit is a program's when nobody else had a part in it.
        let isBot = !accounts.isEmpty && !names.contains(nil) && accounts.allSatisfy(Bots.contains)
        if let date { hours.add(date, isBot: isBot) }
    }
}
