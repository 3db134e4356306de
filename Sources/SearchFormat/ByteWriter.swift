/// Bytes in the making. Numbers are LEB128: seven bits a byte, the lowest first, the high bit set on all but the last.
///
///     300 → 0xAC 0x02
///
/// Numbers stay below 2^53, so that JavaScript has them exactly. Source: DWARF 5, section 7.6.
package struct ByteWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    /// Where bytes of another kind begin: text beside numbers is packed with a code of its own.
    package private(set) var cuts: [Int] = []

    package init() {}

    /// What follows is of another kind.
    package mutating func cut() { cuts.append(bytes.count) }

    package mutating func append(_ value: Int) {
        precondition(value >= 0 && value < 1 << 53, "\(value) has no place in an index")
        var rest = UInt64(value)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// 0 for a missing value, else the value + 1. A value below zero, or too great to be true, goes as missing.
    package mutating func append(optional value: Int?) {
        guard let value, value >= 0, value < 1 << 52 else { return append(0) }
        append(value + 1)
    }

    /// Small numbers of either sign short: 0, −1, 1, −2 → 0, 1, 2, 3.
    package mutating func append(signed value: Int) { append((value << 1) ^ (value >> 63)) }

    package mutating func append(byte value: UInt8) { bytes.append(value) }

    /// Its length in bytes, then its UTF-8.
    package mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func append(raw more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }
}
