import FakeHub
import Foundation
import JSON
import Server
import Testing

/// Asks without a network.
func ask(_ hub: FakeHub, _ target: String, headers: [String: String] = [:]) -> ServerResponse {
    hub.respond(to: ServerRequest(target: target, headers: headers))
}

func json(_ answer: ServerResponse) throws -> JSONValue { try JSONValue.parse(answer.body) }

extension ServerResponse {
    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// Path and query of `Link: <…>; rel="next"`.
    var next: String? {
        guard let link = header("Link"), let end = link.firstIndex(of: ">") else { return nil }
        let url = link[link.index(after: link.startIndex)..<end]
        return url.range(of: "/api").map { String(url[$0.lowerBound...]) }
    }
}

/// Every item of a listing, page by page, as a client sees them.
func walk(_ hub: FakeHub, _ target: String) throws -> [JSONValue] {
    var items: [JSONValue] = []
    var next: String? = target
    while let target = next {
        let answer = ask(hub, target)
        try #require(answer.status == 200, "\(target)")
        items += try #require(try json(answer).array)
        next = answer.next
    }
    return items
}

func ids(_ items: [JSONValue]) -> [String] { items.compactMap { $0["id"]?.string } }

func keys(_ item: JSONValue) -> Set<String> { item.object.map { Set($0.keys) } ?? [] }
