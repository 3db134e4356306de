package import Core
private import Foundation
package import Server
private import Synchronization

/// An invented Hub behind the real Hub's API, on 127.0.0.1: what `hubatlas mock N` serves, and what tests walk.
///
///     let hub = FakeHub(modelCount: 10_000, seed: 1)
///     try hub.start()
///     hub.baseURL                  → "http://127.0.0.1:40123"
///     hub.modelIDs.count           → 10,000 less the records that hostile owners sent without an id
///     hub.stop()
///
/// The same count and seed give the same models, datasets, spaces, commits and discussions on every machine.
package final class FakeHub: Sendable {
    private struct State: Sendable {
        var server: Server?
        var faults: Faults
        var requests = 0
        var faultsGiven: [Faults.Kind: Int] = [:]
        var windows: [String: Window] = [:]
    }

    let world: World
    package let plan: Plan
    package let windowSeconds: Double
    private let now: @Sendable () -> Double
    private let state: Mutex<State>

    /// - Parameters:
    ///   - modelCount: datasets, spaces, commits and discussions follow from it.
    ///   - windowSeconds: length of the rate limit's window; the Hub's is 300.
    ///   - hostileShare: how many model records are broken on purpose.
    ///   - now: seconds of a clock that only goes forward.
    package init(
        modelCount: Int, seed: UInt64 = 0, plan: Plan = .unlimited, faults: Faults = .none, windowSeconds: Double = 300,
        hostileShare: Double = 0.004, now: @escaping @Sendable () -> Double = { ProcessInfo.processInfo.systemUptime }
    ) {
        self.world = World(modelCount: modelCount, seed: seed, hostileShare: hostileShare)
        self.plan = plan
        self.windowSeconds = windowSeconds
        self.now = now
        self.state = Mutex(State(faults: faults))
    }

    /// Begins to serve; 0 for any free port.
    ///
    /// - Returns: the port.
    /// - Throws: `ServerError` when nothing can listen there.
    @discardableResult
    package func start(port: Int = 0) throws -> Int {
        let server = try Server(port: port) { [weak self] request in
            self?.respond(to: request) ?? ServerResponse(status: 503, text: "stopped")
        }
        state.withLock { $0.server = server }
        return server.port
    }

    /// Ends the server; answers under way are waited for.
    package func stop() {
        // Outside of the lock: stopping waits for answers, and answering takes the lock.
        let server = state.withLock { state in
            defer { state.server = nil }
            return state.server
        }
        server?.stop()
    }

    deinit { stop() }

    /// Empty while it is not started.
    package var baseURL: String { state.withLock { $0.server?.baseURL ?? "" } }

    /// Settable at any time; the next request meets the new ones.
    package var faults: Faults {
        get { state.withLock { $0.faults } }
        set { state.withLock { $0.faults = newValue } }
    }

    /// Titles of its Hacker News, of one month.
    package func newsTitles(in month: Month) -> [String] {
        world.news.filter { Instant(seconds: $0.at).day.month == month }.map(\.title)
    }

    package var requestCount: Int { state.withLock { $0.requests } }
    package var faultsGiven: [Faults.Kind: Int] { state.withLock { $0.faultsGiven } }

    /// In the order of their Mongo ids.
    package var models: [FakeRepo] { world.models.repos }
    package var datasets: [FakeRepo] { world.datasets.repos }
    package var spaces: [FakeRepo] { world.spaces.repos }

    /// What a whole walk of the model list must find: every id that comes over the wire.
    package var modelIDs: Set<String> { Set(models.filter(\.isIdentifiable).map(\.id)) }

    /// Legacy ids without owner, and where they redirect to.
    package var renames: [String: String] { world.renames }

    /// The answer to a request, faults and limits included. Counts the request.
    package func respond(to request: ServerRequest) -> ServerResponse {
        let time = now()
        let token = request.header("Authorization") ?? ""
        let quota = plan == .anonymous && !token.isEmpty ? Plan.free.quota : plan.quota
        let (number, fault, limit) = state.withLock { state in
            state.requests += 1
            let fault = state.faults.draw(state.requests)
            if let fault { state.faultsGiven[fault, default: 0] += 1 }
            var window = state.windows[token] ?? Window(startedAt: time)
            let limit = window.take(at: time, quota: quota, seconds: windowSeconds)
            state.windows[token] = window
            return (state.requests, fault, limit)
        }
        var answer =
            limit.isAllowed
            ? answerOrFault(request, fault, number: number, quota: quota) : tooManyRequests(token: token, quota: quota)
        answer.headers += [
            ("RateLimit", "\"api\";r=\(limit.remaining);t=\(limit.reset)"),
            ("RateLimit-Policy", "\"fixed window\";\"api\";q=\(quota);w=\(Int(windowSeconds))"),
            ("X-Request-Id", "fake-\(number)"),
        ]
        return answer
    }

    private func answerOrFault(
        _ request: ServerRequest, _ fault: Faults.Kind?, number: Int, quota: Int
    ) -> ServerResponse {
        if let fault, let broken = replacement(for: fault, request, number: number, quota: quota) { return broken }
        var answer = world.answer(request, repeatsLast: fault == .duplicate)
        switch fault {
        case .reset: answer.misbehavior = .reset
        case .short: answer.misbehavior = .short
        case .truncate: answer.misbehavior = .truncate
        case .slow: answer.delaySeconds = faults.slowSeconds
        case .utf8:
            if let quote = answer.body.firstIndex(of: UInt8(ascii: "\"")) { answer.body.insert(0xFF, at: quote + 1) }
        default: break
        }
        return answer
    }
}
