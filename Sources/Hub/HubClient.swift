package import Core
package import HTTP
import Synchronization
package import Web

/// Asks the Hub, politely: paced by the limits it states, patient with its faults, and with the token for it alone.
///
///     let client = try HubClient(http: HTTPClient(), token: HubToken.find(environment: …))
///     for try await page in client.models(ModelQuery(sort: .likes, limit: 1000)) { page.records }
///
/// Safe to use from several tasks; they share one pace.
package final class HubClient: Sendable {
    /// Where the Hub is.
    package static let publicEndpoint = "https://huggingface.co"

    package let endpoint: String
    private let origin: String
    /// What does not leave the machine costs more to pack and unpack than to send.
    private let acceptsGzip: Bool
    private let token: HubToken?
    private let time: TimeSource
    private let userAgent: String?
    private let client: PatientClient
    private let log: Log
    private let stated = Mutex<RateLimit?>(nil)

    /// - Parameters:
    ///   - endpoint: https, or plain http on this machine.
    ///   - delaySeconds: at least this between two requests, besides what the server's limits ask for.
    ///   - userAgent: who asks; nil for the program's name alone.
    /// - Throws: `HTTPError` for an endpoint that may not be spoken to.
    package init(
        endpoint: String = HubClient.publicEndpoint, token: HubToken? = nil, time: TimeSource = .system,
        retry: RetryPolicy = RetryPolicy(), delaySeconds: Double = 0, userAgent: String? = nil, log: Log = .silent,
        transport: @escaping PatientClient.Transport
    ) throws {
        let address = try WebAddress(endpoint)
        guard address.isSecure || address.isLoopback else { throw HTTPError(.insecure, at: address.text) }
        self.endpoint = endpoint.hasSuffix("/") ? String(endpoint.dropLast()) : endpoint
        self.origin = address.origin
        self.acceptsGzip = !address.isLoopback
        self.token = token
        self.time = time
        self.userAgent = userAgent
        self.log = log
        client = PatientClient(
            name: self.endpoint, time: time, retry: retry, delaySeconds: delaySeconds, log: log, transport: transport)
    }

    package convenience init(
        http: HTTPClient, endpoint: String = HubClient.publicEndpoint, token: HubToken? = nil,
        time: TimeSource = .system, retry: RetryPolicy = RetryPolicy(), delaySeconds: Double = 0,
        userAgent: String? = nil, log: Log = .silent
    ) throws {
        try self.init(
            endpoint: endpoint, token: token, time: time, retry: retry, delaySeconds: delaySeconds,
            userAgent: userAgent, log: log,
            transport: { try await http.send($0) })
    }

    /// The pages of a list of models.
    package func models(_ query: ModelQuery) -> HubPages { pages(from: address(of: query)) }
    /// The pages of a list of datasets.
    package func datasets(_ query: DatasetQuery) -> HubPages { pages(from: address(of: query)) }
    /// The pages of a list of Spaces.
    package func spaces(_ query: SpaceQuery) -> HubPages { pages(from: address(of: query)) }

    /// The pages of a list from that one on: how a walk goes on at its cursor.
    package func pages(from url: String) -> HubPages {
        HubPages(first: url) { [self] url in try await fetch(url, shape: .list, keepsMissing: false) }
    }

    /// Whether requests carry a token, which the Hub answers more often.
    package var hasToken: Bool { token != nil }

    /// What the newest answer that said so granted; nil before the first.
    package var statedLimit: RateLimit? { stated.withLock { $0 } }

    /// Everything about one model: config, safetensors, siblings, card data.
    ///
    /// A model that is gone, private or closed to this caller is a page too, with the status that says so.
    ///
    /// - Throws: `HubError`, `HTTPError`.
    package func model(_ id: String) async throws -> HubPage {
        try await detail(detailAddress(of: id, kind: ModelQuery.kind))
    }

    /// The same by its address.
    package func detail(_ url: String) async throws -> HubPage { try await answer(url, is: .object) }

    /// An answer about one repo of this shape: its commits, its discussions. What is missing or closed to this caller is a
    /// page too, with the status that says so.
    ///
    /// - Throws: `HubError`, `HTTPError`.
    package func answer(_ url: String, is shape: HubShape) async throws -> HubPage {
        try await fetch(url, shape: shape, keepsMissing: true)
    }

    /// The first address of a list.
    package func address<Query: HubQuery>(of query: Query) -> String {
        let text = QueryString(query.parameters).text
        return "\(endpoint)/api/\(Query.kind)\(text.isEmpty ? "" : "?\(text)")"
    }

    /// How many bytes the files of a model's main branch have: answered by `{"path":"","size":123}`.
    package func treeSizeAddress(of id: String) -> String {
        detailAddress(of: id, kind: ModelQuery.kind) + "/treesize/main/"
    }

    /// The model's page for people.
    package func pageAddress(of id: String) -> String { "\(endpoint)/\(QueryString.encode(id, keeping: "/"))" }

    /// `detailAddress(of: "a/b c", kind: "models")` → "https://huggingface.co/api/models/a/b%20c"
    package func detailAddress(of id: String, kind: String) -> String {
        "\(endpoint)/api/\(kind)/\(QueryString.encode(id, keeping: "/"))"
    }
}

