import Core
import Testing

@testable import Analysis

@Suite struct WordingTests {
    @Test(arguments: [
        (0.0, "none"), (0.02, "one in 50"), (0.1, "a tenth"), (0.153, "almost a sixth"), (0.3, "almost a third"),
        (0.467, "almost half"),
        (0.4951, "half"), (0.52, "more than half"), (0.69, "more than two thirds"), (0.95, "more than nine tenths"),
        (0.999, "almost all"), (1.0, "all"),
    ]) func namesShares(share: Double, words: String) { #expect(Wording.fraction(share) == words) }

    @Test(arguments: [
        ("2022-06-30", "2024-07-11", "two years later"), ("2022-06-30", "2023-06-30", "a year later"),
        ("2024-01-01", "2024-01-05", "days later"), ("2024-01-01", "2024-02-03", "a month later"),
        ("2024-01-01", "2024-06-03", "five months later"),
    ]) func namesSpans(from: String, to: String, words: String) throws {
        #expect(Wording.later(try #require(Day(to)), than: try #require(Day(from))) == words)
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (52_727, "52,700"), (760_000, "760,000"), (1_999, "2,000"), (12_345_678, "12,300,000"),
    ]) func roundsToThreeDigits(value: Int, text: String) { #expect(Wording.rounded(value) == text) }

    @Test func saysRisingOnlyWhenItRises() {
        #expect(Wording.direction(from: 100, to: 120) == .rising)
        #expect(Wording.direction(from: 100, to: 105) == .steady)
        #expect(Wording.direction(from: 100, to: 80) == .falling)
        #expect(Wording.direction(from: 0, to: 0) == .steady)
        #expect(Wording.direction(from: 0, to: 1) == .rising)
    }

    @Test func namesAreDataWhateverTheyHold() {
        #expect(Wording.name("acme/<script>alert(1)</script>") == "<script>alert(1)</script>")
        #expect(Wording.name("gpt2") == "gpt2")
        #expect(Wording.name("a/") == "")
    }
}
