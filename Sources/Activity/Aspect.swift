import Catalog
import Core
import Hub

/// What is asked about a repo, where, and how the archive keeps the answer.
///
/// Formats in the archive; bodies are as sent:
///
/// | format | body | `records` |
/// | --- | --- | --- |
/// | `hub-commits-count` | the newest commit alone | all commits there are, from the header `X-Total-Count` |
/// | `hub-commits` | up to 1,000 commits, newest first | the same |
/// | `hub-discussions` | up to a page of discussions | all there are, from the body |
///
/// `records` stands so on the first page of a repo, on the others it is 0; it is nil where nobody told.
/// A page with status 0 says in its body why no answer came. `next` is the address of the page behind, where there is one:
/// it is made here of the first address and a number, as the Hub's own `Link` leads elsewhere after a renaming.
package enum Aspect: String, CaseIterable, Sendable {
    case commits, discussions

    /// A history has fewer pages, or it is no history: the longest known one of a model has two.
    static let mostPages = 100

    /// The first address to ask; `everything` as far as one page goes.
    func address(of repo: RepoName, everything: Bool, at hub: HubClient) -> String {
        let base = "\(hub.detailAddress(of: repo.id, kind: repo.kind))/\(rawValue)"
        return switch self {
        case .commits: "\(base)/main?limit=\(everything ? 1000 : 1)"
        case .discussions: base
        }
    }

    /// As many as come at once: the most that may be asked for, and what the server gives by itself.
    var pageSize: Int { self == .commits ? 1000 : 50 }

    func format(everything: Bool) -> String {
        self == .commits && !everything ? "hub-commits-count" : "hub-\(rawValue)"
    }

    func owns(format: String) -> Bool { format == "hub-\(rawValue)" || format == "hub-\(rawValue)-count" }

    /// The address of a later page: 1 is the second.
    ///
    ///     "…/commits/main?limit=1000", 1 → "…/commits/main?limit=1000&p=1"
    static func address(ofPage number: Int, behind first: String) -> String {
        number == 0 ? first : "\(first)\(first.contains("?") ? "&" : "?")p=\(number)"
    }

    /// Which page an address is of: the first without a number, and its number.
    static func page(of url: String) -> (first: String, number: Int) {
        guard let cut = url.lastIndex(of: "p"), cut > url.startIndex, url[cut...].hasPrefix("p="),
            "?&".contains(url[url.index(before: cut)]), let number = Int(url[url.index(cut, offsetBy: 2)...])
        else { return (url, 0) }
        return (String(url[..<url.index(before: cut)]), number)
    }

    /// Which repo an address is about; nil when it is none of this aspect.
    ///
    ///     "https://huggingface.co/api/models/a/b/commits/main?limit=1" → models a/b
    func repo(of url: String) -> RepoName? {
        let path = url.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: false)
        // Scheme, nothing, host; then "api" behind whatever path the server has.
        guard path.count > 6, let api = path[3...].firstIndex(of: "api") else { return nil }
        let parts = path[(api + 1)...].dropLast(self == .commits ? 2 : 1)
        guard let kind = parts.first, parts.count >= 2, path.contains(rawValue[...]) else { return nil }
        let id = parts.dropFirst().joined(separator: "/")
        return RepoID.isValid(id) ? RepoName(kind: String(kind), id: id) : nil
    }
}
