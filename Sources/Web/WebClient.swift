package import Core
package import HTTP
import JSON
import Synchronization

/// Asks any number of servers besides the Hub, each at its own pace, all in one name.
///
///     let web = WebClient(http: try HTTPClient(), userAgent: "HubAtlas/1 (https://example.org/contact)")
///     let page = try await web.get("https://hn.algolia.com/api/v1/search?query=llama&hitsPerPage=0")
///     page.status → 200
///
/// What is missing (404, 410) is a page with that status; 408, 429 and 5xx are waited out; every other status, and a body
/// of the wrong kind, is an error. Safe to use from several tasks.
package final class WebClient: Sendable {
    /// What a body must be to be believed.
    package enum Shape: Sendable {
        case json
        /// HTML, CSV, anything that is not empty.
        case any
        /// A file of settings: nothing in it is an answer, too.
        case maybeEmpty
    }

    package let userAgent: String
    private let transport: PatientClient.Transport
    private let time: TimeSource
    private let retry: RetryPolicy
    private let log: Log
    private let delays: [String: Double]
    private let leastDelay: Double
    private let clients = Mutex<[String: PatientClient]>([:])
    private let robots = Mutex<[String: Robots]>([:])

    /// - Parameters:
    ///   - delays: by host, at least so many seconds between two requests; else what `usualDelays` says.
    ///   - leastDelay: the same for every host; the longer one holds.
    package init(
        userAgent: String, time: TimeSource = .system, retry: RetryPolicy = RetryPolicy(),
        delays: [String: Double] = [:], leastDelay: Double = 0, log: Log = .silent,
        transport: @escaping PatientClient.Transport
    ) {
        self.leastDelay = leastDelay
        self.userAgent = userAgent
        self.time = time
        self.retry = retry
        self.delays = Self.usualDelays.merging(delays) { $1 }
        self.log = log
        self.transport = transport
    }

    package convenience init(
        http: HTTPClient, userAgent: String, time: TimeSource = .system, retry: RetryPolicy = RetryPolicy(),
        leastDelay: Double = 0, log: Log = .silent
    ) {
        self.init(userAgent: userAgent, time: time, retry: retry, leastDelay: leastDelay, log: log) {
            try await http.send($0)
        }
    }

    /// What each service asks for, where it says so in words and not in headers.
    ///
    /// Wikimedia: serial, one a second (API etiquette). Algolia's Hacker News: 10,000 an hour. The Hub's pages for people:
    /// 100 in five minutes without a token; its API is asked through `HubClient`, and has its own limits.
    package static let usualDelays = [
        "www.wikidata.org": 1, "en.wikipedia.org": 1, "wikimedia.org": 1,
        "huggingface.co": 3.1, "hn.algolia.com": 0.4, "datasets-server.huggingface.co": 0.2,
    ]

    /// Who asks for more seconds than that is not waited for: GitHub's window is an hour, and what it says only helps.
    package static let usualPatience = ["api.github.com": 120.0]

    /// - Parameters:
    ///   - headers: besides `User-Agent` and `Accept`; a token goes here, and to this origin alone.
    ///   - maxBodyBytes: nil for what any request may bring.
    /// - Throws: `WebError`, `HTTPError`, `CancellationError`.
    package func get(_ url: String, as shape: Shape = .json, headers: HTTPHeaders = [:], maxBodyBytes: Int? = nil)
        async throws -> WebPage
    {
        let address = try WebAddress(url)
        var request = HTTPRequest(url)
        request.acceptsGzip = !address.isLoopback
        request.headers = headers
        if let maxBodyBytes { request.maxBodyBytes = maxBodyBytes }
        if headers["Accept"] == nil { request.headers.add("Accept", shape == .json ? "application/json" : "*/*") }
        request.headers.add("User-Agent", userAgent)
        return try await client(for: address).fetch(request) { response, request, limit in
            judge(response, to: request, shape, limit)
        }
    }
}

extension WebClient {
    private func client(for address: WebAddress) -> PatientClient {
        clients.withLock { clients in
            if let known = clients[address.origin] { return known }
            var retry = retry
            retry.longestAskedSeconds = min(
                retry.longestAskedSeconds, Self.usualPatience[address.host] ?? .infinity)
            let new = PatientClient(
                name: address.origin, time: time, retry: retry,
                delaySeconds: max(leastDelay, delays[address.host] ?? 0), log: log, transport: transport)
            clients[address.origin] = new
            return new
        }
    }

    private func judge(_ response: HTTPResponse, to request: HTTPRequest, _ shape: Shape, _ limit: RateLimit)
        -> Verdict<WebPage>
    {
        let url = request.url
        let page = WebPage(url: url, status: response.status, fetchedAt: time.instant, body: response.body)
        switch response.status {
        case 200:
            if let why = Self.fault(in: response.body, shape) { return .again(why: why, waitSeconds: nil) }
            return .good(page)
        case 404, 410: return .good(page)
        // GitHub refuses like this, too, when a window's requests are used up.
        case 403 where limit.waitSeconds != nil:
            return .again(why: "status 403, too many requests", waitSeconds: limit.waitSeconds)
        default:
            // A server that repeats what it was sent would have the token printed.
            let secret = request.headers["Authorization"]?.split(separator: " ").last.map(String.init)
            let message = Self.message(of: response.body).masking(secret)
            return .stop(WebError(.refused(status: response.status, message: message), at: url))
        }
    }

    func known(robotsOf origin: String) -> Robots? { robots.withLock { $0[origin] } }
    func keep(_ found: Robots, of origin: String) { robots.withLock { $0[origin] = found } }

    private static func fault(in body: [UInt8], _ shape: Shape) -> String? {
        if shape == .maybeEmpty { return nil }
        guard body.contains(where: { $0 > 0x20 }) else { return "an empty answer" }
        guard shape == .json else { return nil }
        do {
            _ = try JSONDocument.parse(body)
            return nil
        } catch {
            return "not JSON: \(error)"
        }
    }

    /// The server's own words, made safe for a terminal; "" for none.
    private static func message(of body: [UInt8]) -> String {
        // Only a help for people: a body that is no JSON has no message.
        guard let root = try? JSONDocument.parse(body).root else { return "" }
        let error = root["error"]
        let text =
            error?.string ?? error?["message"]?.string ?? error?["info"]?.string ?? root["message"]?.string
            ?? root["detail"]?.string ?? root["title"]?.string ?? ""
        return String(text.prefix(300)).visible
    }
}
