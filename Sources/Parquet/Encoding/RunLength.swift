/// Small numbers as runs of one value and pieces of packed bits: levels, and indices into dictionaries.
///
///     RunLength.bytes([7, 7, … 200 times], width: 3)       → [0x90, 0x03, 0x07]
///     RunLength.bytes([0, 1, 2, 3, 4, 5, 6, 7], width: 3)  → [0x03, 0x88, 0xC6, 0xFA]
///
/// Source: apache/parquet-format, Encodings.md, "RLE/Bit-Packing Hybrid".
enum RunLength {
    static func bytes<Value: FixedWidthInteger & UnsignedInteger>(_ values: [Value], width: Int) -> [UInt8] {
        var out: [UInt8] = []
        values.withUnsafeBufferPointer { append($0, width: width, to: &out) }
        return out
    }

    /// Eight equal ones or more are a run; what lies between runs is packed, by eights.
    @inline(__always)
    static func append<Value: FixedWidthInteger & UnsignedInteger>(
        _ values: UnsafeBufferPointer<Value>, width: Int, to out: inout [UInt8]
    ) {
        var (i, packedFrom) = (0, 0)
        while i < values.count {
            var end = i + 1
            while end < values.count, values[end] == values[i] { end += 1 }
            // Packed pieces are of eights, so a run gives the piece before it what that lacks.
            let start = i + (8 - (i - packedFrom) % 8) % 8
            if end - start >= 8 {
                appendPacked(values, packedFrom..<start, width: width, to: &out)
                appendRun(values[i], end - start, width: width, to: &out)
                packedFrom = end
            }
            i = end
        }
        appendPacked(values, packedFrom..<values.count, width: width, to: &out)
    }

    private static func appendRun<Value: FixedWidthInteger & UnsignedInteger>(
        _ value: Value, _ count: Int, width: Int, to out: inout [UInt8]
    ) {
        VarInt.append(UInt64(count) << 1, to: &out)
        for i in 0..<(width + 7) / 8 { out.append(UInt8(truncatingIfNeeded: value >> Value(8 * i))) }
    }

    @inline(__always)
    private static func appendPacked<Value: FixedWidthInteger & UnsignedInteger>(
        _ values: UnsafeBufferPointer<Value>, _ range: Range<Int>, width: Int, to out: inout [UInt8]
    ) {
        guard !range.isEmpty else { return }
        let groups = (range.count + 7) / 8
        VarInt.append(UInt64(groups) << 1 | 1, to: &out)
        let end = out.count + groups * width
        BitPacking.append(UnsafeBufferPointer(rebasing: values[range]), width: width, to: &out)
        out.append(contentsOf: repeatElement(0, count: end - out.count))
    }
}

extension RunLength {
    /// `count` numbers; throws where the bytes have fewer. What stands behind them is left.
    static func read<Value: FixedWidthInteger & UnsignedInteger>(
        _ bytes: UnsafeRawBufferPointer, width: Int, count: Int, as _: Value.Type
    ) throws -> [Value] {
        guard (0...Value.bitWidth).contains(width) else { throw ParquetError.damaged("numbers of \(width) bits") }
        var values: [Value] = []
        values.reserveCapacity(count)
        var input = ByteCursor(bytes)
        while values.count < count {
            let header = try input.varint()
            let room = count - values.count
            if header & 1 == 0 {
                guard header > 0 else { throw ParquetError.damaged("a run of nothing") }
                let value: UInt64 = try input.number((width + 7) / 8)
                guard value.leadingZeroBitCount >= 64 - width else {
                    throw ParquetError.damaged("a number of more than \(width) bits")
                }
                values.append(contentsOf: repeatElement(Value(value), count: Int(min(header >> 1, UInt64(room)))))
            } else {
                let taken = Int(min(header >> 1, UInt64((room + 7) / 8)))
                guard taken > 0 else { throw ParquetError.damaged("a run of nothing") }
                // The last piece of some writers ends with the last value's byte.
                let wanted = min(room, taken * 8)
                let piece = try input.take(atMost: taken * width, atLeast: (wanted * width + 7) / 8)
                BitPacking.unpack(piece, width: width, count: wanted, into: &values)
            }
        }
        return values
    }
}
