/// Numbers of a fixed count of bits, one behind the other from the lowest bit of the first byte on.
///
///     BitPacking.bytes([0, 1, 2, 3, 4, 5, 6, 7], width: 3) → [0b10001000, 0b11000110, 0b11111010]
///
/// Source: apache/parquet-format, Encodings.md, "Run Length Encoding / Bit-Packing Hybrid", its own example.
enum BitPacking {
    /// Bits that hold every number up to this one.
    static func width(of greatest: UInt64) -> Int { 64 - greatest.leadingZeroBitCount }

    static func bytes(_ values: [UInt64], width: Int) -> [UInt8] {
        var out: [UInt8] = []
        values.withUnsafeBufferPointer { append($0, width: width, to: &out) }
        return out
    }

    /// The last byte is filled with zeros.
    @inline(__always)
    static func append<Value: FixedWidthInteger & UnsignedInteger>(
        _ values: UnsafeBufferPointer<Value>, width: Int, to out: inout [UInt8]
    ) {
        guard width > 0, !values.isEmpty else { return }
        let size = (values.count * width + 7) / 8
        // The last word may reach beyond what is used.
        out += [UInt8](unsafeUninitializedCapacity: size + 8) { buffer, count in
            var writer = BitWriter(UnsafeMutableRawPointer(buffer.baseAddress!))
            if width <= 32 {
                for value in values { writer.put(UInt64(value), width) }
            } else {
                for value in values {
                    writer.put(UInt64(value) & 0xFFFF_FFFF, 32)
                    writer.put(UInt64(value) >> 32, width - 32)
                }
            }
            writer.finish()
            count = size
        }
    }

    /// `count` numbers from a byte on; there must be enough bytes.
    static func unpack<Value: FixedWidthInteger & UnsignedInteger>(
        _ bytes: UnsafeRawBufferPointer, width: Int, count: Int, into out: inout [Value]
    ) {
        guard width > 0 else { return out.append(contentsOf: repeatElement(0, count: count)) }
        let mask: UInt64 = width >= 64 ? .max : (1 << UInt64(width)) - 1
        for i in 0..<count {
            let bit = i * width
            out.append(Value(truncatingIfNeeded: word(bytes, bit, width) & mask))
        }
    }

    /// The bits from that one on, of nine bytes where it must be.
    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ bit: Int, _ width: Int) -> UInt64 {
        let (byte, shift) = (bit >> 3, UInt64(bit & 7))
        var low: UInt64 = 0
        if byte + 8 <= bytes.count {
            low = bytes.loadUnaligned(fromByteOffset: byte, as: UInt64.self)
        } else {
            for i in 0..<(bytes.count - byte) { low |= UInt64(bytes[byte + i]) << UInt64(8 * i) }
        }
        low >>= shift
        if width + Int(shift) > 64 { low |= UInt64(bytes[byte + 8]) << (64 - shift) }
        return low
    }
}

/// Gathers bits into words of 32 and writes each when it is full.
private struct BitWriter {
    private var target: UnsafeMutableRawPointer
    private var bits: UInt64 = 0
    private var filled = 0

    init(_ target: UnsafeMutableRawPointer) { self.target = target }

    /// At most 32 bits, all above them zero.
    @inline(__always)
    mutating func put(_ value: UInt64, _ width: Int) {
        bits |= value << UInt64(filled)
        filled += width
        guard filled >= 32 else { return }
        target.storeBytes(of: UInt32(truncatingIfNeeded: bits), as: UInt32.self)
        target += 4
        bits >>= 32
        filled -= 32
    }

    mutating func finish() {
        if filled > 0 { target.storeBytes(of: UInt32(truncatingIfNeeded: bits), as: UInt32.self) }
    }
}
