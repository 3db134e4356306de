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

    /// The text with every number that 64 bits cannot hold in a form that they can, and how many those were: whole ones lose
    /// their last digits, those beyond all bounds become ±9e307. No count, size or score is believed there.
    ///
    ///     {"likes":123456789012345678901234567890} → {"likes":1234567890123456789012345678e2}, 1
    ///     {"likes":1e999}                          → {"likes":9e307}, 1
    static func withNumbersThatFit(_ text: some Collection<UInt8>) -> (bytes: [UInt8], replaced: Int) {
        var out = Array(text)
        var replaced = 0
        var i = 0
        while i < out.count {
            if out[i] == UInt8(ascii: "\"") {
                i = endOfString(out, from: i)
            } else if isNumberByte(out[i]) {
                let end = out[i...].firstIndex { !isNumberByte($0) } ?? out.count
                if let fitting = fitting(out[i..<end]) {
                    // As long as it was: what is left over becomes blanks.
                    let blanks = [UInt8](repeating: 0x20, count: end - i - fitting.count)
                    out.replaceSubrange(i..<end, with: fitting + blanks)
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

    /// What to read in place of a number; nil where it is fine, or none at all.
    private static func fitting(_ number: ArraySlice<UInt8>) -> [UInt8]? {
        guard number.count > 4 else { return nil }
        let text = String(decoding: number, as: UTF8.self)
        guard let value = Double(text) else { return nil }
        if value.isInfinite { return Array((value < 0 ? "-9e307" : "9e307").utf8) }
        let isWhole = !text.contains { ".eE".contains($0) }
        guard isWhole, Int(text) == nil, UInt64(text) == nil else { return nil }
        return number.dropLast(2) + Array("e2".utf8)
    }
}
