/// A JSON value, for what is written and for small documents that are read. Pages of records go through `JSONDocument`.
///
///     JSONValue.object(["b": 1, "a": [true, nil]]).text → #"{"a":[true,null],"b":1}"#
///
/// Written text is always the same for the same value: keys sorted by UTF-8, no spaces, numbers in their shortest form,
/// and never `</`, U+2028 or U+2029 unescaped, so that it may stand inside a script element.
/// Source: RFC 8259. A number that is not finite is written as null.
package enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package var bytes: [UInt8] {
        var out: [UInt8] = []
        write(into: &out)
        return out
    }

    package subscript(key: String) -> JSONValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    package var string: String? { if case .string(let value) = self { value } else { nil } }
    package var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
    package var object: [String: JSONValue]? { if case .object(let value) = self { value } else { nil } }
    package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    package var integer: Int? {
        switch self {
        case .integer(let value): value
        case .number(let value): Int(exactly: value)
        default: nil
        }
    }
    package var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(floatLiteral value: Double) { self = .number(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(nilLiteral: ()) { self = .null }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
    }

    /// A value or null.
    package init(_ value: String?) { self = value.map { .string($0) } ?? .null }
    package init(_ value: Int?) { self = value.map { .integer($0) } ?? .null }
    package init(_ value: Double?) { self = value.map { .number($0) } ?? .null }
    package init(_ value: Bool?) { self = value.map { .bool($0) } ?? .null }
}

extension JSONValue {
    private func write(into out: inout [UInt8]) {
        switch self {
        case .null: out += "null".utf8
        case .bool(let value): out += (value ? "true" : "false").utf8
        case .integer(let value): out += String(value).utf8
        case .number(let value): Self.write(value, into: &out)
        case .string(let value): Self.write(value, into: &out)
        case .array(let values): writeArray(values, into: &out)
        case .object(let members): writeObject(members, into: &out)
        }
    }

    private func writeArray(_ values: [JSONValue], into out: inout [UInt8]) {
        out.append(UInt8(ascii: "["))
        for (i, value) in values.enumerated() {
            if i > 0 { out.append(UInt8(ascii: ",")) }
            value.write(into: &out)
        }
        out.append(UInt8(ascii: "]"))
    }

    private func writeObject(_ members: [String: JSONValue], into out: inout [UInt8]) {
        out.append(UInt8(ascii: "{"))
        for (i, key) in members.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }).enumerated() {
            if i > 0 { out.append(UInt8(ascii: ",")) }
            Self.write(key, into: &out)
            out.append(UInt8(ascii: ":"))
            members[key]!.write(into: &out)
        }
        out.append(UInt8(ascii: "}"))
    }

    private static func write(_ value: Double, into out: inout [UInt8]) {
        guard value.isFinite else { return out += "null".utf8 }
        if let whole = Int(exactly: value) { return out += String(whole).utf8 }
        out += "\(value)".utf8
    }

    private static func write(_ value: String, into out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        var previous: UInt8 = 0
        for scalar in value.unicodeScalars {
            switch scalar.value {
            case 0x22: out += #"\""#.utf8
            case 0x5C: out += #"\\"#.utf8
            case 0x0A: out += #"\n"#.utf8
            case 0x0D: out += #"\r"#.utf8
            case 0x09: out += #"\t"#.utf8
            case 0..<0x20, 0x7F: out += escaped(scalar).utf8
            case 0x2028, 0x2029: out += escaped(scalar).utf8
            // "</script" and "<!--" would end or change a script element that the text stands in.
            case 0x2F where previous == UInt8(ascii: "<"): out += #"\/"#.utf8
            case 0x21 where previous == UInt8(ascii: "<"): out += escaped(scalar).utf8
            default: out += String(scalar).utf8
            }
            previous = scalar.isASCII ? UInt8(scalar.value) : 0
        }
        out.append(UInt8(ascii: "\""))
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let hex = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }
}
