import Catalog
import Core
import Hub
import JSON

/// Counts the discussions and pull requests of one repo, page by page. Titles are not looked at.
struct DiscussionTally {
    private(set) var seen = 0
    private(set) var pullRequests = 0
    private(set) var first: Instant?
    private(set) var last: Instant?
    /// The author's account was deleted, or what is written there is none.
    private(set) var byNoAccount = 0
    private var parts: [String: AccountPart] = [:]
    private var numbers: Set<Int> = []

    /// By name, so that equal lists give equal rows.
    var people: [AccountPart] { parts.values.sorted { $0.name < $1.name } }

    /// Counts a discussion once.
    mutating func take(_ item: JSONView, of repo: RepoName, into diagnostics: inout DiagnosticCounts) {
        guard item.kind == .object else {
            return diagnostics.add(Diagnostic("record.malformed", at: repo.id, item.kind.rawValue))
        }
        if let number = item["num"]?.integer, !numbers.insert(number).inserted { return }
        seen += 1
        var reader = WireReader(subject: repo.id)
        let date = item["createdAt"].flatMap { reader.date($0, "createdAt") }
        if let date {
            first = min(first ?? date, date)
            last = max(last ?? date, date)
        }
        if item["isPullRequest"]?.bool == true { pullRequests += 1 }
        let author = item["author"]?["name"].flatMap { reader.string($0, "name") }.flatMap(AccountName.of)
        if let author {
            parts[author, default: AccountPart(name: author, isBot: Bots.contains(author))].add(date)
        } else {
            byNoAccount += 1
        }
        for diagnostic in reader.diagnostics { diagnostics.add(diagnostic) }
    }
}
