/// What can be saved of a page that is not JSON as a whole: its records one by one.
///
///     JSONSalvage.elements(of: #"[{"id":"a"},{"id":"b"#) → [{"id":"a"}]     the page ends in the middle of b
///     JSONSalvage.elements(of: #"{"id":"a","n":1e999}"#) → [all of it]       a page of one record
///     JSONSalvage.elements(of: "<html>")                 → []
package enum JSONSalvage {
    /// The objects of the outermost array, or the one outermost object, as they stand; the last one only when it is whole.
    package static func elements(of bytes: [UInt8]) -> [ArraySlice<UInt8>] { scan(bytes).elements }

    /// How many records there are in a page that ends where its outermost bracket closes; nil for one that was cut off.
    package static func wholeCount(of bytes: [UInt8]) -> Int? {
        let (elements, end) = scan(bytes)
        guard let end, bytes[end...].allSatisfy({ $0 <= 0x20 }) else { return nil }
        return elements.count
    }

    /// - Returns: `end`: the place behind the outermost bracket, where it is closed.
    private static func scan(_ bytes: [UInt8]) -> (elements: [ArraySlice<UInt8>], end: Int?) {
        var elements: [ArraySlice<UInt8>] = []
        var depth = 0
        var start = 0
        var isInString = false
        var isEscaped = false
        let recordDepth = bytes.first { $0 > 0x20 } == UInt8(ascii: "{") ? 0 : 1
        for (i, byte) in bytes.enumerated() {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else {
                    isInString = byte != UInt8(ascii: "\"")
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if depth == recordDepth { start = i }
                depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == recordDepth, byte == UInt8(ascii: "}") { elements.append(bytes[start...i]) }
                if depth <= 0 { return (elements, i + 1) }
            default: break
            }
        }
        return (elements, nil)
    }

    /// The text with `null` in place of every number that 64 bits cannot hold, and how many those were.
    ///
    ///     {"likes":123456789012345678901234567890} → {"likes":null                          }, 1
    package static func withoutHugeNumbers(_ bytes: some Collection<UInt8>) -> (bytes: [UInt8], replaced: Int) {
        var out = Array(bytes)
        var replaced = 0
        var i = 0
        while i < out.count {
            if out[i] == UInt8(ascii: "\"") {
                i = endOfString(out, from: i)
            } else if isNumberByte(out[i]) {
                let end = out[i...].firstIndex { !isNumberByte($0) } ?? out.count
                if isHuge(out[i..<end]) {
                    out.replaceSubrange(
                        i..<end, with: Array("null".utf8) + [UInt8](repeating: 0x20, count: end - i - 4))
                    replaced += 1
                }
                i = end
            } else {
                i += 1
            }
        }
        return (out, replaced)
    }

    private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
        var i = start + 1
        while i < bytes.count, bytes[i] != UInt8(ascii: "\"") { i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(i + 1, bytes.count)
    }

    /// Digits, sign, point, and the "e" of an exponent; the "e" of `true` and `false` makes a word of one byte.
    private static func isNumberByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    private static func isHuge(_ number: ArraySlice<UInt8>) -> Bool {
        guard number.count > 4 else { return false }
        let text = String(decoding: number, as: UTF8.self)
        if let value = Double(text), value.isFinite {
            return Int(text) == nil && UInt64(text) == nil && !text.contains { ".eE".contains($0) }
        }
        return true
    }
}
