/// A calendar day in UTC, counted from 1970-01-01.
///
///     Day("2024-07-11")!.description          → "2024-07-11"
///     Day(year: 2022, month: 3, day: 2).number → 19053
///     Day("2024-02-30")                        → nil
///
/// Source of the arithmetic: the proleptic Gregorian calendar (ISO 8601).
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01; negative before.
    package var number: Int

    package init(number: Int) { self.number = number }

    package init(year: Int, month: Int, day: Int) {
        self.number = daysFromCivil(year: year, month: month, day: day)
    }

    /// Reads "YYYY-MM-DD"; nil for anything else and for days that do not exist.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            // `Int` would also take a sign.
            text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            (1...12).contains(month), (1...daysIn(month: month, of: year)).contains(day)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Year, month (1 to 12) and day of the month.
    package var civil: (year: Int, month: Int, day: Int) { civilFromDays(number) }

    package var month: Month { Month(year: civil.year, month: civil.month) }

    package var description: String {
        let (year, month, day) = civil
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    package static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

/// A calendar month, counted from January of the year 0.
///
///     Month("2024-07")!.advanced(by: 1).description → "2024-08"
package struct Month: Hashable, Comparable, Strideable, Sendable, CustomStringConvertible {
    /// `year × 12 + month − 1`.
    package var number: Int

    package init(number: Int) { self.number = number }
    package init(year: Int, month: Int) { self.number = year * 12 + month - 1 }

    /// Reads "YYYY-MM"; nil for anything else.
    package init?(_ text: String) {
        guard let day = Day("\(text)-01") else { return nil }
        self = day.month
    }

    package var year: Int { number / 12 }
    /// 1 to 12.
    package var ofYear: Int { number % 12 + 1 }
    package var firstDay: Day { Day(year: year, month: ofYear, day: 1) }
    package var lastDay: Day { Day(number: advanced(by: 1).firstDay.number - 1) }
    package var description: String { "\(padded(year, 4))-\(padded(ofYear, 2))" }

    package func advanced(by n: Int) -> Month { Month(number: number + n) }
    package func distance(to other: Month) -> Int { other.number - number }
    package static func < (a: Month, b: Month) -> Bool { a.number < b.number }
}

/// A second in UTC, counted from 1970-01-01T00:00:00Z.
///
///     Instant("2022-03-02T23:29:04.000Z")!.seconds → 1646263744
///     Instant("2024-13-01T00:00:00Z")              → nil
///
/// Source: RFC 3339. Fractions of a second are read and dropped; an offset other than `Z` is applied.
package struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var seconds: Int

    package init(seconds: Int) { self.seconds = seconds }

    package init?(_ text: String) {
        var text = text
        let parsed = text.withUTF8 { secondsFromRFC3339($0) }
        guard let parsed else { return nil }
        self.seconds = parsed
    }

    package var day: Day { Day(number: floorDivide(seconds, 86_400)) }

    /// "2022-03-02T23:29:04Z".
    package var description: String {
        let second = seconds - day.number * 86_400
        return "\(day)T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))Z"
    }

    package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
}

// MARK: - Calendar arithmetic

private func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((-a + b - 1) / b) }

private func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

private func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
}

// Years are counted from March, so that the leap day is the last of its year and needs no special case.
private func daysFromCivil(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = floorDivide(year, 400)
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
}

private func civilFromDays(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
}

private func secondsFromRFC3339(_ b: UnsafeBufferPointer<UInt8>) -> Int? {
    func digits(_ range: Range<Int>) -> Int? {
        guard range.upperBound <= b.count else { return nil }
        var value = 0
        for i in range {
            guard (48...57).contains(b[i]) else { return nil }
            value = value * 10 + Int(b[i] - 48)
        }
        return value
    }
    guard b.count >= 20, b[4] == 45, b[7] == 45, b[10] == 84 || b[10] == 116 || b[10] == 32, b[13] == 58, b[16] == 58,
        let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10),
        let hour = digits(11..<13), let minute = digits(14..<16), let second = digits(17..<19),
        (1...12).contains(month), (1...daysIn(month: month, of: year)).contains(day),
        hour < 24, minute < 60, second <= 60
    else { return nil }
    var i = 19
    if b[i] == 46 {
        i += 1
        let start = i
        while i < b.count, (48...57).contains(b[i]) { i += 1 }
        guard i > start else { return nil }
    }
    guard let offset = offsetSeconds(b, at: i) else { return nil }
    return daysFromCivil(year: year, month: month, day: day) * 86_400 + hour * 3600 + minute * 60 + second - offset

    func offsetSeconds(_ b: UnsafeBufferPointer<UInt8>, at i: Int) -> Int? {
        guard i < b.count else { return nil }
        if b[i] == 90 || b[i] == 122 { return i + 1 == b.count ? 0 : nil }
        guard b.count == i + 6, b[i] == 43 || b[i] == 45, b[i + 3] == 58,
            let hours = digits(i + 1..<i + 3), let minutes = digits(i + 4..<i + 6), hours < 24, minutes < 60
        else { return nil }
        return (b[i] == 43 ? 1 : -1) * (hours * 3600 + minutes * 60)
    }
}
