import TestSupport
import Testing
import Web

@Suite struct PacerTests {
    /// A server with a fixed window, and how many requests it had to refuse.
    struct FixedWindow {
        let quota: Int
        let seconds: Double
        var started = -Double.infinity
        var used = 0
        var refused = 0

        mutating func take(at now: Double) -> RateLimit {
            if now - started >= seconds { (started, used) = (now, 0) }
            used += 1
            if used > quota { refused += 1 }
            return RateLimit(
                remaining: max(0, quota - used), resetSeconds: (started + seconds - now).rounded(.up), quota: quota,
                windowSeconds: seconds)
        }
    }

    /// Seconds that so many requests take, each lasting `latency`, and how many were refused.
    func walk(_ requests: Int, quota: Int, latency: Double, others: Int = 0) async throws -> (Double, refused: Int) {
        let clock = TestClock()
        let pacer = Pacer(time: clock.time)
        var window = FixedWindow(quota: quota, seconds: 300)
        let start = clock.now
        for number in 0..<requests {
            try await pacer.turn()
            // Others who share the quota take some of it now and then.
            if others > 0, number % others == 0 { _ = window.take(at: clock.now) }
            clock.advance(by: latency)
            pacer.done(window.take(at: clock.now))
        }
        return (clock.now - start, window.refused)
    }

    @Test func aWholeWalkIsNeverRefused() async throws {
        for latency in [0.001, 0.05, 0.3, 0.61, 2] {
            let (seconds, refused) = try await walk(2960, quota: 500, latency: latency)
            #expect(refused == 0, "latency \(latency)")
            // 2,960 requests at 500 a window end in the sixth window, or take what the server takes.
            #expect(seconds <= max(6 * 302, 2960 * latency * 1.3 + 60), "latency \(latency) took \(seconds) s")
        }
    }

    @Test func aShortWalkIsNotHeldUp() async throws {
        #expect(try await walk(450, quota: 500, latency: 0.01).0 < 5)
    }

    @Test func othersOnTheSameQuotaAreNoticed() async throws {
        let (_, refused) = try await walk(1500, quota: 500, latency: 0.1, others: 10)
        #expect(refused == 0)
    }

    @Test func severalWorkersAreNotRefusedEither() async throws {
        let clock = TestClock()
        let pacer = Pacer(time: clock.time)
        var window = FixedWindow(quota: 100, seconds: 300)
        for _ in 0..<100 {
            for _ in 0..<8 { try await pacer.turn() }
            clock.advance(by: 0.2)
            // The answers come in reverse.
            for limit in (0..<8).map({ _ in window.take(at: clock.now) }).reversed() { pacer.done(limit) }
        }
        #expect(window.refused == 0)
    }

    @Test func aDelayIsKeptBetweenRequests() async throws {
        let clock = TestClock()
        let pacer = Pacer(time: clock.time, delaySeconds: 2)
        for _ in 0..<3 {
            try await pacer.turn()
            pacer.done(nil)
        }
        #expect(clock.slept == [2, 2])
    }

    @Test func aPauseHoldsForEverybody() async throws {
        let clock = TestClock()
        let pacer = Pacer(time: clock.time)
        pacer.pause(seconds: 30)
        pacer.pause(seconds: 10)
        try await pacer.turn()
        #expect(clock.slept == [30])
    }
}
