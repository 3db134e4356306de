import Core

/// How a file is written.
package struct ParquetSettings: Equatable, Sendable {
    package var codec: ParquetCodec
    /// Rows of a group: it is what is held in memory, and what a reader can leave out.
    package var rowsPerGroup: Int
    /// Bytes of values after which a group ends, whatever its rows.
    package var bytesPerGroup: Int
    package var pageBytes: Int
    package var createdBy: String
    package var keyValues: [KeyValue]

    package init(
        codec: ParquetCodec = .snappy, rowsPerGroup: Int = 131_072, bytesPerGroup: Int = 64 << 20,
        pageBytes: Int = 1 << 20, createdBy: String = "HubAtlas", keyValues: [KeyValue] = []
    ) {
        self.codec = codec
        self.rowsPerGroup = rowsPerGroup
        self.bytesPerGroup = bytesPerGroup
        self.pageBytes = pageBytes
        self.createdBy = createdBy
        self.keyValues = keyValues
    }
}

/// Writes a Parquet file, row group by row group; never more than one is in memory.
///
///     let writer = try ParquetWriter("models.parquet", [ParquetColumn("id", .string, isOptional: false), ParquetColumn("likes", .int64)])
///     writer.columns[0].append("acme/x"); writer.columns[1].appendNull()
///     try writer.endRow()
///     try writer.finish()      → 1 row
///
/// The same rows and settings give the same bytes. Until `finish` the file is none: what a killed program leaves has no footer.
/// Source: apache/parquet-format.
package final class ParquetWriter {
    package let columns: [ColumnBuilder]
    private let schema: [ParquetColumn]
    private let settings: ParquetSettings
    private let file: OpenFile
    private var offset = 0
    private var rows = 0
    private var groups: [FileMetadata.RowGroup] = []
    private var pages: [[[PageEntry]]] = []

    /// Throws `FileError`.
    package init(_ path: String, _ columns: [ParquetColumn], _ settings: ParquetSettings = ParquetSettings()) throws {
        precondition(Set(columns.map(\.name)).count == columns.count, "each column has a name of its own")
        schema = columns
        self.columns = columns.map { ColumnBuilder($0) }
        self.settings = settings
        file = try OpenFile(path, .replace)
        try write(ParquetFormat.magic)
    }

    /// After each row; each column must have a value or a null of it.
    package func endRow() throws {
        rows += 1
        assert(columns.allSatisfy { $0.rows == columns[0].rows }, "a column lacks a value")
        let count = columns[0].rows
        guard count >= settings.rowsPerGroup || count % 1024 == 0 && isFull else { return }
        try endGroup()
    }

    /// Writes what is left, and the footer.
    ///
    /// - Returns: how many rows there are.
    @discardableResult
    package func finish() throws -> Int {
        try endGroup()
        try writeIndexes()
        let metadata = FileMetadata(
            schema: SchemaElement.nodes(of: schema), rows: rows, groups: groups, keyValues: settings.keyValues,
            createdBy: settings.createdBy)
        let footer = metadata.bytes
        var length: [UInt8] = []
        Plain.appendLength(footer.count, to: &length)
        try write(footer + length + ParquetFormat.magic)
        return rows
    }

    /// A whole group at once, of columns that were filled elsewhere.
    package func write(group data: [ColumnData]) throws {
        precondition(data.count == schema.count && Set(data.map(\.rows)).count <= 1, "as many rows of each column")
        rows += data.first?.rows ?? 0
        try encode(data)
    }
}

extension ParquetWriter {
    private var isFull: Bool { columns.reduce(0) { $0 + $1.bytes } >= settings.bytesPerGroup }

    private func endGroup() throws {
        if let first = columns.first, first.rows > 0 { try encode(columns.map { $0.finish() }) }
    }

    /// Columns know nothing of one another, so each core has one.
    private func encode(_ data: [ColumnData]) throws {
        let (schema, settings) = (schema, settings)
        let chunks = try concurrentMap(data.count) { i in
            try ChunkEncoder(column: schema[i], codec: settings.codec, pageBytes: settings.pageBytes).encode(data[i])
        }
        var group = FileMetadata.RowGroup(rows: data.first?.rows ?? 0)
        var entries: [[PageEntry]] = []
        for var chunk in chunks {
            chunk.move(to: offset)
            try write(chunk.bytes)
            group.columns.append(chunk.chunk)
            entries.append(chunk.pages)
        }
        groups.append(group)
        pages.append(entries)
    }

    /// Where pages lie and what is in them, before the footer: all columns' contents first, as the format asks.
    private func writeIndexes() throws {
        for group in groups.indices {
            for column in groups[group].columns.indices {
                guard let index = PageIndex.columnIndex(pages[group][column]) else { continue }
                groups[group].columns[column].columnIndex = .init(offset: offset, length: index.count)
                try write(index)
            }
        }
        for group in groups.indices {
            for column in groups[group].columns.indices {
                let index = PageIndex.offsetIndex(pages[group][column])
                groups[group].columns[column].offsetIndex = .init(offset: offset, length: index.count)
                try write(index)
            }
        }
    }

    private func write(_ bytes: [UInt8]) throws {
        try file.append(bytes)
        offset += bytes.count
    }
}

enum ParquetFormat {
    static let magic = Array("PAR1".utf8)
    static let encryptedMagic = Array("PARE".utf8)
}
