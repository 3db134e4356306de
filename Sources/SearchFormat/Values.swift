// How single values of document, detail and facet files are written; the files' own comments say where.

/// A number split so that round ones are short.
///
///     DecimalZeros(7_000_000_000) → zeros 9, digits 7
package struct DecimalZeros: Equatable, Sendable {
    package var zeros: Int
    package var digits: Int

    package init(zeros: Int, digits: Int) {
        self.zeros = zeros
        self.digits = digits
    }

    /// Of a number that is not negative.
    package init(_ value: Int) {
        (zeros, digits) = (0, value)
        while digits > 0, digits % 10 == 0 {
            digits /= 10
            zeros += 1
        }
    }

    /// nil beyond 53 bits.
    package var value: Int? {
        guard zeros < 16 else { return nil }
        var value = digits
        for _ in 0..<zeros {
            guard value < 1 << 53 else { return nil }
            value *= 10
        }
        return value < 1 << 53 ? value : nil
    }
}

/// Numbers to three digits, by which files sort and filter: greater ones have greater codes.
///
///     RoundedNumber.code(7_241_732_096)  → 1 + 1000 + 900 · 6 + 624 = 7025
///     RoundedNumber.value(7025)          → 7_240_000_000
///
/// 0 is unknown; 1 + v for v < 1000; else 1 + 1000 + 900 · (e − 1) + (m − 100), where m · 10^e is the value, rounded half
/// up, and 100 ≤ m < 1000.
package enum RoundedNumber {
    package static func code(_ value: Int?) -> Int {
        guard let value, value >= 0 else { return 0 }
        var power = 1
        var exponent = 0
        while value / power >= 1000 { (power, exponent) = (power * 10, exponent + 1) }
        var digits = (value + power / 2) / power
        if digits == 1000 { (digits, exponent) = (100, exponent + 1) }
        return exponent == 0 ? 1 + digits : 1 + 1000 + 900 * (exponent - 1) + digits - 100
    }

    /// nil for unknown, and for a code that stands for more than 53 bits.
    package static func value(_ code: Int) -> Int? {
        guard code > 0 else { return nil }
        guard code > 1000 else { return code - 1 }
        let (exponent, digits) = (code - 1001).quotientAndRemainder(dividingBy: 900)
        return DecimalZeros(zeros: exponent + 1, digits: digits + 100).value
    }
}

extension ByteWriter {
    /// 0 for none, else 1 + zigzag of the days since 2022-03-02. Takes days since 1970.
    package mutating func append(day: Int?) {
        guard let day else { return append(0) }
        let distance = day - SearchFormat.firstDay
        append(1 + ((distance << 1) ^ (distance >> 63)))
    }

    package mutating func append(created: DocumentEntry.Creation) {
        append(created.code)
    }
}

extension DocumentEntry.Creation {
    /// 0 unknown, 1 before the record, else 2 + zigzag of the days since 2022-03-02.
    package var code: Int {
        switch self {
        case .unknown: return 0
        case .beforeRecord: return 1
        case .day(let day):
            let distance = day - SearchFormat.firstDay
            return 2 + ((distance << 1) ^ (distance >> 63))
        }
    }

    package init(code: Int) {
        switch code {
        case 0: self = .unknown
        case 1: self = .beforeRecord
        default: self = .day(SearchFormat.firstDay + (((code - 2) >> 1) ^ -((code - 2) & 1)))
        }
    }

    /// Days since 1970; nil unless one is known.
    package var day: Int? { if case .day(let day) = self { day } else { nil } }
}

extension ByteReader {
    /// A million days are 2,700 years: more is no day.
    private static let maxDistance = 1_000_000

    package mutating func dayDistance() throws(SearchFormatError) -> Int {
        let distance = try signed()
        guard abs(distance) < Self.maxDistance else { throw damage("a day out of the calendar") }
        return distance
    }

    package mutating func day() throws(SearchFormatError) -> Int? {
        let code = try number(below: 2 * Self.maxDistance, "day")
        return code == 0 ? nil : Self.day(zigzag: code - 1)
    }

    package mutating func created() throws(SearchFormatError) -> DocumentEntry.Creation {
        DocumentEntry.Creation(code: try number(below: 2 * Self.maxDistance, "day"))
    }

    package mutating func choice<Choice: RawRepresentable<UInt8>>() throws(SearchFormatError) -> Choice {
        let raw = try byte()
        guard let choice = Choice(rawValue: raw) else { throw damage("\(Choice.self) \(raw) is not known") }
        return choice
    }

    private static func day(zigzag: Int) -> Int { SearchFormat.firstDay + ((zigzag >> 1) ^ -(zigzag & 1)) }
}
