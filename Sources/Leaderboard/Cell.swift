import Core
import Hub
import Markup

/// What a table's cell says; nil where it says nothing.
enum Cell {
    /// Text without space around it. A question mark, "None" and "nan" are nothing.
    static func text(_ cell: String?) -> String? {
        guard let cell else { return nil }
        let text = trimmed(cell)
        return ["", "?", "None", "nan", "NaN"].contains(text) ? nil : String(text.prefix(200)).visible
    }

    /// `35.20 %`, `3.24 kg`, `12.5`.
    static func number(_ cell: String?) -> Double? {
        guard let text = text(cell) else { return nil }
        let bare = text.hasSuffix("%") ? text.dropLast() : text.hasSuffix("kg") ? text.dropLast(2) : text[...]
        guard let value = Double(trimmed(bare)), value.isFinite, abs(value) <= 1e12 else { return nil }
        return value
    }

    static func flag(_ cell: String?) -> Bool? {
        switch text(cell)?.lowercased() {
        case "true", "1", "yes": true
        case "false", "0", "no": false
        default: nil
        }
    }

    /// The day of a date, or of a date with a time behind it.
    static func day(_ cell: String?) -> Day? { text(cell).flatMap { Day(String($0.prefix(10))) } }

    /// Billions of parameters as a count; none, or fewer, are unknown.
    static func parameters(_ cell: String?) -> Int? {
        guard let billions = number(cell), billions > 0, billions < 100_000 else { return nil }
        return Int((billions * 1e9).rounded())
    }

    /// A model's name; from mark-up the text of its first link, beside emoji the word that is a name.
    ///
    ///     "<a href=…>01-ai/Yi-1.5-34B</a> <a href=…>📑</a>"  → "01-ai/Yi-1.5-34B"
    static func model(_ cell: String?) -> String? {
        guard let cell else { return nil }
        var text = trimmed(cell)
        if text.contains("<") {
            let page = HTMLDocument(parsing: Array(text.utf8))
            text = trimmed(page.elements(named: "a").first?.text ?? page.root.text)
        }
        if RepoID.isValid(text) { return text }
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init).filter(RepoID.isValid)
        return words.first { $0.contains("/") } ?? (words.count == 1 ? words[0] : nil)
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let rest = text.drop(while: \.isWhitespace)
        guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(rest[...last])
    }
}
