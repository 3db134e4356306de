import JSON
import Server

extension World {
    /// The Hub's answer to a request, when nothing goes wrong on the way.
    func answer(_ request: ServerRequest, repeatsLast: Bool = false) -> ServerResponse {
        guard ["GET", "HEAD"].contains(request.method) else {
            return ServerResponse(status: 405, json: ["error": "Method not allowed"])
        }
        do throws(Refusal) {
            return try route(request, repeatsLast: repeatsLast)
        } catch {
            var answer = ServerResponse(status: error.status, json: ["error": .string(error.message)])
            if let code = error.code { answer.headers += [("X-Error-Code", code), ("X-Error-Message", error.message)] }
            return answer
        }
    }

    private func route(_ request: ServerRequest, repeatsLast: Bool) throws(Refusal) -> ServerResponse {
        let parts = request.segments
        if let answer = try leaderboard(request) { return answer }
        if let page = page(parts) { return page }
        if let answer = try mentions(parts, request) { return answer }
        if let answer = try community(parts, request) { return answer }
        guard parts.first == "api", parts.count >= 2 else { throw notFound }
        if let kind = FakeRepo.Kind(rawValue: parts[1]) {
            if parts.count == 2 { return try list(kind, request, repeatsLast: repeatsLast) }
            return try repository(kind, Array(parts.dropFirst(2)), request)
        }
        guard parts.count == 4, parts[3] == "overview" else { throw notFound }
        switch parts[1] {
        case "organizations": return try organization(parts[2])
        case "users": return try user(parts[2])
        default: throw notFound
        }
    }

    private var notFound: Refusal { Refusal(404, "Sorry, we can't find the page you are looking for.") }

    private func list(
        _ kind: FakeRepo.Kind, _ request: ServerRequest, repeatsLast: Bool
    ) throws(Refusal) -> ServerResponse {
        let query = try ListQuery(kind: kind, request)
        let projection = try Projection(kind: kind, request.query)
        let listing = listing(kind)
        let order = listing.order(query)
        var first = 0
        if let text = query.cursor { first = listing.place(behind: try Cursor(text, query), in: order, query) }
        // As when a row moves between two requests. The page keeps its length, so the walk still meets every record.
        let repeated = repeatsLast && first > 0 ? 1 : 0
        let last = min(first + query.limit - repeated, order.count)
        let repos = order[(first - repeated)..<max(first - repeated, last)].map { listing.repos[$0] }
        var answer = ServerResponse(json: .array(repos.map { wire($0, projection.fields, in: self) }))
        if last < order.count, let tail = repos.last {
            answer.headers.append(nextLink(request, ["cursor": Cursor(behind: tail, query).text(query)]))
        }
        return answer
    }
}

/// The Link header of the next page: an absolute URL that carries every parameter.
func nextLink(_ request: ServerRequest, _ changes: KeyValuePairs<String, String>) -> (name: String, value: String) {
    let kept = request.query.filter { field in !changes.contains { $0.key == field.name } }
    let fields = kept.map { ($0.name, $0.value) } + changes.map { ($0.key, $0.value) }
    let query = fields.map { "\(Percent.encode($0.0, keeping: "[]"))=\(Percent.encode($0.1))" }.joined(separator: "&")
    let host = request.header("Host") ?? "127.0.0.1"
    return ("Link", "<http://\(host)\(request.encodedPath)?\(query)>; rel=\"next\"")
}

extension ServerResponse {
    init(status: Int = 200, json: JSONValue) { self.init(status: status, json: json.bytes) }
}
