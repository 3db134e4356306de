package import Core
import Synchronization

/// A clock that stands until somebody sleeps; then it is later at once.
///
///     let clock = TestClock(at: "2026-11-21T12:00:00Z")
///     try await clock.time.sleep(300)
///     clock.slept → [300]
package final class TestClock: Sendable {
    private struct State {
        var now: Double
        var slept: [Double] = []
    }

    private let state: Mutex<State>

    package init(at text: String = "2026-11-21T12:00:00Z") {
        state = Mutex(State(now: Double(Instant(text)!.seconds)))
    }

    package var time: TimeSource {
        TimeSource(
            now: { self.now },
            sleep: { seconds in
                try Task.checkCancellation()
                self.state.withLock {
                    $0.now += max(0, seconds)
                    $0.slept.append(seconds)
                }
            })
    }

    package var now: Double { state.withLock { $0.now } }
    /// Every wait, in order.
    package var slept: [Double] { state.withLock { $0.slept } }

    package func advance(by seconds: Double) { state.withLock { $0.now += seconds } }
}
