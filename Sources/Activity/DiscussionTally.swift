import Catalog
import Core
import Hub
import JSON

/// Counts the discussions and pull requests of one repo, page by page. Titles are not looked at.
struct DiscussionTally {
    private(set) var accounts = AccountTally()
    private(set) var pullRequests = 0

    mutating func take(_ item: JSONView, of repo: RepoName, into diagnostics: inout DiagnosticCounts) {
        let key = item["num"]?.integer.map { String($0) }
        guard accounts.isNew(item, key: key, of: repo, &diagnostics) else { return }
        var reader = WireReader(subject: repo.id)
        let date = item["createdAt"].flatMap { reader.date($0, "createdAt") }
        if item["isPullRequest"]?.bool == true { pullRequests += 1 }
        let author = item["author"]?["name"].flatMap { reader.string($0, "name") }.flatMap(AccountName.of)
        accounts.count([author], at: date)
        for diagnostic in reader.diagnostics { diagnostics.add(diagnostic) }
    }
}
