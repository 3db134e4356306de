import Testing

@testable import Web

@Suite struct RetryPolicyTests {
    @Test func waitsDoubleUpToALimitWithTheirUpperHalfDrawn() {
        let policy = RetryPolicy(maxTries: 10, firstWaitSeconds: 1, longestWaitSeconds: 60, seed: 7)
        for (tries, whole) in [(1, 1.0), (2, 2), (3, 4), (6, 32), (7, 60), (50, 60)] {
            let wait = policy.waitSeconds(after: tries, salt: "url")
            #expect(wait >= whole / 2 && wait < whole)
        }
    }

    @Test func sameSeedSameWaitsAndOtherRequestsOthers() {
        let policy = RetryPolicy(seed: 7)
        #expect(policy.waitSeconds(after: 2, salt: "a") == policy.waitSeconds(after: 2, salt: "a"))
        #expect(policy.waitSeconds(after: 2, salt: "a") != policy.waitSeconds(after: 2, salt: "b"))
        #expect(policy.waitSeconds(after: 2, salt: "a") != RetryPolicy(seed: 8).waitSeconds(after: 2, salt: "a"))
    }

    /// The reference implementation's first numbers for seed 1234567.
    @Test func splitMix() {
        var random = SplitMix(seed: 1_234_567)
        #expect((0..<3).map { _ in random.next() } == [6457827717110365317, 3203168211198807973, 9817491932198370423])
    }
}
