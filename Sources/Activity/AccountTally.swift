import Catalog
import Core
import Hub
import JSON

/// Who had a part in a repo's commits or discussions, and from when to when: what both count alike.
struct AccountTally {
    private(set) var seen = 0
    private(set) var first: Instant?
    private(set) var last: Instant?
    /// Those with an author whose account was deleted, or who never had one.
    private(set) var byNoAccount = 0
    private var parts: [String: AccountPart] = [:]
    private var keys: Set<String> = []

    /// By name, so that equal histories give equal rows.
    var people: [AccountPart] { parts.values.sorted { $0.name < $1.name } }

    /// Whether an item is one, and new: one that was made between two pages moves another to the next page, where it comes
    /// again.
    ///
    /// - Parameter key: what it is called in its repo; nil for one without a name, which is new each time.
    mutating func isNew(
        _ item: JSONView, key: String?, of repo: RepoName, _ diagnostics: inout DiagnosticCounts
    ) -> Bool {
        guard item.kind == .object else {
            diagnostics.add(Diagnostic("record.malformed", at: repo.id, item.kind.rawValue))
            return false
        }
        return key.map { keys.insert($0).inserted } ?? true
    }

    /// Counts one, and each account's part in it once.
    ///
    /// - Parameter names: its authors'; nil for each that has no account.
    mutating func count(_ names: [String?], at date: Instant?) {
        seen += 1
        if let date {
            first = min(first ?? date, date)
            last = max(last ?? date, date)
        }
        if names.contains(nil) { byNoAccount += 1 }
        for name in Set(names.compactMap(\.self)) {
            parts[name, default: AccountPart(name: name, isBot: Bots.contains(name))].add(date)
        }
        if let first = names.first?.flatMap(\.self) { parts[first]?.led += 1 }
    }
}
