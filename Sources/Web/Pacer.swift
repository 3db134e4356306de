package import Core
import Synchronization

/// Spends the server's quota so that no request is refused, and no slower than that takes.
///
/// At full speed until a tenth of a window's quota is left; that tenth is spread evenly over the rest of the window,
/// and nothing is sent once it is used up, until a second after the window ends. So a long walk makes as many requests
/// a window as it may, and others who share the quota still find some of it.
///
///     quota 500 in 300 s, a walk of 760 requests: 450 at once, 50 over the rest of the window, 260 in the next one
package final class Pacer: Sendable {
    private struct State {
        var remaining: Int?
        var resetAt = 0.0
        var quota = 0
        var windowSeconds = 0.0
        var blockedUntil = 0.0
        var lastTurn = -Double.infinity
        /// Turns that have no answer yet: the server may not have counted them.
        var underWay = 0
    }

    private let time: TimeSource
    private let delaySeconds: Double
    private let state = Mutex(State())

    /// - Parameter delaySeconds: at least this between two requests.
    package init(time: TimeSource = .system, delaySeconds: Double = 0) {
        self.time = time
        self.delaySeconds = delaySeconds
    }

    /// Returns when the next request may be sent. Each turn is to be followed by `done`.
    package func turn() async throws {
        while true {
            let wait = state.withLock { takeTurn(&$0) }
            if wait <= 0 { return }
            try await time.sleep(wait)
        }
    }

    /// Takes note of an answer, or of there being none.
    package func done(_ limit: RateLimit?) {
        let now = time.now()
        state.withLock { state in
            state.underWay -= 1
            guard let limit, let remaining = limit.remaining, let reset = limit.resetSeconds else { return }
            // Answers overtake one another: within a window the lowest number is the newest.
            let isSameWindow = now + reset < state.resetAt + max(1, state.windowSeconds / 2)
            let left = max(0, remaining - state.underWay)
            state.remaining = isSameWindow ? min(left, state.remaining ?? left) : left
            state.resetAt = isSameWindow ? max(state.resetAt, now + reset) : now + reset
            state.quota = limit.quota ?? max(state.quota, remaining)
            state.windowSeconds = limit.windowSeconds ?? max(state.windowSeconds, reset)
        }
    }

    /// Nobody sends anything for so long.
    package func pause(seconds: Double) {
        let until = time.now() + seconds
        state.withLock { $0.blockedUntil = max($0.blockedUntil, until) }
    }

    /// How many seconds to wait; 0 when the turn was taken.
    private func takeTurn(_ state: inout State) -> Double {
        let now = time.now()
        if let remaining = state.remaining, now >= state.resetAt + (remaining == 0 ? 1 : 0) {
            // A new window: full again, as far as is known.
            state.remaining = max(1, state.quota - state.underWay)
            state.resetAt = now + state.windowSeconds
        }
        var earliest = max(state.blockedUntil, state.lastTurn + delaySeconds)
        if let remaining = state.remaining {
            if remaining == 0 {
                earliest = max(earliest, state.resetAt + 1)
            } else if remaining <= state.quota / 10 {
                earliest = max(earliest, state.lastTurn + (state.resetAt - now) / Double(remaining + 1))
            }
        }
        if earliest > now { return earliest - now }
        state.remaining = state.remaining.map { $0 - 1 }
        state.lastTurn = now
        state.underWay += 1
        return 0
    }
}
