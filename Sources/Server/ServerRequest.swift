/// What a client asked.
///
///     GET /api/models/a%2Fb/commits?limit=1 →
///     request.segments → ["api", "models", "a/b", "commits"]
///     request.value("limit") → "1"
package struct ServerRequest: Sendable {
    package var method: String
    /// As sent: path and query, still encoded.
    package var target: String
    /// Names in lower case; of a repeated name the last value.
    package var headers: [String: String]
    package var body: [UInt8]

    package init(method: String = "GET", target: String, headers: [String: String] = [:], body: [UInt8] = []) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        self.encodedPath = String(parts.first ?? "")
        self.query = parts.count > 1 ? Percent.query(parts[1]) : []
    }

    /// The part before `?`, as sent.
    package let encodedPath: String
    /// Decoded, in the order sent.
    package let query: [(name: String, value: String)]

    package var path: String { Percent.decode(encodedPath) }

    /// The parts of the path between slashes, each decoded by itself, so that `%2F` does not part.
    package var segments: [String] { encodedPath.split(separator: "/").map { Percent.decode($0) } }

    /// Every value of that name in the query.
    package func values(_ name: String) -> [String] { query.filter { $0.name == name }.map(\.value) }

    /// The last value of that name in the query.
    package func value(_ name: String) -> String? { values(name).last }

    /// The value of a field, whatever the case of its name.
    package func header(_ name: String) -> String? { headers[name.lowercased()] }
}
