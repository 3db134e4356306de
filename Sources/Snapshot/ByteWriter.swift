/// Bytes in the making. Numbers are LEB128: seven bits a byte, the lowest first, the high bit set on all but the last.
///
///     300 → 0xAC 0x02
///
/// Source: DWARF 5, section 7.6.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// A number that is not negative.
    mutating func append(count value: Int) { append(UInt64(value)) }

    /// Any number, small ones of either sign short: 0, −1, 1, −2 → 0, 1, 2, 3.
    mutating func append(signed value: Int) { append(UInt64(bitPattern: Int64((value << 1) ^ (value >> 63)))) }

    mutating func append(byte value: UInt8) { bytes.append(value) }

    /// Its length in bytes, then its UTF-8.
    mutating func append(_ text: String) {
        append(count: text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(raw more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }
}
