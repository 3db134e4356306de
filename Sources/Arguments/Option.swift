import Core

/// One option of a command, with the type of what it gives.
///
///     let limit = Option.integer("limit", "N", "at most so many models", in: 1...1000)
///     invocation[limit] → 500 for `--limit 500` or `--limit=500`, nil without
///
/// Declared once and used twice: in a command's table (`limit.entry`) and to read its value. A value is checked when the
/// line is parsed, so that reading it cannot fail.
package struct Option<Value: Sendable>: Sendable {
    package let entry: OptionEntry
    let read: @Sendable ([String]) -> Value
}

/// What parser and help text know of an option, whatever the type of its value.
package struct OptionEntry: Sendable {
    enum Kind: Sendable {
        case flag
        case text
        case repeated
        case choice([String])
        case integer(ClosedRange<Int>)
        case day
    }

    /// As written after the two dashes.
    package let name: String
    let kind: Kind
    /// What stands for the value in the help: "DIR".
    var placeholder = ""
    let summary: String
    /// A variable of the environment that is asked where the option is not given.
    var environment: String?
    /// What holds without the option, as the help names it.
    var fallback: String?
}

extension Option where Value == Bool {
    /// True where it is given: `--fresh`.
    package static func flag(_ name: String, _ summary: String) -> Self {
        Self(entry: OptionEntry(name: name, kind: .flag, summary: summary)) { !$0.isEmpty }
    }
}

extension Option where Value == String? {
    /// A text. `fallback` tells the help what happens without it.
    package static func text(
        _ name: String, _ placeholder: String, _ summary: String, environment: String? = nil, fallback: String? = nil
    ) -> Self {
        let entry = OptionEntry(
            name: name, kind: .text, placeholder: placeholder, summary: summary, environment: environment,
            fallback: fallback)
        return Self(entry: entry) { $0.last }
    }
}

extension Option where Value == String {
    /// A text that has a value without being given: `--out DIR`.
    package static func text(
        _ name: String, _ placeholder: String, _ summary: String, environment: String? = nil, default value: String
    ) -> Self {
        let entry = OptionEntry(
            name: name, kind: .text, placeholder: placeholder, summary: summary, environment: environment,
            fallback: value)
        return Self(entry: entry) { $0.last ?? value }
    }

    /// One of a few words; any other is a usage error with a guess.
    package static func choice(
        _ name: String, _ placeholder: String, _ summary: String, of choices: [String], default value: String
    ) -> Self {
        precondition(choices.contains(value), "option --\(name): the default is none of the choices")
        let entry = OptionEntry(
            name: name, kind: .choice(choices), placeholder: placeholder, summary: summary, fallback: value)
        return Self(entry: entry) { $0.last ?? value }
    }
}

extension Option where Value == [String] {
    /// May be given several times: all values in their order.
    package static func repeated(_ name: String, _ placeholder: String, _ summary: String) -> Self {
        Self(entry: OptionEntry(name: name, kind: .repeated, placeholder: placeholder, summary: summary)) { $0 }
    }
}

extension Option where Value == Int? {
    /// A whole number in a range, or nothing. `fallback` tells the help what happens without it.
    package static func integer(
        _ name: String, _ placeholder: String, _ summary: String, in range: ClosedRange<Int>,
        environment: String? = nil, fallback: String? = nil
    ) -> Self {
        let entry = OptionEntry(
            name: name, kind: .integer(range), placeholder: placeholder, summary: summary, environment: environment,
            fallback: fallback)
        return Self(entry: entry) { $0.last.flatMap { Int($0) } }
    }
}

extension Option where Value == Int {
    /// A whole number in a range, with a value where it is not given.
    package static func integer(
        _ name: String, _ placeholder: String, _ summary: String, in range: ClosedRange<Int>,
        environment: String? = nil, default value: Int
    ) -> Self {
        precondition(range.contains(value), "option --\(name): the default is out of its range")
        let entry = OptionEntry(
            name: name, kind: .integer(range), placeholder: placeholder, summary: summary, environment: environment,
            fallback: String(value))
        return Self(entry: entry) { $0.last.flatMap { Int($0) } ?? value }
    }
}

extension Option where Value == Day? {
    /// A day such as 2024-07-11, or nothing.
    package static func day(_ name: String, _ summary: String) -> Self {
        let entry = OptionEntry(name: name, kind: .day, placeholder: "YYYY-MM-DD", summary: summary)
        return Self(entry: entry) { $0.last.flatMap { Day($0) } }
    }
}
