import Synchronization

/// The pages of a list, one after another by their `Link` headers.
///
///     for try await page in client.models(ModelQuery()) { … }
///
/// One page ahead: as soon as the head of an answer names the next page, that page is asked for, so the server works
/// while the body travels and while the caller looks at it. Two bodies are in memory at most. Leaving the loop cancels
/// what is under way.
package struct HubPages: AsyncSequence, Sendable {
    package typealias Element = HubPage
    typealias Fetch =
        @Sendable (_ url: String, _ onNext: @escaping @Sendable (String) -> Void) async throws -> HubPage

    private let first: String
    private let fetchesAhead: Bool
    private let fetch: Fetch

    init(first: String, fetchesAhead: Bool, fetch: @escaping Fetch) {
        self.first = first
        self.fetchesAhead = fetchesAhead
        self.fetch = fetch
    }

    package func makeAsyncIterator() -> Iterator {
        Iterator(chain: PageChain(first: first, fetchesAhead: fetchesAhead, fetch: fetch))
    }

    package struct Iterator: AsyncIteratorProtocol {
        fileprivate let chain: PageChain

        package mutating func next() async throws -> HubPage? { try await chain.next() }
    }
}

/// The page that is waited for, and the one behind it.
private final class PageChain: Sendable {
    private struct Link {
        let url: String
        let task: Task<HubPage, any Error>
        /// What this page's head named as the next one.
        var announced: String?
    }

    private struct State {
        var url: String?
        /// What was handed over, by address and by body: a list that leads back to either would never end.
        var visited: Set<String> = []
        var lastBody: Int?
        var current: Link?
        var ahead: Link?
    }

    private let state: Mutex<State>
    private let fetchesAhead: Bool
    private let fetch: HubPages.Fetch

    init(first: String, fetchesAhead: Bool, fetch: @escaping HubPages.Fetch) {
        self.state = Mutex(State(url: first))
        self.fetchesAhead = fetchesAhead
        self.fetch = fetch
    }

    deinit {
        state.withLock { state in
            state.current?.task.cancel()
            state.ahead?.task.cancel()
        }
    }

    func next() async throws -> HubPage? {
        guard let task = try state.withLock({ try startCurrent(&$0) }) else { return nil }
        let page = try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
        var hasher = Hasher()
        page.body.withUnsafeBytes { hasher.combine(bytes: $0) }
        let body = hasher.finalize()
        try state.withLock { state in
            guard page.next == nil || state.lastBody != body else { throw HubError(.cursorStands, at: page.url) }
            state.lastBody = body
            step(&state, to: page.next)
        }
        return page
    }

    private func startCurrent(_ state: inout State) throws -> Task<HubPage, any Error>? {
        guard let url = state.url else { return nil }
        guard state.visited.insert(url).inserted else { throw HubError(.cursorStands, at: url) }
        if state.current == nil { state.current = start(url) }
        return state.current?.task
    }

    /// The page behind becomes the one that is waited for, and may start the one behind itself.
    private func step(_ state: inout State, to next: String?) {
        state.url = next
        state.current = nil
        guard let ahead = state.ahead else { return }
        state.ahead = nil
        // An answer at a later try may name another page than the first one did; the last word counts.
        guard ahead.url == next else { return ahead.task.cancel() }
        state.current = ahead
        if let announced = ahead.announced { state.ahead = start(announced) }
    }

    private func start(_ url: String) -> Link {
        let task = Task { [weak self, fetch] in
            try await fetch(url) { [weak self] next in self?.announce(next, by: url) }
        }
        return Link(url: url, task: task)
    }

    private func announce(_ next: String, by url: String) {
        guard fetchesAhead, next != url else { return }
        state.withLock { state in
            if state.ahead?.url == url {
                state.ahead?.announced = next
            } else if state.url == url, state.ahead == nil {
                state.ahead = start(next)
            }
        }
    }
}
