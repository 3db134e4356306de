extension ByteWriter {
    /// Four bytes, IEEE 754, lowest byte first.
    package mutating func append(float value: Float) {
        for shift in stride(from: 0, to: 32, by: 8) {
            append(byte: UInt8(truncatingIfNeeded: value.bitPattern >> UInt32(shift)))
        }
    }
}

extension ByteReader {
    /// Throws when the number is not finite.
    package mutating func float() throws(SearchFormatError) -> Float {
        var bits: UInt32 = 0
        for (place, byte) in try raw(4).enumerated() { bits |= UInt32(byte) << UInt32(8 * place) }
        let value = Float(bitPattern: bits)
        guard value.isFinite else { throw damage("a number that is not finite") }
        return value
    }
}