// MARK: - One request, until it succeeds or there is no more use in it

extension HubClient {
    private func fetch(_ url: String, shape: HubShape, keepsMissing: Bool) async throws -> HubPage {
        guard try WebAddress(url).origin == origin else {
            throw HubError(.foreignHost(endpoint: endpoint), at: url)
        }
        var request = HTTPRequest(url)
        request.acceptsGzip = acceptsGzip
        request.headers.add("Accept", "application/json")
        if let userAgent { request.headers.add("User-Agent", userAgent) }
        if let token { request.headers.add("Authorization", "Bearer \(token.secret)") }
        return try await client.fetch(request) { response, request, limit in
            if limit.quota != nil { stated.withLock { $0 = limit } }
            return try judge(response, of: request, shape, keepsMissing: keepsMissing)
        }
    }

    private func judge(
        _ response: HTTPResponse, of request: HTTPRequest, _ shape: HubShape, keepsMissing: Bool
    ) throws -> Verdict<HubPage> {
        let url = request.url
        switch response.status {
        case 200: return try judgeBody(response, of: url, shape)
        case _ where keepsMissing && isMissing(response.status):
            return .good(
                HubPage(url: url, status: response.status, fetchedAt: time.instant, body: response.body, records: 0))
        default:
            // A server that repeats what it was sent would have the token printed.
            let message = HubBody.message(of: response.body).masking(token?.secret)
            if response.status == 400, let (reduced, dropped) = ExpandNames.reduced(url, refusal: message) {
                let names = dropped.joined(separator: ", ")
                log.warning("Collect", "the server does not give \(names) in lists: going on without")
                var other = request
                other.url = reduced
                return .rephrase(other)
            }
            return .stop(HubError(.refused(status: response.status, message: String(message.prefix(300))), at: url))
        }
    }

    /// Without a token the Hub answers 401 for what is not there; with one, 401 means that the token is wrong.
    private func isMissing(_ status: Int) -> Bool {
        [403, 404, 410, 451].contains(status) || (status == 401 && token == nil)
    }

    /// The next page's address; it may be relative to this page's.
    private static func next(in headers: HTTPHeaders, from url: String) throws -> String? {
        try LinkHeader.next(in: headers.all("Link")).map { try WebAddress(url).resolving($0).text }
    }

    private func judgeBody(_ response: HTTPResponse, of url: String, _ shape: HubShape) throws -> Verdict<HubPage> {
        switch HubBody.check(response.body, is: shape) {
        case .bad(let why):
            return .again(why: why, waitSeconds: nil)
        case .good(let records):
            return .good(try page(of: response, at: url, records))
        case .doubtful(let records):
            return .doubtful(try page(of: response, at: url, records))
        }
    }

    private func page(of response: HTTPResponse, at url: String, _ records: Int) throws -> HubPage {
        HubPage(
            url: url, status: response.status, fetchedAt: time.instant, body: response.body,
            next: try Self.next(in: response.headers, from: url), records: records,
            total: response.headers["X-Total-Count"].flatMap { Int($0) }
                .flatMap { (0...WireReader.greatestCount).contains($0) ? $0 : nil })
    }
}
