/// One value of a `JSONDocument`, cheap to pass on; it keeps its document alive.
///
///     view["likes"]?.integer   → 7, or nil when the key is absent or the value is no whole number
///     view.kind                → .object
package struct JSONView {
    /// The kinds of values that JSON has; whole numbers are told from others.
    package enum Kind: String, Sendable { case null, bool, integer, number, string, array, object }

    let document: JSONDocument
    let index: Int

    private var word: UInt64 { document.tape[index] }
    private var mark: UInt8 { UInt8(truncatingIfNeeded: word >> 56) }
    private var payload: Int { Int(truncatingIfNeeded: word & 0x00FF_FFFF_FFFF_FFFF) }

    package var kind: Kind {
        switch mark {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "l"): .integer
        case UInt8(ascii: "u"), UInt8(ascii: "d"): .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
        default: .null
        }
    }

    package var isNull: Bool { mark == UInt8(ascii: "n") }

    package var bool: Bool? {
        switch mark {
        case UInt8(ascii: "t"): true
        case UInt8(ascii: "f"): false
        default: nil
        }
    }

    /// A whole number that 64 bits with a sign hold; `3.0` counts as 3.
    package var integer: Int? {
        switch mark {
        case UInt8(ascii: "l"): Int(Int64(bitPattern: document.tape[index + 1]))
        case UInt8(ascii: "d"): Int(exactly: Double(bitPattern: document.tape[index + 1]))
        default: nil
        }
    }

    package var number: Double? {
        switch mark {
        case UInt8(ascii: "l"): Double(Int64(bitPattern: document.tape[index + 1]))
        case UInt8(ascii: "u"): Double(document.tape[index + 1])
        case UInt8(ascii: "d"): Double(bitPattern: document.tape[index + 1])
        default: nil
        }
    }

    package var string: String? { withString { String(decoding: $0, as: UTF8.self) } }

    /// Hands the text's bytes to `body`; nil when the value is no string.
    package func withString<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result? {
        guard mark == UInt8(ascii: "\"") else { return nil }
        let start = document.strings + payload
        let length = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
        return try withExtendedLifetime(document) {
            try body(UnsafeBufferPointer(start: start + 4, count: Int(length)))
        }
    }

    /// Whether the value is this text, without making a `String`.
    package func equals(_ text: StaticString) -> Bool {
        withString { bytes in
            bytes.count == text.utf8CodeUnitCount
                && bytes.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: bytes.count))
        } ?? false
    }

    /// The items of an array; none when the value is no array.
    package var elements: JSONElements { JSONElements(of: self, when: UInt8(ascii: "[")) }

    /// Keys with their values, in the text's order; none when the value is no object.
    package var members: JSONMembers { JSONMembers(of: self, when: UInt8(ascii: "{")) }

    /// The value of a key, the last one when the text has it twice; nil when absent or when this is no object.
    package subscript(key: StaticString) -> JSONView? {
        var found: JSONView?
        for (name, value) in members where name.equals(key) { found = value }
        return found
    }

    /// Index of the word behind this value.
    fileprivate var end: Int {
        switch mark {
        case UInt8(ascii: "{"), UInt8(ascii: "["): Int(truncatingIfNeeded: word & 0xFFFF_FFFF)
        case UInt8(ascii: "l"), UInt8(ascii: "u"), UInt8(ascii: "d"): index + 2
        default: index + 1
        }
    }

    fileprivate func inside(_ expected: UInt8) -> Range<Int> {
        mark == expected ? index + 1..<end - 1 : index..<index
    }
}

/// The values of an array, in their order.
package struct JSONElements: Sequence, IteratorProtocol {
    private let document: JSONDocument
    private var position: Int
    private let limit: Int

    fileprivate init(of view: JSONView, when mark: UInt8) {
        let range = view.inside(mark)
        (document, position, limit) = (view.document, range.lowerBound, range.upperBound)
    }

    package mutating func next() -> JSONView? {
        guard position < limit else { return nil }
        let view = JSONView(document: document, index: position)
        position = view.end
        return view
    }

    package var first: JSONView? {
        var copy = self
        return copy.next()
    }
}

/// The members of an object, in the order of the text.
package struct JSONMembers: Sequence, IteratorProtocol {
    private let document: JSONDocument
    private var position: Int
    private let limit: Int

    fileprivate init(of view: JSONView, when mark: UInt8) {
        let range = view.inside(mark)
        (document, position, limit) = (view.document, range.lowerBound, range.upperBound)
    }

    package mutating func next() -> (key: JSONView, value: JSONView)? {
        guard position < limit else { return nil }
        let key = JSONView(document: document, index: position)
        let value = JSONView(document: document, index: position + 1)
        position = value.end
        return (key, value)
    }
}
