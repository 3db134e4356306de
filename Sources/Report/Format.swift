package import Core

/// Numbers, dates and lists as every page words them; `assets/js/chart/format.js` says the same, and both are held to
/// `Tests/Fixtures/format.json`. What is missing is "unknown", never 0.
///
///     Format.int(760_000)           → "760,000"
///     Format.compact(7_615_616_512) → "7.62 B"       three significant digits, a no-break space before the unit
///     Format.percent(0.467)         → "46.7 %"       a narrow no-break space before the sign
///     Format.bytes(15_200_000_000)  → "15.2 GB"      decimal units
///     Format.day(Day("2024-07-11")) → "11 Jul 2024"
///     Format.list(["a", "b", "c"])  → "a, b and c"
package enum Format {
    /// What is missing is this word, never 0.
    package static let unknown = "unknown"

    /// `int(760000)` → "760,000".
    package static func int(_ value: Int?) -> String { value.map { grouped($0) } ?? unknown }

    /// `compact(7615616512)` → "7.62 B": three digits.
    package static func compact(_ value: Int?) -> String { compact(value.map(Double.init)) }

    package static func compact(_ value: Double?) -> String {
        guard let value, value.isFinite else { return unknown }
        let sign = value < 0 ? minus : ""
        return sign + scaled(abs(value), [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")], from: 1e4)
    }

    /// `bytes(15200000000)` → "15.2 GB", by powers of 1,000.
    package static func bytes(_ value: Int?) -> String {
        guard let value else { return unknown }
        let text = scaled(Double(max(0, value)), [(1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1e3, "kB")], from: 1e3)
        return text.last?.isNumber == true ? text + space + "B" : text
    }

    /// One decimal of a hundredth; a positive share too small for it is "< 0.1 %", one too near to all "> 99.9 %".
    package static func percent(_ share: Double?) -> String {
        guard let share, share.isFinite else { return unknown }
        let sign = narrowSpace + "%"
        if share > 0, share < 0.0005 { return "<" + space + "0.1" + sign }
        if share < 1, share >= 0.9995 { return ">" + space + "99.9" + sign }
        return decimal(share * 100, digits: 1) + sign
    }

    /// Whole hundredths where they suffice, for titles: `wholePercent(0.467)` → "47 %", `wholePercent(0.004)` → "0.4 %".
    package static func wholePercent(_ share: Double?) -> String {
        guard let share, share.isFinite else { return unknown }
        let isFine = (share > 0 && share < 0.0095) || (share < 1 && share >= 0.995)
        return isFine ? percent(share) : decimal(share * 100, digits: 0) + narrowSpace + "%"
    }

    /// With exactly so many digits after the point: `decimal(0.6331, digits: 2)` → "0.63".
    package static func decimal(_ value: Double?, digits: Int) -> String {
        guard let value, value.isFinite, abs(value) < 1e15 else { return unknown }
        let power = (0..<digits).reduce(1.0) { power, _ in power * 10 }
        let units = Int((abs(value) * power).rounded())
        let sign = value < 0 && units > 0 ? minus : ""
        guard digits > 0 else { return sign + grouped(units) }
        let fraction = String(units % Int(power))
        return sign + grouped(units / Int(power)) + "." + String(repeating: "0", count: digits - fraction.count)
            + fraction
    }

    /// With its sign, also a plus: `signed(13.84, digits: 1)` → "+13.8".
    package static func signed(_ value: Double?, digits: Int) -> String {
        let text = decimal(value, digits: digits)
        return (value ?? 0) > 0 && text.contains { "123456789".contains($0) } ? "+" + text : text
    }

    /// How likely by chance: `probability(0.0312)` → "p = 0.031", `probability(1e-9)` → "p < 0.001".
    package static func probability(_ p: Double?) -> String {
        guard let p, p.isFinite else { return "p" + space + unknown }
        return p < 0.001 ? "p" + space + "<" + space + "0.001" : "p" + space + "=" + space + decimal(p, digits: 3)
    }

    /// `day(2024-07-11)` → "11 Jul 2024".
    package static func day(_ day: Day?) -> String {
        guard let day else { return unknown }
        let (year, month, number) = day.civil
        return "\(number)\(space)\(monthNames[month - 1].prefix(3))\(space)\(year)"
    }

    /// `month(2024-07)` → "July 2024".
    package static func month(_ month: Month?) -> String {
        guard let month else { return unknown }
        return "\(monthNames[month.ofYear - 1])\(space)\(month.year)"
    }

    /// "a", "a and b", "a, b and c"; nothing for none.
    package static func list(_ items: [String]) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    /// "no models", "1 model", "760,000 models".
    package static func count(_ value: Int, _ one: String, _ many: String? = nil) -> String {
        value == 0 ? "no \(many ?? one + "s")" : grouped(value) + " " + noun(value, one, many)
    }

    /// The noun alone: "model" for 1, else "models".
    package static func noun(_ value: Int, _ one: String, _ many: String? = nil) -> String {
        value == 1 ? one : many ?? one + "s"
    }

    /// Small numbers in words, as prose has them: 3 → "three"; from thirteen on in figures.
    package static func words(_ value: Int) -> String {
        (0..<smallNumbers.count).contains(value) ? smallNumbers[value] : grouped(value)
    }

    /// The first letter made a capital, for a sentence that begins with a computed word.
    package static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension Format {
    private static let space = "\u{A0}"
    private static let narrowSpace = "\u{202F}"
    private static let minus = "\u{2212}"
    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let smallNumbers = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]

    private static func grouped(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var out = ""
        for (i, digit) in digits.enumerated() {
            if i > 0, (digits.count - i) % 3 == 0 { out += "," }
            out.append(digit)
        }
        return (value < 0 ? minus : "") + out
    }

    /// Three significant digits in the greatest unit that leaves a whole part; below `from` a whole number without unit.
    private static func scaled(_ value: Double, _ units: [(size: Double, name: String)], from: Double) -> String {
        guard value >= from else { return grouped(Int(value.rounded())) }
        var i = units.firstIndex { value >= $0.size } ?? units.count - 1
        // 999,950 is 1,000 k when rounded: that is 1 M.
        if i > 0, (value / units[i].size).rounded() >= 1000 { i -= 1 }
        let number = value / units[i].size
        let digits = number < 9.995 ? 2 : number < 99.95 ? 1 : 0
        return trimmed(decimal(number, digits: digits)) + space + units[i].name
    }

    private static func trimmed(_ number: String) -> String {
        guard number.contains(".") else { return number }
        var text = Substring(number)
        while text.last == "0" { text = text.dropLast() }
        return String(text.last == "." ? text.dropLast() : text)
    }
}
