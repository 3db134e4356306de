import Testing

@testable import Analysis

@Suite struct StopwatchTests {
    @Test func addsWhatIsTimedUnderOneNameAndNamesTheSlowest() throws {
        var watch = Stopwatch()
        #expect(watch.slowest(3) == "")
        let sum = watch.time("long") { (0..<3_000_000).reduce(0) { $0 ^ ($1 &* 31) } }
        watch.time("short") {}
        #expect(sum >= 0)
        #expect(watch.slowest(1).hasPrefix("long "))
        #expect(watch.slowest(5).hasSuffix("short 0.0 s"))
        struct Failed: Error {}
        #expect(throws: Failed.self) { try watch.time("long") { throw Failed() } }
    }
}
