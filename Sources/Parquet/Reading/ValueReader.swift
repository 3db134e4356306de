/// Makes values of a page's bytes.
struct ValueReader {
    let physical: PhysicalType
    let typeLength: Int
    let dictionary: ColumnValues?
    let textLimit: Int

    func read(_ encoding: Encoding, _ count: Int, _ input: inout ByteCursor) throws -> ColumnValues {
        if count == 0 { return .none(of: physical) }
        return switch (encoding, physical) {
        case (.plain, _): try plain(count, &input)
        case (.rleDictionary, _), (.plainDictionary, _): try lookUp(count, &input)
        case (.rle, .boolean): try booleans(count, &input)
        case (.deltaBinaryPacked, .int32):
            .int32s(try DeltaBinaryPacked.read(&input, count: count, as: Int32.self))
        case (.deltaBinaryPacked, .int64):
            .int64s(try DeltaBinaryPacked.read(&input, count: count, as: Int64.self))
        case (.deltaLengthByteArray, .byteArray): .bytes(try DeltaTexts.readWithLengths(&input, count: count))
        case (.deltaByteArray, .byteArray):
            .bytes(try DeltaTexts.readWithPrefixes(&input, count: count, limit: textLimit))
        case (.byteStreamSplit, .int32), (.byteStreamSplit, .int64), (.byteStreamSplit, .float),
            (.byteStreamSplit, .double):
            try split(count, &input)
        default: throw ParquetError.unsupported("values of type \(physical) in encoding \(encoding)")
        }
    }
}

extension ValueReader {
    private func plain(_ count: Int, _ input: inout ByteCursor) throws -> ColumnValues {
        switch physical {
        case .boolean:
            var bits: [UInt8] = []
            BitPacking.unpack(try input.take((count + 7) / 8), width: 1, count: count, into: &bits)
            return .booleans(bits.map { $0 != 0 })
        case .int32, .int64, .float, .double: return try numbers(try input.take(count * size), count)
        case .int96, .fixedLengthByteArray:
            // Bytes of a page are counted, and each value takes some; of no bytes there could be any number.
            let bytes = try input.take(count * typeLength)
            return .bytes(ByteStrings(bytes: Array(bytes), ends: (0..<count).map { ($0 + 1) * typeLength }))
        case .byteArray: return .bytes(try texts(count, &input))
        }
    }

    private var size: Int { physical == .int32 || physical == .float ? 4 : 8 }

    private func numbers(_ bytes: UnsafeRawBufferPointer, _ count: Int) throws -> ColumnValues {
        switch physical {
        case .int32: .int32s(copied(bytes, count))
        case .int64: .int64s(copied(bytes, count))
        case .float: .floats(copied(bytes, count))
        default: .doubles(copied(bytes, count))
        }
    }

    private func copied<Value: PlainValue>(_ bytes: UnsafeRawBufferPointer, _ count: Int) -> [Value] {
        [Value](unsafeUninitializedCapacity: count) { buffer, filled in
            UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
            filled = count
        }
    }

    private func texts(_ count: Int, _ input: inout ByteCursor) throws -> ByteStrings {
        // Each has a length of four bytes, so no more are believed than fit.
        guard count <= input.left / 4 else { throw ParquetError.damaged("a page ends too early") }
        var texts = ByteStrings()
        texts.reserve(count, bytes: input.left - 4 * count)
        for _ in 0..<count {
            let bytes = try input.take(try input.length())
            texts.append(bytes.bindMemory(to: UInt8.self))
        }
        return texts
    }

    private func booleans(_ count: Int, _ input: inout ByteCursor) throws -> ColumnValues {
        let piece = try input.take(try input.length())
        return .booleans(try RunLength.read(piece, width: 1, count: count, as: UInt8.self).map { $0 != 0 })
    }

    /// The first bytes of all values, then their second ones, and so on.
    private func split(_ count: Int, _ input: inout ByteCursor) throws -> ColumnValues {
        let size = size
        let bytes = try input.take(count * size)
        let joined = [UInt8](unsafeUninitializedCapacity: count * size) { buffer, filled in
            for i in 0..<count { for k in 0..<size { buffer[i * size + k] = bytes[k * count + i] } }
            filled = count * size
        }
        return try joined.withUnsafeBytes { try numbers($0, count) }
    }
}

extension ValueReader {
    private func lookUp(_ count: Int, _ input: inout ByteCursor) throws -> ColumnValues {
        guard let dictionary else { throw ParquetError.damaged("a page needs a dictionary, and there is none") }
        let width = Int(try input.number(1))
        let indices = try RunLength.read(input.rest, width: width, count: count, as: UInt32.self)
        let entries = dictionary.count
        guard indices.allSatisfy({ $0 < entries }) else { throw ParquetError.damaged("an index beyond the dictionary") }
        return switch dictionary {
        case .booleans(let values): .booleans(indices.map { values[Int($0)] })
        case .int32s(let values): .int32s(indices.map { values[Int($0)] })
        case .int64s(let values): .int64s(indices.map { values[Int($0)] })
        case .floats(let values): .floats(indices.map { values[Int($0)] })
        case .doubles(let values): .doubles(indices.map { values[Int($0)] })
        case .bytes(let values): .bytes(try lookUp(indices, in: values))
        }
    }

    /// A long entry that is named a million times would fill any memory: the sum is known before.
    private func lookUp(_ indices: [UInt32], in entries: ByteStrings) throws -> ByteStrings {
        let total = indices.reduce(0) { $0 + entries.ends[Int($1)] - entries.start(Int($1)) }
        guard total <= textLimit else { throw ParquetError.tooLarge("a page of \(total) bytes of text") }
        var texts = ByteStrings()
        texts.reserve(indices.count, bytes: total)
        entries.bytes.withUnsafeBufferPointer { bytes in
            for index in indices {
                let i = Int(index)
                texts.append(UnsafeBufferPointer(rebasing: bytes[entries.start(i)..<entries.ends[i]]))
            }
        }
        return texts
    }
}
