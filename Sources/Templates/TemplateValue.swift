/// What a template is filled with.
///
///     ["title": "Growth", "pages": [["name": "Sizes"]], "lede": .html("<b>760,000</b>"), "next": .none]
///
/// `text` is escaped wherever it stands; only `html`, which the program itself made, may stand unescaped. Nothing,
/// `false`, an empty text and an empty list leave a section out.
package enum TemplateValue: Equatable, Sendable {
    case none
    case flag(Bool)
    case text(String)
    case html(String)
    case list([TemplateValue])
    case object([String: TemplateValue])

    /// A text, or nothing.
    package init(_ text: String?) { self = text.map { .text($0) } ?? .none }

    var isEmpty: Bool {
        switch self {
        case .none: true
        case .flag(let flag): !flag
        case .text(let text), .html(let text): text.isEmpty
        case .list(let items): items.isEmpty
        case .object: false
        }
    }
}

extension TemplateValue: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .text(value) }
    package init(booleanLiteral value: Bool) { self = .flag(value) }
    package init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
    package init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
    }
}

/// Text made safe to stand in an element or in a quoted attribute.
///
///     escapeHTML(#"<a b="c">"#) → "&lt;a b=&quot;c&quot;&gt;"
///
/// Control characters, which HTML forbids, become U+FFFD. Source: WHATWG HTML, 13.1.2 and 13.3.
package func escapeHTML(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "&"): out += "&amp;".utf8
        case UInt8(ascii: "<"): out += "&lt;".utf8
        case UInt8(ascii: ">"): out += "&gt;".utf8
        case UInt8(ascii: "\""): out += "&quot;".utf8
        case UInt8(ascii: "'"): out += "&#39;".utf8
        case 9, 10, 13, 32...126, 128...: out.append(byte)
        default: out += "\u{FFFD}".utf8
        }
    }
    return String(decoding: out, as: UTF8.self)
}
