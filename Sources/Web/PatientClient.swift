package import Core
package import HTTP
import Synchronization

/// Asks one server, politely: paced by the limits it states, patient with its faults.
///
///     let client = PatientClient(name: "https://hub.example", …) { try await http.send($0) }
///     let page = try await client.fetch(HTTPRequest("https://hub.example/api")) { response, request, limit in … }
///
/// Safe to use from several tasks; they share one pace.
package final class PatientClient: Sendable {
    /// How a request becomes an answer: `HTTPClient.send`, or a test's own.
    package typealias Transport = @Sendable (HTTPRequest) async throws -> HTTPResponse

    /// What a server that nobody finds is called in the error.
    private let name: String
    private let transport: Transport
    private let time: TimeSource
    private let pacer: Pacer
    private let retry: RetryPolicy
    private let log: Log
    /// Any answer ever came: from then on a server that is away is waited for.
    private let wasReached = Atomic(false)

    /// - Parameter delaySeconds: at least this between two requests, besides what the server's limits ask for.
    package init(
        name: String, time: TimeSource = .system, retry: RetryPolicy = RetryPolicy(), delaySeconds: Double = 0,
        log: Log = .silent, transport: @escaping Transport
    ) {
        self.name = name
        self.time = time
        self.retry = retry
        self.log = log
        self.transport = transport
        pacer = Pacer(time: time, delaySeconds: delaySeconds)
    }

    /// What `judge` makes of the answer, asked for again as long as that says so and patience lasts.
    ///
    /// Statuses 408, 429 and 5xx are waited out before `judge` is asked.
    ///
    /// - Throws: `WebError`, `HTTPError`, what `judge` stops with, `CancellationError`.
    package func fetch<Value>(
        _ request: HTTPRequest, judge: (HTTPResponse, HTTPRequest, RateLimit) throws -> Verdict<Value>
    ) async throws -> Value {
        var (request, tries) = (request, 0)
        while true {
            tries += 1
            switch try await ask(request, judge) {
            case .unreachable(let why):
                // In the middle of a walk a network comes back; at its beginning the address is more likely wrong.
                let isKnown = wasReached.load(ordering: .relaxed)
                let most = isKnown ? retry.maxTries : min(retry.maxTries, retry.firstContactTries)
                guard tries < most else {
                    throw isKnown
                        ? WebError(.gaveUp(tries: tries, why: why), at: request.url)
                        : WebError(.unreachable(why), at: name)
                }
                try await wait(nil, tries: tries, of: most, why: why, url: request.url)
            case .verdict(.good(let value)): return value
            case .verdict(.doubtful(let value)):
                guard tries < retry.maxTries / 2 else { return value }
                try await wait(nil, tries: tries, why: "a value in it cannot be read", url: request.url)
            case .verdict(.stop(let error)): throw error
            case .verdict(.rephrase(let other)): request = other
            case .verdict(.again(let why, let asked)):
                guard tries < retry.maxTries else {
                    throw WebError(.gaveUp(tries: tries, why: why), at: request.url)
                }
                try await wait(asked, tries: tries, why: why, url: request.url)
            }
        }
    }
}

extension PatientClient {
    private enum Outcome<Value: Sendable> {
        case verdict(Verdict<Value>)
        /// Nobody is there: a name that is none, a port that is closed.
        case unreachable(why: String)
    }

    private func ask<Value>(
        _ request: HTTPRequest, _ judge: (HTTPResponse, HTTPRequest, RateLimit) throws -> Verdict<Value>
    ) async throws -> Outcome<Value> {
        try await pacer.turn()
        let response: HTTPResponse
        do {
            response = try await transport(request)
        } catch {
            pacer.done(nil)
            guard let error = error as? HTTPError, error.isTransient else { throw error }
            return error.isNobodyThere
                ? .unreachable(why: error.why) : .verdict(.again(why: error.why, waitSeconds: nil))
        }
        wasReached.store(true, ordering: .relaxed)
        let limit = RateLimit(response.headers, now: time.now())
        pacer.done(limit)
        switch response.status {
        case 408, 500...599:
            return .verdict(.again(why: "status \(response.status)", waitSeconds: limit.waitSeconds))
        case 429: return .verdict(.again(why: "status 429, too many requests", waitSeconds: limit.waitSeconds))
        default: return .verdict(try judge(response, request, limit))
        }
    }

    private func wait(_ asked: Double?, tries: Int, of most: Int? = nil, why: String, url: String) async throws {
        if let asked {
            guard asked <= retry.longestAskedSeconds else { throw WebError(.asksToWait(seconds: asked), at: url) }
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
}
