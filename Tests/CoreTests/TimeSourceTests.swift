import Core
import Testing

@Test func wholeSecondsAreRoundedDown() {
    #expect(TimeSource(now: { 1.99 }, sleep: { _ in }).instant == Instant(seconds: 1))
}

@Test func theSystemsClockGoesForward() {
    let first = TimeSource.system.now()
    #expect(TimeSource.system.now() >= first)
    #expect(TimeSource.system.instant > Instant("2026-01-01T00:00:00Z")!)
}

@Test func aCancelledSleepThrows() async {
    let task = Task { try await TimeSource.system.sleep(3600) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
}
