private import Compression
import Core

/// Goes through the pages of a column chunk, one in memory at a time.
struct PageReader {
    private let file: ParquetFile
    private let leaf: ParquetLeaf
    private let chunk: ColumnChunk
    private var position: Int
    private let end: Int
    private var left: Int
    private var dictionary: ColumnValues?

    init(_ file: ParquetFile, leaf: Int, group: Int) {
        self.file = file
        self.leaf = file.leaves[leaf]
        chunk = file.metadata.groups[group].columns[leaf]
        position = chunk.start
        end = chunk.start + chunk.packedBytes
        left = chunk.values
    }

    /// The next data page; nil when all values were read.
    mutating func next() throws -> ColumnData? {
        while left > 0 {
            guard position < end else { throw ParquetError.damaged("\(left) of \(chunk.values) values are missing") }
            let header = try readHeader()
            let body = try file.file.read(at: position, count: header.packedBytes)
            guard body.count == header.packedBytes else {
                throw ParquetError.damaged("the file was cut while it was read")
            }
            position += header.packedBytes
            if let checksum = header.checksum, checksum != Checksum.crc32(body) {
                throw ParquetError.damaged("a page's checksum is another: bytes of it were changed")
            }
            switch header.kind {
            case .index: continue
            case .dictionary: try readDictionary(header, body)
            case .data, .dataV2:
                guard header.values <= left else {
                    throw ParquetError.damaged("more values than the column chunk names")
                }
                left -= header.values
                return try data(header, body)
            }
        }
        return nil
    }
}

extension PageReader {
    /// A header says not how long it is: as much is read as most need, then what the longest may.
    private mutating func readHeader() throws -> PageHeader {
        for window in [1 << 10, 1 << 16, 1 << 24] {
            let bytes = try file.file.read(at: position, count: min(window, end - position))
            var input = CompactReader(bytes)
            do {
                let header = try PageHeader(from: &input)
                position += input.position
                try check(header)
                return header
            } catch is Truncated where bytes.count == window { continue } catch is Truncated { break }
        }
        throw ParquetError.damaged("a page's header ends too early")
    }

    private func check(_ header: PageHeader) throws {
        let limits = file.limits
        guard max(header.packedBytes, header.unpackedBytes) <= limits.pageBytes else {
            throw ParquetError.tooLarge("a page of \(max(header.packedBytes, header.unpackedBytes)) bytes")
        }
        guard header.values <= limits.pageValues else {
            throw ParquetError.tooLarge("a page of \(header.values) values")
        }
        guard header.packedBytes <= end - position else {
            throw ParquetError.damaged("a page reaches beyond its column")
        }
    }

    private mutating func readDictionary(_ header: PageHeader, _ body: [UInt8]) throws {
        guard dictionary == nil else { throw ParquetError.damaged("a second dictionary") }
        guard header.encoding == .plain || header.encoding == .plainDictionary else {
            throw ParquetError.unsupported("a dictionary in \(header.encoding)")
        }
        let bytes = try unpack(body, size: header.unpackedBytes)
        dictionary = try bytes.withUnsafeBytes { raw in
            var input = ByteCursor(raw)
            return try values(.plain, header.values, &input)
        }
    }

    private func data(_ header: PageHeader, _ body: [UInt8]) throws -> ColumnData {
        header.kind == .data ? try dataV1(header, body) : try dataV2(header, body)
    }

    private func dataV1(_ header: PageHeader, _ body: [UInt8]) throws -> ColumnData {
        try unpack(body, size: header.unpackedBytes).withUnsafeBytes { raw in
            var input = ByteCursor(raw)
            let repetitions = try levels(leaf.maxRepetition, header.values) { try input.take(try input.length()) }
            let definitions = try levels(leaf.maxDefinition, header.values) { try input.take(try input.length()) }
            return try data(header, definitions, repetitions, &input)
        }
    }

    /// Levels stand unpacked before the values.
    private func dataV2(_ header: PageHeader, _ body: [UInt8]) throws -> ColumnData {
        let levelBytes = header.repetitionBytes + header.definitionBytes
        guard levelBytes <= body.count, levelBytes <= header.unpackedBytes else {
            throw ParquetError.damaged("a page's levels are longer than the page")
        }
        let (repetitions, definitions) = try body.withUnsafeBytes { raw in
            var input = ByteCursor(raw)
            return (
                try levels(leaf.maxRepetition, header.values) { try input.take(header.repetitionBytes) },
                try levels(leaf.maxDefinition, header.values) { try input.take(header.definitionBytes) }
            )
        }
        let packed = Array(body[levelBytes...])
        let size = header.unpackedBytes - levelBytes
        // A page without a value need not hold a frame of nothing.
        let bytes = header.isPacked && !packed.isEmpty ? try unpack(packed, size: size) : packed
        return try bytes.withUnsafeBytes { raw in
            var input = ByteCursor(raw)
            return try data(header, definitions, repetitions, &input)
        }
    }

    private func levels(_ greatest: Int, _ count: Int, _ piece: () throws -> UnsafeRawBufferPointer) throws -> [UInt8] {
        guard greatest > 0 else { return [] }
        let width = BitPacking.width(of: UInt64(greatest))
        let levels = try RunLength.read(try piece(), width: width, count: count, as: UInt8.self)
        guard levels.allSatisfy({ $0 <= greatest }) else { throw ParquetError.damaged("a level above \(greatest)") }
        return levels
    }

    private func data(
        _ header: PageHeader, _ definitions: [UInt8], _ repetitions: [UInt8], _ input: inout ByteCursor
    ) throws -> ColumnData {
        let there = leaf.maxDefinition == 0 ? header.values : definitions.count { $0 == leaf.maxDefinition }
        return ColumnData(
            try values(header.encoding, there, &input),
            rows: leaf.maxRepetition == 0 ? header.values : repetitions.count { $0 == 0 },
            definitions: definitions, repetitions: repetitions)
    }

    private func values(_ encoding: Encoding, _ count: Int, _ input: inout ByteCursor) throws -> ColumnValues {
        let reader = ValueReader(
            physical: leaf.physical, typeLength: leaf.typeLength, dictionary: dictionary,
            textLimit: file.limits.textBytes)
        return try reader.read(encoding, count, &input)
    }

    private func unpack(_ bytes: [UInt8], size: Int) throws -> [UInt8] {
        let unpacked: [UInt8]
        do {
            switch chunk.codec {
            case .none: unpacked = bytes
            case .snappy: unpacked = try Snappy.decompress(bytes, limit: size)
            case .gzip: unpacked = try Gzip.decompress(bytes, limit: size)
            case .zstd: unpacked = try Zstd.decompress(bytes, limit: size)
            case .lzo, .brotli, .lz4, .lz4Raw: throw ParquetError.unsupported("codec \(chunk.codec.name)")
            }
        } catch let error as CompressionError { throw ParquetError.damaged("\(error)") }
        guard unpacked.count == size else {
            throw ParquetError.damaged("a page unpacks to \(unpacked.count) bytes, \(size) are named")
        }
        return unpacked
    }
}
