private import Compression

/// A column of a row group as bytes: its dictionary, its pages, and what the footer says of them.
///
/// Places count from the chunk's first byte; the writer moves them to where the chunk lies.
struct EncodedChunk: Sendable {
    var bytes: [UInt8] = []
    var chunk = ColumnChunk()
    var pages: [PageEntry] = []

    mutating func move(to offset: Int) {
        chunk.firstDataPage += offset
        chunk.dictionaryPage = chunk.dictionaryPage.map { $0 + offset }
        for i in pages.indices { pages[i].place.offset += offset }
    }
}

/// A data page as the indexes tell of it.
struct PageEntry: Sendable {
    var place: ColumnChunk.Place
    var firstRow: Int
    var statistics: Statistics
    /// Whether no value is there.
    var isNull: Bool
}

struct ChunkEncoder {
    let column: ParquetColumn
    let codec: ParquetCodec
    let pageBytes: Int
    /// So that who looks for a few rows unpacks no more than these.
    static let rowsPerPage = 20_000

    func encode(_ data: ColumnData) throws -> EncodedChunk {
        let values = try ValuePages.best(of: data.values) { try codec.pack($0) }
        let bounds = Bounds(data.values)
        var out = EncodedChunk()
        out.chunk.physical = column.physical
        out.chunk.path = column.path
        out.chunk.codec = codec.codec
        out.chunk.values =
            column.isList || column.isOptional ? data.definitions.count : data.values.count
        out.chunk.encodings = [values.encoding]
        if column.maxDefinition > 0 { out.chunk.encodings.append(.rle) }
        if let dictionary = values.dictionary {
            out.chunk.encodings.insert(.plain, at: 0)
            out.chunk.dictionaryPage = 0
            try append(
                PageHeader(kind: .dictionary, values: dictionary.entries), dictionary.bytes, to: &out)
        }
        out.chunk.firstDataPage = out.bytes.count
        var cut = PageCut(data, column: column)
        let rows = rowsPerPage(data.rows, values.size)
        for first in stride(from: 0, to: data.rows, by: rows) {
            try append(
                cut.take(min(rows, data.rows - first)), of: data, values, bounds, firstRow: first, to: &out)
        }
        out.chunk.packedBytes = out.bytes.count
        out.chunk.statistics = Statistics(
            nulls: out.pages.reduce(0) { $0 + $1.statistics.nulls },
            range: bounds.merged(out.pages.map { ($0.statistics.range, $0.isNull) }))
        return out
    }
}

extension ChunkEncoder {
    private func rowsPerPage(_ rows: Int, _ bytes: Int) -> Int {
        let fitting = rows * pageBytes / max(bytes, 1)
        return max(1, min(fitting, Self.rowsPerPage))
    }

    private func append(
        _ cut: PageCut.Page, of data: ColumnData, _ values: ValuePages, _ bounds: Bounds, firstRow: Int,
        to out: inout EncodedChunk
    ) throws {
        var body: [UInt8] = []
        if column.isList {
            appendLevels(data.repetitions, cut.levels, greatest: column.maxRepetition, to: &body)
        }
        if column.maxDefinition > 0 {
            appendLevels(data.definitions, cut.levels, greatest: column.maxDefinition, to: &body)
        }
        body += values.page(cut.values)
        let start = out.bytes.count
        let count = column.maxDefinition > 0 ? cut.levels.count : cut.values.count
        try append(PageHeader(kind: .data, values: count, encoding: values.encoding), body, to: &out)
        let nulls = column.maxDefinition > 0 ? cut.levels.count - cut.values.count : 0
        out.pages.append(
            PageEntry(
                place: .init(offset: start, length: out.bytes.count - start), firstRow: firstRow,
                statistics: Statistics(nulls: nulls, range: bounds.of(cut.values)),
                isNull: cut.values.isEmpty))
    }

    /// Levels stand behind their length.
    private func appendLevels(
        _ levels: [UInt8], _ range: Range<Int>, greatest: Int, to out: inout [UInt8]
    ) {
        var packed: [UInt8] = []
        levels.withUnsafeBufferPointer {
            RunLength.append(
                UnsafeBufferPointer(rebasing: $0[range]), width: BitPacking.width(of: UInt64(greatest)),
                to: &packed)
        }
        Plain.appendLength(packed.count, to: &out)
        out += packed
    }

    private func append(_ header: PageHeader, _ body: [UInt8], to out: inout EncodedChunk) throws {
        let packed = try codec.pack(body)
        var header = header
        header.unpackedBytes = body.count
        header.packedBytes = packed.count
        header.checksum = Checksum.crc32(packed)
        var writer = CompactWriter()
        header.write(to: &writer)
        out.bytes += writer.bytes
        out.bytes += packed
        out.chunk.unpackedBytes += writer.bytes.count + body.count
    }
}

/// Where pages begin: rows are whole, so lists are counted through.
private struct PageCut {
    struct Page {
        var levels: Range<Int>
        var values: Range<Int>
    }

    private let data: ColumnData
    private let column: ParquetColumn
    private var (level, value) = (0, 0)

    init(_ data: ColumnData, column: ParquetColumn) {
        self.data = data
        self.column = column
    }

    mutating func take(_ rows: Int) -> Page {
        guard column.maxDefinition > 0 else {
            defer { value += rows }
            return Page(levels: 0..<0, values: value..<value + rows)
        }
        var end = level + (column.isList ? 0 : rows)
        if column.isList {
            var seen = 0
            while end < data.repetitions.count {
                if data.repetitions[end] == 0 {
                    if seen == rows { break }
                    seen += 1
                }
                end += 1
            }
        }
        let full = UInt8(column.maxDefinition)
        let there = data.definitions[level..<end].reduce(0) { $0 + ($1 == full ? 1 : 0) }
        defer { (level, value) = (end, value + there) }
        return Page(levels: level..<end, values: value..<value + there)
    }
}
