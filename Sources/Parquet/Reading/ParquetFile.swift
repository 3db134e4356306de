import Core

/// More of anything than this is believed of no file.
package struct ParquetLimits: Sendable {
    package var footerBytes = 64 << 20
    package var columns = 1 << 15
    /// Packed or unpacked.
    package var pageBytes = 1 << 28
    package var pageValues = 1 << 24
    /// Of a page's texts when they are looked up in their dictionary.
    package var textBytes = 1 << 29
    /// Of one column of one row group, when it is read as a whole.
    package var chunkValues = 1 << 27

    package init() {}
}

/// A Parquet file that is read: ours, and those of others as far as their encodings go.
///
///     let file = try ParquetFile("models.parquet")
///     file.rows                                   → 760000
///     file.leaves.map(\.name)                     → ["id", "tags.list.element", …]
///     try file.column("likes", ofGroup: 0).integers   → [7, nil, …]
///
/// Whatever the bytes are, reading ends with values or with a `ParquetError`; a file that shrinks while it is read is damaged.
package final class ParquetFile: Sendable {
    package let path: String
    package let leaves: [ParquetLeaf]
    let metadata: FileMetadata
    let limits: ParquetLimits
    let file: OpenFile
    /// Where the footer begins: pages lie before it.
    let end: Int

    package init(_ path: String, limits: ParquetLimits = ParquetLimits()) throws {
        self.path = path
        self.limits = limits
        let file = try OpenFile(path, .read)
        self.file = file
        guard try file.isRegular else { throw ParquetError(.notParquet, at: path) }
        (metadata, end, leaves) = try ParquetError.located(path, "footer") {
            let (footer, end) = try Self.footer(of: file, limits)
            let metadata = try FileMetadata(footer)
            guard metadata.schema.count <= limits.columns else {
                throw ParquetError.tooLarge("more than \(limits.columns) columns")
            }
            let leaves = try ParquetLeaf.all(of: metadata.schema)
            try Self.check(metadata, leaves, end: end)
            return (metadata, end, leaves)
        }
    }

    package var rows: Int { metadata.rows }
    package var groups: Int { metadata.groups.count }
    package var keyValues: [KeyValue] { metadata.keyValues }
    package var createdBy: String { metadata.createdBy }
    package func rows(ofGroup group: Int) -> Int { metadata.groups[group].rows }

    /// Names of the codecs, each once.
    package var codecs: [String] {
        let all = metadata.groups.flatMap { $0.columns.map(\.codec) }
        return Set(all.map(\.rawValue)).sorted().compactMap { Codec(rawValue: $0)?.name }
    }

    package func leaf(_ name: String) -> Int? { leaves.firstIndex { $0.path.first == name } }
}

extension ParquetFile {
    private static func footer(of file: OpenFile, _ limits: ParquetLimits) throws -> (bytes: [UInt8], end: Int) {
        let size = try file.size
        guard size >= 12 else { throw ParquetError(.notParquet) }
        let (head, tail) = (try file.read(at: 0, count: 4), try file.read(at: size - 8, count: 8))
        let magic = Array(tail.dropFirst(4))
        if magic == ParquetFormat.encryptedMagic { throw ParquetError(.encrypted) }
        guard head == ParquetFormat.magic else { throw ParquetError(.notParquet) }
        guard magic == ParquetFormat.magic else {
            throw ParquetError.damaged("the file has no footer: it was not written to its end")
        }
        let length = tail.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        guard length <= limits.footerBytes else { throw ParquetError.tooLarge("a footer of \(length) bytes") }
        guard length <= size - 12 else { throw ParquetError.damaged("the footer is longer than the file") }
        let end = size - 8 - length
        let bytes = try file.read(at: end, count: length)
        guard bytes.count == length else { throw ParquetError.damaged("the file was cut while it was read") }
        return (bytes, end)
    }

    private static func check(_ metadata: FileMetadata, _ leaves: [ParquetLeaf], end: Int) throws {
        var (rows, packed) = (0, 0)
        for (number, group) in metadata.groups.enumerated() {
            guard group.columns.count == leaves.count else {
                throw ParquetError.damaged("row group \(number) has \(group.columns.count) columns of \(leaves.count)")
            }
            for (chunk, leaf) in zip(group.columns, leaves) {
                guard chunk.physical == leaf.physical, chunk.path == leaf.path else {
                    throw ParquetError.damaged("row group \(number) has another column in the place of \(leaf.name)")
                }
                guard chunk.start >= 0, chunk.packedBytes <= end, chunk.start <= end - chunk.packedBytes else {
                    throw ParquetError.damaged("column \(leaf.name) of row group \(number) reaches beyond the pages")
                }
                packed += chunk.packedBytes
            }
            let (sum, isOver) = rows.addingReportingOverflow(group.rows)
            rows = isOver ? -1 : sum
        }
        // Each is at most as long as the file, and there are fewer of them than bytes in the footer: no sum runs over.
        guard packed <= end else { throw ParquetError.damaged("the columns together are longer than the file") }
        guard rows == metadata.rows else {
            throw ParquetError.damaged("\(metadata.rows) rows are named, the row groups have \(rows)")
        }
    }
}
