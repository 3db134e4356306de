/// Repos and owners that no page, file, index or history may show: the way to honour a request to take something down.
///
///     let exclusion = Exclusion("acme/model, gone-owner")
///     exclusion.hides(repo: "Acme/Model")         → true
///     exclusion.hides(repo: "gone-owner/any")     → true
///     exclusion.hides(owner: "acme")              → false
///
/// Names are compared without case, as the Hub does. What stays is the untouched archive, which is never published.
package struct Exclusion: Equatable, Sendable {
    /// "owner/name", lower case, in order.
    package private(set) var repos: [String] = []
    /// Lower case, in order.
    package private(set) var owners: [String] = []

    /// - Parameter words: ids and owners, with commas or spaces between.
    package init(_ words: String = "") {
        let names = words.lowercased().split { $0 == "," || $0.isWhitespace }.map(String.init)
        repos = Set(names.filter { $0.contains("/") }).sorted()
        owners = Set(names.filter { !$0.contains("/") }).sorted()
    }

    package var isEmpty: Bool { repos.isEmpty && owners.isEmpty }

    /// All of them, in lower case.
    package var names: [String] { repos + owners }

    package func hides(repo id: String) -> Bool { !names(hiding: id[...]).isEmpty }

    /// The names for which a repo is hidden: its own, its owner's.
    ///
    ///     Exclusion("acme/model, acme").names(hiding: "Acme/Model")  → ["acme/model", "acme"]
    package func names(hiding id: Substring) -> [String] {
        let id = id.lowercased()
        let owner = id.prefix { $0 != "/" }
        return repos.filter { $0 == id } + owners.filter { $0 == owner }
    }

    package func hides(owner: String) -> Bool { owners.contains(owner.lowercased()) }
}
