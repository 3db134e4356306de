import Core
import Report
import Testing

@Suite struct FormatTests {
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (760_000, "760,000"), (1_838_905_161, "1,838,905,161"),
        (-1234, "\u{2212}1,234"),
    ]) func groupsWholeNumbers(value: Int, text: String) { #expect(Format.int(value) == text) }

    @Test(arguments: [
        (0.0, "0"), (9_999, "9,999"), (10_000, "10\u{A0}k"), (12_340, "12.3\u{A0}k"), (999_499, "999\u{A0}k"),
        (999_950, "1\u{A0}M"), (1_200_000, "1.2\u{A0}M"), (7_615_616_512, "7.62\u{A0}B"), (9_996_000_000, "10\u{A0}B"),
        (178_557_088_768, "179\u{A0}B"), (999_999_999, "1\u{A0}B"),
    ]) func shortensToThreeDigits(value: Double, text: String) { #expect(Format.compact(value) == text) }

    @Test(arguments: [
        (0.0, "0.0\u{202F}%"), (0.467305, "46.7\u{202F}%"), (0.00001, "<\u{A0}0.1\u{202F}%"), (1.0, "100.0\u{202F}%"),
        (0.98916, "98.9\u{202F}%"),
    ]) func writesShares(value: Double, text: String) { #expect(Format.percent(value) == text) }

    @Test(arguments: [
        (0, "0\u{A0}B"), (512, "512\u{A0}B"), (15_200_000_000, "15.2\u{A0}GB"), (1_500, "1.5\u{A0}kB"),
        (999_999, "1\u{A0}MB"),
    ]) func writesBytes(value: Int, text: String) { #expect(Format.bytes(value) == text) }

    @Test func saysUnknownForWhatIsMissing() {
        #expect(Format.int(nil) == "unknown")
        #expect(Format.compact(Int?.none) == "unknown")
        #expect(Format.compact(Double.nan) == "unknown")
        #expect(Format.percent(nil) == "unknown")
        #expect(Format.bytes(nil) == "unknown")
        #expect(Format.day(nil) == "unknown")
        #expect(Format.month(nil) == "unknown")
        #expect(Format.decimal(.infinity, digits: 2) == "unknown")
    }

    @Test func writesDates() {
        #expect(Format.day(Day("2024-07-11")) == "11\u{A0}Jul\u{A0}2024")
        #expect(Format.month(Month("2024-06")) == "June\u{A0}2024")
    }

    @Test func writesDecimalsWithTheirZeros() {
        #expect(Format.decimal(0.6331, digits: 2) == "0.63")
        #expect(Format.decimal(2, digits: 1) == "2.0")
        #expect(Format.decimal(-0.04, digits: 1) == "0.0")
        #expect(Format.decimal(-1234.56, digits: 1) == "\u{2212}1,234.6")
        #expect(Format.decimal(14.05, digits: 0) == "14")
    }

    @Test(arguments: [
        ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
    ]) func joinsLists(items: [String], text: String) { #expect(Format.list(items) == text) }

    @Test func countsWithTheRightNoun() {
        #expect(Format.count(0, "model") == "no models")
        #expect(Format.count(1, "model") == "1 model")
        #expect(Format.count(760_000, "model") == "760,000 models")
        #expect(Format.count(2, "licence family", "licence families") == "2 licence families")
        #expect(Format.noun(1, "model") == "model")
        #expect(Format.words(3) == "three")
        #expect(Format.words(13) == "13")
        #expect(Format.capitalized("three of them") == "Three of them")
    }
}
