import Core
import Report

/// Words that numbers choose.
enum Wording {
    /// A share as people say it, to begin or follow in a sentence.
    ///
    ///     fraction(0.467) → "almost half"      fraction(0.4951) → "half"      fraction(0.71) → "more than two thirds"
    ///     fraction(0)     → "none"             fraction(1)      → "all"       fraction(0.02) → "one in 50"
    static func fraction(_ share: Double) -> String {
        switch share {
        case ...0: return "none"
        case 1...: return "all"
        case ..<0.075: return "one in \(Format.int(max(2, Int((1 / share).rounded()))))"
        case 0.985...: return "almost all"
        default: break
        }
        let (anchor, words) = fractions.min { abs($0.share - share) < abs($1.share - share) } ?? (share, "some")
        if abs(share - anchor) < 0.0051 { return words }
        return (share < anchor ? "almost " : "more than ") + words
    }

    /// How much later one day is than another: "two years later", "a year later", "five months later", "the same month".
    static func later(_ day: Day, than start: Day) -> String {
        let months = Int((Double(day.number - start.number) / 30.44).rounded())
        let years = (months + 1) / 12
        if years >= 1, abs(months - years * 12) <= 1 {
            return years == 1 ? "a year later" : "\(Format.words(years)) years later"
        }
        return months < 1 ? "days later" : months == 1 ? "a month later" : "\(Format.words(months)) months later"
    }

    /// Three significant digits, for a number told in passing: 52,737 → "52,700".
    static func rounded(_ value: Int) -> String {
        var step = 1
        while value / step >= 1000 { step *= 10 }
        return Format.int((value + step / 2) / step * step)
    }

    enum Direction { case rising, falling, steady }

    /// Rising or falling when one value is at least so many times the other.
    static func direction(from first: Double, to last: Double, factor: Double = 1.1) -> Direction {
        if last >= first * factor, last > first { return .rising }
        return last * factor <= first && last < first ? .falling : .steady
    }

    /// "2024" of a model "acme/2024": the name without its owner.
    static func name(_ repoID: String) -> String {
        repoID.firstIndex(of: "/").map { String(repoID[repoID.index(after: $0)...]) } ?? repoID
    }

    /// "Q1 2025", named by its first month.
    static func quarter(_ month: Month) -> String { "Q\((month.ofYear - 1) / 3 + 1)\u{A0}\(month.year)" }

    private static let fractions: [(share: Double, words: String)] = [
        (0.1, "a tenth"), (0.125, "an eighth"), (1.0 / 6, "a sixth"), (0.2, "a fifth"), (0.25, "a quarter"),
        (1.0 / 3, "a third"), (0.4, "two fifths"),
        (0.5, "half"), (0.6, "three fifths"), (2.0 / 3, "two thirds"), (0.75, "three quarters"), (0.8, "four fifths"),
        (0.9, "nine tenths"),
    ]
}

extension String {
    /// "Downloads of models" → "downloads of models", within a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
