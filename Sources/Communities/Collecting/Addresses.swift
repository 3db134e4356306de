import HTTP
import Sources

/// What is asked where. The same questions lead back to their answers when cleaning reads the archive.
struct Addresses: Equatable {
    let hub: String
    let endpoints: Endpoints

    /// - Throws: `HTTPError` for what is no address.
    init(hub: String) throws {
        self.hub = hub
        // As the desk was made: a Hub on this machine stands for all services.
        endpoints = try WebAddress(hub).isLoopback ? Endpoints(mirror: hub) : Endpoints()
    }

    /// The services themselves and no mirror on this machine: the rules of their houses hold, and tokens are theirs.
    var isReal: Bool { endpoints == Endpoints() }

    func overview(_ name: String) -> String { "\(hub)/api/organizations/\(QueryString.encode(name))/overview" }

    func page(_ name: String) -> String { "\(hub)/\(QueryString.encode(name))" }

    func gitHub(_ name: String) -> String { "\(endpoints.github)/orgs/\(QueryString.encode(name))" }

    func wikidataSearch(_ text: String) -> String {
        wikidata([
            ("action", "wbsearchentities"), ("search", text), ("language", "en"), ("type", "item"), ("limit", "5"),
        ])
    }

    /// At most 50.
    func wikidataEntities(_ ids: [String]) -> String {
        wikidata([
            ("action", "wbgetentities"), ("ids", ids.joined(separator: "|")),
            ("props", "labels|aliases|claims|sitelinks"), ("languages", "en"), ("sitefilter", "enwiki"),
        ])
    }

    func article(_ title: String) -> String {
        let query = QueryString([
            ("action", "parse"), ("page", title), ("prop", "text"), ("section", "0"), ("redirects", "1"),
            ("format", "json"), ("formatversion", "2"),
        ])
        return "\(endpoints.wikipedia)/w/api.php?\(query.text)"
    }

    private func wikidata(_ items: [(name: String, value: String)]) -> String {
        "\(endpoints.wikidata)/w/api.php?\(QueryString(items + [("format", "json")]).text)"
    }
}
