package import Core
package import HTTP
import Synchronization

/// Asks the Hub, politely: paced by the limits it states, patient with its faults, and with the token for it alone.
///
///     let client = try HubClient(http: HTTPClient(), token: HubToken.find(environment: …))
///     for try await page in client.models(ModelQuery(sort: .likes, limit: 1000)) { page.records }
///
/// Safe to use from several tasks; they share one pace.
package final class HubClient: Sendable {
    /// How a request becomes an answer: `HTTPClient.send`, or a test's own.
    package typealias Transport = @Sendable (HTTPRequest) async throws -> HTTPResponse

    /// Where the Hub is.
    package static let publicEndpoint = "https://huggingface.co"

    package let endpoint: String
    private let origin: String
    /// What does not leave the machine costs more to pack and unpack than to send.
    private let acceptsGzip: Bool
    private let token: HubToken?
    private let transport: Transport
    private let time: TimeSource
    private let pacer: Pacer
    private let retry: RetryPolicy
    private let log: Log
    /// Any answer ever came: from then on a server that is away is waited for.
    private let wasReached = Atomic(false)

    /// - Parameters:
    ///   - endpoint: https, or plain http on this machine.
    ///   - delaySeconds: at least this between two requests, besides what the server's limits ask for.
    /// - Throws: `HTTPError` for an endpoint that may not be spoken to.
    package init(
        endpoint: String = HubClient.publicEndpoint, token: HubToken? = nil, time: TimeSource = .system,
        retry: RetryPolicy = RetryPolicy(), delaySeconds: Double = 0, log: Log = .silent,
        transport: @escaping Transport
    ) throws {
        let address = try WebAddress(endpoint)
        guard address.isSecure || address.isLoopback else { throw HTTPError(.insecure, at: address.text) }
        self.endpoint = endpoint.hasSuffix("/") ? String(endpoint.dropLast()) : endpoint
        self.origin = address.origin
        self.acceptsGzip = !address.isLoopback
        self.token = token
        self.transport = transport
        self.time = time
        self.pacer = Pacer(time: time, delaySeconds: delaySeconds)
        self.retry = retry
        self.log = log
    }

    package convenience init(
        http: HTTPClient, endpoint: String = HubClient.publicEndpoint, token: HubToken? = nil,
        time: TimeSource = .system, retry: RetryPolicy = RetryPolicy(), delaySeconds: Double = 0, log: Log = .silent
    ) throws {
        try self.init(
            endpoint: endpoint, token: token, time: time, retry: retry, delaySeconds: delaySeconds, log: log,
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
        HubPages(first: url) { [self] url in try await fetch(url, shape: .list) }
    }

    /// Everything about one model: config, safetensors, siblings, card data.
    ///
    /// A model that is gone, private or closed to this caller is a page too, with the status that says so.
    ///
    /// - Throws: `HubError`, `HTTPError`.
    package func model(_ id: String) async throws -> HubPage {
        try await detail(detailAddress(of: id, kind: ModelQuery.kind))
    }

    /// The same by its address.
    package func detail(_ url: String) async throws -> HubPage { try await fetch(url, shape: .object) }

    /// The first address of a list.
    package func address<Query: HubQuery>(of query: Query) -> String {
        let text = QueryString(query.parameters).text
        return "\(endpoint)/api/\(Query.kind)\(text.isEmpty ? "" : "?\(text)")"
    }

    /// `detailAddress(of: "a/b c", kind: "models")` → "https://huggingface.co/api/models/a/b%20c"
    package func detailAddress(of id: String, kind: String) -> String {
        "\(endpoint)/api/\(kind)/\(QueryString.encode(id, keeping: "/"))"
    }
}

// MARK: - One request, until it succeeds or there is no more use in it

extension HubClient {
    private enum Verdict {
        case good(HubPage)
        /// Whole, but with a value that no reader takes: perhaps hurt on the way, perhaps what the server has.
        case doubtful(HubPage)
        case again(why: String, waitSeconds: Double?)
        /// Nobody is there: a name that is none, a port that is closed.
        case unreachable(why: String)
        /// The same question in other words, at once.
        case rephrase(url: String)
        case stop(HubError)
    }

    private func fetch(_ url: String, shape: HubShape) async throws -> HubPage {
        guard try WebAddress(url).origin == origin else {
            throw HubError(.foreignHost(endpoint: endpoint), at: url)
        }
        var (url, tries) = (url, 0)
        while true {
            tries += 1
            switch try await ask(url, shape) {
            case .good(let page): return page
            case .doubtful(let page):
                guard tries < retry.maxTries / 2 else { return page }
                try await wait(nil, tries: tries, why: "a value in it cannot be read", url: url)
            case .stop(let error): throw error
            case .rephrase(let other): url = other
            case .again(let why, let asked):
                guard tries < retry.maxTries else { throw HubError(.gaveUp(tries: tries, why: why), at: url) }
                try await wait(asked, tries: tries, why: why, url: url)
            case .unreachable(let why):
                // In the middle of a walk a network comes back; at its beginning the address is more likely wrong.
                let isKnown = wasReached.load(ordering: .relaxed)
                let most = isKnown ? retry.maxTries : min(retry.maxTries, retry.firstContactTries)
                guard tries < most else {
                    throw isKnown
                        ? HubError(.gaveUp(tries: tries, why: why), at: url) : HubError(.unreachable(why), at: endpoint)
                }
                try await wait(nil, tries: tries, of: most, why: why, url: url)
            }
        }
    }

    private func wait(_ asked: Double?, tries: Int, of most: Int? = nil, why: String, url: String) async throws {
        if let asked {
            guard asked <= retry.longestAskedSeconds else { throw HubError(.asksToWait(seconds: asked), at: url) }
            pacer.pause(seconds: asked)
        }
        let seconds = asked ?? retry.waitSeconds(after: tries, salt: url)
        let rounded = (seconds * 10).rounded() / 10
        // A cursor is long and says nothing to people.
        let place = url.count > 100 ? "\(url.prefix(100))…" : url
        let count = "\(tries + 1) of \(most ?? retry.maxTries)"
        log.warning("Collect", "\(place): \(why); trying again in \(rounded) s (\(count))")
        try await time.sleep(seconds)
    }

    private func ask(_ url: String, _ shape: HubShape) async throws -> Verdict {
        try await pacer.turn()
        var request = HTTPRequest(url)
        request.acceptsGzip = acceptsGzip
        request.headers.add("Accept", "application/json")
        if let token { request.headers.add("Authorization", "Bearer \(token.secret)") }
        let response: HTTPResponse
        do {
            response = try await transport(request)
        } catch {
            pacer.done(nil)
            guard let error = error as? HTTPError, error.isTransient else { throw error }
            return error.isNobodyThere ? .unreachable(why: error.why) : .again(why: error.why, waitSeconds: nil)
        }
        wasReached.store(true, ordering: .relaxed)
        let limit = RateLimit(response.headers, now: time.now())
        pacer.done(limit)
        return try judge(response, of: url, shape, limit)
    }

    private func judge(_ response: HTTPResponse, of url: String, _ shape: HubShape, _ limit: RateLimit) throws
        -> Verdict
    {
        switch response.status {
        case 200: return try judgeBody(response, of: url, shape)
        case 408, 500...599: return .again(why: "status \(response.status)", waitSeconds: limit.waitSeconds)
        case 429: return .again(why: "status 429, too many requests", waitSeconds: limit.waitSeconds)
        case _ where shape == .object && isMissing(response.status):
            return .good(
                HubPage(url: url, status: response.status, fetchedAt: time.instant, body: response.body, records: 0))
        default:
            let message = HubBody.message(of: response.body)
            if response.status == 400, let (reduced, dropped) = ExpandNames.reduced(url, refusal: message) {
                let names = dropped.joined(separator: ", ")
                log.warning("Collect", "the server does not give \(names) in lists: going on without")
                return .rephrase(url: reduced)
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

    private func judgeBody(_ response: HTTPResponse, of url: String, _ shape: HubShape) throws -> Verdict {
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
            next: try Self.next(in: response.headers, from: url), records: records)
    }
}
