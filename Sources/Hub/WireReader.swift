package import Core
package import JSON

/// Reads the fields of one record leniently: a value of the wrong type is as good as absent, and noted.
///
///     var reader = WireReader(subject: "acme/model")
///     reader.integer(view, "downloads")   → 7 for 7; nil for "7", with a `field.type` diagnostic; nil for null
package struct WireReader {
    /// Bounds on what a record may hold. Real ones stay well below; the greatest list of tags in 760,000 models has 4,046.
    package enum Limit {
        package static let listItems = 10_000
        package static let textBytes = 300
    }

    package var subject: String
    package var diagnostics: [Diagnostic] = []

    package init(subject: String) { self.subject = subject }

    /// Something wrong with this record.
    package mutating func note(_ identifier: String, _ detail: String = "") {
        diagnostics.append(Diagnostic(identifier, at: subject, detail))
    }

    /// A text of at most `Limit.textBytes`.
    package mutating func string(_ view: JSONView, _ field: StaticString) -> String? {
        guard let length = view.withString({ $0.count }) else { return wrongType(view, field, "text") }
        guard length <= Limit.textBytes else {
            note("field.tooLong", "\(field): \(length) bytes")
            return nil
        }
        return view.string
    }

    /// A count of people or acts: whole and not negative.
    package mutating func count(_ view: JSONView, _ field: StaticString) -> Int? {
        whole(view, field, atMost: Self.greatestCount)
    }

    /// Bytes or parameters: whole and not negative. Real models have more than a million millions of either.
    package mutating func size(_ view: JSONView, _ field: StaticString) -> Int? {
        whole(view, field, atMost: Self.greatestSize)
    }

    private mutating func whole(_ view: JSONView, _ field: StaticString, atMost limit: Int) -> Int? {
        guard let value = view.integer else {
            guard let number = view.number, abs(number) > Double(limit) else {
                return wrongType(view, field, "a whole number")
            }
            note("field.tooLarge", "\(field)")
            return nil
        }
        return within(limit, value, field)
    }

    /// The number where it can be true.
    package mutating func within(_ limit: Int, _ value: Int, _ field: StaticString) -> Int? {
        guard value >= 0 else {
            note("field.negative", "\(field): \(value)")
            return nil
        }
        guard value <= limit else {
            note("field.tooLarge", "\(field): \(value)")
            return nil
        }
        return value
    }

    /// Nothing that a list counts comes near; sums of a million such numbers still fit.
    package static let greatestCount = 1_000_000_000_000

    /// Ten thousand times what the greatest repo holds. Sizes of one repo are added up, those of many never.
    package static let greatestSize = 10_000_000_000_000_000

    /// Any number of a size that something measured may have.
    package mutating func number(_ view: JSONView, _ field: StaticString) -> Double? {
        guard let value = view.number else { return wrongType(view, field, "a number") }
        guard abs(value) <= Double(Self.greatestCount) else {
            note("field.tooLarge", "\(field)")
            return nil
        }
        return value
    }

    /// True or false.
    package mutating func bool(_ view: JSONView, _ field: StaticString) -> Bool? {
        view.bool ?? wrongType(view, field, "true or false")
    }

    /// A day or an instant between 2000 and 2100.
    package mutating func date(_ view: JSONView, _ field: StaticString) -> Instant? {
        guard let text = string(view, field) else { return nil }
        return date(text, field)
    }

    /// A day alone counts as its first second.
    package mutating func date(_ text: String, _ field: StaticString) -> Instant? {
        // Years outside are slips of the hand; the Hub is of 2016, its imported histories are not much older.
        if let date = Instant(text) ?? Instant("\(text)Z") ?? Instant("\(text)T00:00:00Z"), Self.plausible ~= date {
            return date
        }
        note("date.bad", "\(field)")
        return nil
    }

    /// The texts of a list; one text alone is a list of one. Items of another type and overlong ones are left out.
    package mutating func strings(_ view: JSONView, _ field: StaticString) -> [String] {
        if view.kind == .string { return string(view, field).map { [$0] } ?? [] }
        guard view.kind == .array else {
            let nothing: String? = wrongType(view, field, "a list")
            return nothing.map { [$0] } ?? []
        }
        var texts: [String] = []
        var total = 0
        for item in view.elements {
            total += 1
            if total > Limit.listItems { continue }
            if let text = string(item, field) { texts.append(text) }
        }
        if total > Limit.listItems { note("field.tooMany", "\(field): \(total) items") }
        return texts
    }

    private static let plausible = Instant("2000-01-01T00:00:00Z")!...Instant("2100-01-01T00:00:00Z")!

    /// The type alone is noted, never the value: it may be a person's text.
    private mutating func wrongType<Value>(_ view: JSONView, _ field: StaticString, _ wanted: String) -> Value? {
        if !view.isNull { note("field.type", "\(field): \(view.kind.rawValue) instead of \(wanted)") }
        return nil
    }
}
