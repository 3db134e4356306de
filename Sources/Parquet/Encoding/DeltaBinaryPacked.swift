/// Integers as differences, in blocks of 128 whose quarters each have a width of their own.
///
///     DeltaBinaryPacked.bytes([1, 2, 3, 4, 5])
///     → 128 per block, 4 quarters, 5 values, the first is 1; least difference 1, widths 0 0 0 0
///     → [0x80, 0x01, 0x04, 0x05, 0x02,  0x02, 0x00, 0x00, 0x00, 0x00]
///
/// Source: apache/parquet-format, Encodings.md, "Delta Encoding", and its first example. Differences wrap around at the width of
/// the type, as the format says.
enum DeltaBinaryPacked {
    private static let blockSize = 128
    private static let quarter = 32

    static func bytes<Value: FixedWidthInteger & SignedInteger>(_ values: [Value]) -> [UInt8] {
        var out: [UInt8] = []
        values.withUnsafeBufferPointer { append($0, to: &out) }
        return out
    }

    static func append<Value: FixedWidthInteger & SignedInteger>(
        _ values: UnsafeBufferPointer<Value>, to out: inout [UInt8]
    ) where Value.Magnitude: UnsignedInteger {
        VarInt.append(UInt64(blockSize), to: &out)
        VarInt.append(UInt64(blockSize / quarter), to: &out)
        VarInt.append(UInt64(values.count), to: &out)
        appendZigzag(Int64(values.first ?? 0), to: &out)
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: blockSize) { block in
            forEachBlock(values, block) { least, count, widths in
                appendZigzag(Int64(least), to: &out)
                for width in widths { out.append(UInt8(width)) }
                for start in stride(from: 0, to: count, by: quarter) {
                    let piece = UnsafeBufferPointer(rebasing: block[start..<start + quarter])
                    BitPacking.append(piece, width: widths[start / quarter], to: &out)
                }
            }
        }
    }

    /// How many bytes `append` adds, without the work of packing.
    static func size<Value: FixedWidthInteger & SignedInteger>(_ values: UnsafeBufferPointer<Value>) -> Int {
        var size = 3 + VarInt.size(UInt64(values.count)) + 10
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: blockSize) { block in
            forEachBlock(values, block) { least, count, widths in
                size += VarInt.size(UInt64(bitPattern: Int64(least) << 1 ^ Int64(least) >> 63)) + 4
                size += widths.prefix((count + quarter - 1) / quarter).reduce(0) { $0 + $1 * quarter / 8 }
            }
        }
        return size
    }

    /// Each block's differences above its least, zeros behind the last; and the bits that each quarter takes.
    @inline(__always)
    private static func forEachBlock<Value: FixedWidthInteger & SignedInteger>(
        _ values: UnsafeBufferPointer<Value>, _ block: UnsafeMutableBufferPointer<UInt64>,
        _ body: (_ least: Value, _ count: Int, _ widths: [Int]) -> Void
    ) {
        var start = 1
        var widths = [Int](repeating: 0, count: blockSize / quarter)
        while start < values.count {
            let count = min(blockSize, values.count - start)
            var least = Value.max
            for i in 0..<count { least = min(least, values[start + i] &- values[start + i - 1]) }
            for i in 0..<blockSize {
                let difference = i < count ? values[start + i] &- values[start + i - 1] &- least : 0
                block[i] = UInt64(truncatingIfNeeded: Value.Magnitude(truncatingIfNeeded: difference))
            }
            for i in 0..<blockSize / quarter {
                var all: UInt64 = 0
                for value in block[i * quarter..<(i + 1) * quarter] { all |= value }
                widths[i] = BitPacking.width(of: all)
            }
            body(least, count, widths)
            start += count
        }
    }

    private static func appendZigzag(_ value: Int64, to out: inout [UInt8]) {
        VarInt.append(UInt64(bitPattern: value << 1 ^ value >> 63), to: &out)
    }
}

extension DeltaBinaryPacked {
    /// `count` integers and the place behind them. Throws where the bytes say otherwise.
    static func read<Value: FixedWidthInteger & SignedInteger>(
        _ input: inout ByteCursor, count: Int, as _: Value.Type
    ) throws -> [Value] {
        let (blockSize, quarters, total) = (try input.varint(), try input.varint(), try input.varint())
        guard (1...1 << 16).contains(blockSize), (1...blockSize).contains(quarters), blockSize % (8 * quarters) == 0
        else {
            throw ParquetError.damaged("differences in blocks of \(blockSize)")
        }
        guard total == UInt64(count) else {
            throw ParquetError.damaged("a page of \(count) values has \(total) differences")
        }
        var values: [Value] = []
        values.reserveCapacity(count)
        var last = Value(truncatingIfNeeded: try input.zigzag())
        if count > 0 { values.append(last) }
        let size = Int(blockSize / quarters)
        var differences: [UInt64] = []
        while values.count < count {
            let least = Value(truncatingIfNeeded: try input.zigzag())
            let widths = Array(try input.take(Int(quarters)))
            for width in widths where values.count < count {
                guard width <= Value.bitWidth else { throw ParquetError.damaged("differences of \(width) bits") }
                differences.removeAll(keepingCapacity: true)
                // Some writers leave out what is behind the last value.
                let wanted = min(size, count - values.count)
                let piece = try input.take(atMost: size * Int(width) / 8, atLeast: (wanted * Int(width) + 7) / 8)
                BitPacking.unpack(piece, width: Int(width), count: wanted, into: &differences)
                for difference in differences {
                    last = last &+ least &+ Value(truncatingIfNeeded: difference)
                    values.append(last)
                }
            }
        }
        return values
    }
}
