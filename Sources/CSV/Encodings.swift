/// What programs write that know one byte a letter: Latin-1, with letters where it has control characters.
///
/// Source: the index of windows-1252 in the WHATWG's Encoding Standard.
enum Windows1252 {
    private static let high: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// The text, where what is UTF-8 stays and every other byte is one letter.
    ///
    ///     [0x63, 0x61, 0x66, 0xE9]  → "café"
    static func mend(_ bytes: some Collection<UInt8>) -> String {
        var out = String.UnicodeScalarView()
        var rest = bytes[...]
        while let byte = rest.first {
            if byte < 0x80 {
                out.append(Unicode.Scalar(byte))
                rest = rest.dropFirst()
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            if rest.count >= length, let text = String(validating: rest.prefix(length), as: UTF8.self) {
                out.append(contentsOf: text.unicodeScalars)
                rest = rest.dropFirst(length)
            } else {
                let code = (0x80..<0xA0).contains(byte) ? high[Int(byte) - 0x80] : UInt16(byte)
                out.append(Unicode.Scalar(code) ?? "\u{FFFD}")
                rest = rest.dropFirst()
            }
        }
        return String(out)
    }
}

/// UTF-16 as it comes, in UTF-8. Half a pair is U+FFFD.
struct UTF16Stream {
    let isBigEndian: Bool
    private var half: UInt8?
    private var high: UInt16?

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    mutating func utf8(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2 + 2)
        if let high { units.append(high) }
        high = nil
        for byte in bytes {
            guard let first = half else {
                half = byte
                continue
            }
            units.append(isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first))
            half = nil
        }
        if let last = units.last, UTF16.isLeadSurrogate(last) { high = units.removeLast() }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// What is left at the end, which is no whole letter.
    mutating func finish() -> [UInt8] {
        let isTorn = half != nil || high != nil
        (half, high) = (nil, nil)
        return isTorn ? Array("\u{FFFD}".utf8) : []
    }
}
