/// Goes through bytes that may end anywhere.
struct ByteCursor {
    private let bytes: UnsafeRawBufferPointer
    private(set) var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var left: Int { bytes.count - position }
    var rest: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[position...]) }

    mutating func take(_ count: Int) throws -> UnsafeRawBufferPointer { try take(atMost: count, atLeast: count) }

    mutating func take(atMost most: Int, atLeast least: Int) throws -> UnsafeRawBufferPointer {
        guard least >= 0, left >= least else { throw ParquetError.damaged("a page ends too early") }
        let count = min(most, left)
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    }

    /// A number of so many bytes, eight at most, the lowest first.
    mutating func number(_ count: Int) throws -> UInt64 {
        try take(count).enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64(8 * $1.offset) }
    }

    /// A length of four bytes.
    mutating func length() throws -> Int { Int(try number(4)) }

    mutating func varint() throws -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard position < bytes.count else { throw ParquetError.damaged("a page ends too early") }
            let next = bytes[position]
            position += 1
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
        }
        throw ParquetError.damaged("a number of more than 64 bits")
    }

    mutating func zigzag() throws -> Int64 {
        let value = try varint()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }
}
