/// Writes structs of Apache Thrift's compact protocol, in which Parquet has its metadata.
///
///     var out = CompactWriter()
///     out.int(1, 7)              → 0x15 0x0E      field 1 after field 0, type i32; 7 as zigzag 14
///     out.end()                  → 0x00
///
/// Source: apache/thrift, doc/specs/thrift-compact-protocol.md.
struct CompactWriter {
    enum Kind: UInt8 { case yes = 1, no, byte, int16, int32, int64, double, binary, list, set, map, structure }

    private(set) var bytes: [UInt8] = []
    private var last: Int16 = 0

    mutating func int(_ id: Int16, _ value: Int) {
        field(id, .int32)
        zigzag(value)
    }

    mutating func long(_ id: Int16, _ value: Int) {
        field(id, .int64)
        zigzag(value)
    }

    mutating func flag(_ id: Int16, _ value: Bool) { field(id, value ? .yes : .no) }

    mutating func binary(_ id: Int16, _ value: some Collection<UInt8>) {
        field(id, .binary)
        binary(value)
    }

    mutating func text(_ id: Int16, _ value: String) { binary(id, Array(value.utf8)) }

    /// A struct in a field; its end is written.
    mutating func structure(_ id: Int16, _ body: (inout CompactWriter) -> Void) {
        field(id, .structure)
        structure(body)
    }

    /// A list in a field: its head; `body` writes each of the elements.
    mutating func list<Elements: Collection>(
        _ id: Int16, _ kind: Kind, _ elements: Elements, _ body: (inout CompactWriter, Elements.Element) -> Void
    ) {
        field(id, .list)
        let count = elements.count
        if count < 15 {
            bytes.append(UInt8(count) << 4 | kind.rawValue)
        } else {
            bytes.append(0xF0 | kind.rawValue)
            varint(UInt64(count))
        }
        for element in elements { body(&self, element) }
    }

    // MARK: - Without a field: the elements of lists, and structs by themselves.

    mutating func structure(_ body: (inout CompactWriter) -> Void) {
        let outer = last
        last = 0
        body(&self)
        end()
        last = outer
    }

    mutating func zigzag(_ value: Int) {
        let value = Int64(value)
        varint(UInt64(bitPattern: value << 1 ^ value >> 63))
    }

    mutating func binary(_ value: some Collection<UInt8>) {
        varint(UInt64(value.count))
        bytes += value
    }

    mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 2) }

    mutating func varint(_ value: UInt64) { VarInt.append(value, to: &bytes) }

    mutating func end() { bytes.append(0) }

    private mutating func field(_ id: Int16, _ kind: Kind) {
        let step = id - last
        if (1...15).contains(step) {
            bytes.append(UInt8(step) << 4 | kind.rawValue)
        } else {
            bytes.append(kind.rawValue)
            zigzag(Int(id))
        }
        last = id
    }
}

/// Unsigned numbers of seven bits a byte, the lowest first (ULEB128).
enum VarInt {
    static func append(_ value: UInt64, to bytes: inout [UInt8]) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    static func size(_ value: UInt64) -> Int { max(1, (64 - value.leadingZeroBitCount + 6) / 7) }
}
