import HTTP

/// The way out when a server does not know a name that `expand` asks for.
///
///     ExpandNames.allowed(in: #"Invalid option: expected one of "author"|"likes""#)   → ["author", "likes"]
///     ExpandNames.without(refused: ["likes", "tags"], …)
enum ExpandNames {
    /// The names that a refusal lists as valid; empty when it lists none.
    static func allowed(in message: String) -> Set<String> {
        let marker = "expected one of"
        var rest = message[...]
        while !rest.isEmpty, !rest.hasPrefix(marker) { rest = rest.dropFirst() }
        let parts = rest.dropFirst(marker.count).split(separator: "\"", omittingEmptySubsequences: false)
        // Every second part stands between quotes, some of which come escaped.
        return Set(
            stride(from: 1, to: parts.count, by: 2).map { parts[$0].filter { $0 != "\\" } }.filter { !$0.isEmpty })
    }

    /// The address without the names the server refuses, and those names; nil when there is nothing to leave out.
    ///
    /// Where the server does not say which names it knows, all are left out, and `full=true` asks for what it has.
    static func reduced(_ url: String, refusal: String) -> (url: String, dropped: [String])? {
        guard let mark = url.firstIndex(of: "?") else { return nil }
        var query = QueryString(url[url.index(after: mark)...])
        let asked = query.items.filter { isExpand($0.name) }.map(\.value)
        let allowed = allowed(in: refusal)
        let dropped = asked.filter { !allowed.contains($0) }
        guard !dropped.isEmpty else { return nil }
        query.items.removeAll { isExpand($0.name) && dropped.contains($0.value) }
        if dropped.count == asked.count { query.items.append((name: "full", value: "true")) }
        return ("\(url[..<mark])?\(query.text)", dropped)
    }

    private static func isExpand(_ name: String) -> Bool { name == "expand" || name == "expand[]" }
}
