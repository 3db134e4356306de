#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// What time it is, and how to wait: a value of closures, so that a test can let hours pass at once.
///
///     let time = TimeSource.system
///     let started = time.now()
///     try await time.sleep(0.5)
package struct TimeSource: Sendable {
    /// Seconds since 1970-01-01T00:00:00Z, with fractions.
    package var now: @Sendable () -> Double
    /// Waits so many seconds. Throws `CancellationError` when the task is cancelled meanwhile.
    package var sleep: @Sendable (_ seconds: Double) async throws -> Void

    package init(now: @escaping @Sendable () -> Double, sleep: @escaping @Sendable (Double) async throws -> Void) {
        self.now = now
        self.sleep = sleep
    }

    /// The whole second that it is.
    package var instant: Instant { Instant(seconds: Int(now().rounded(.down))) }

    /// The machine's clock.
    package static let system = TimeSource(
        now: {
            var time = timespec()
            clock_gettime(CLOCK_REALTIME, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        },
        sleep: { seconds in
            if seconds > 0 { try await Task.sleep(for: .seconds(seconds)) }
        })
}
