/// Puts little-endian numbers and texts behind one another.
struct ByteWriter {
    var bytes: [UInt8] = []

    mutating func number(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
    }

    /// A u32 length and the UTF-8.
    mutating func text(_ value: String) {
        number(UInt32(value.utf8.count))
        bytes += value.utf8
    }
}

/// Takes them off again; nil where the bytes end or are no UTF-8.
struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= bytes.count - position else { return nil }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func number<Value: FixedWidthInteger>(_ type: Value.Type) -> Value? {
        guard let slice = take(Value.bitWidth / 8) else { return nil }
        return slice.withUnsafeBytes { Value(littleEndian: $0.loadUnaligned(as: Value.self)) }
    }

    mutating func text() -> String? {
        guard let length = number(UInt32.self), let slice = take(Int(length)) else { return nil }
        return String(validating: slice, as: UTF8.self)
    }
}
