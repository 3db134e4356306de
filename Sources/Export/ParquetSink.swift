import Parquet

/// Rows as a Parquet file.
final class ParquetSink: RowSink {
    private let writer: ParquetWriter
    private let columns: [ColumnBuilder]

    init(_ path: String, _ table: ExportTable, _ settings: ParquetSettings) throws {
        writer = try ParquetWriter(path, table.columns.map(\.parquet), settings)
        columns = writer.columns
    }

    func null(_ column: Int) { columns[column].appendNull() }
    func text(_ column: Int, _ value: UnsafeBufferPointer<UInt8>) { columns[column].append(value) }
    func integer(_ column: Int, _ value: Int) { columns[column].append(value) }
    func number(_ column: Int, _ value: Double) { columns[column].append(value) }
    func flag(_ column: Int, _ value: Bool) { columns[column].append(value) }
    func day(_ column: Int, _ value: Int) { columns[column].append(value) }
    func instant(_ column: Int, _ value: Int) { columns[column].append(value * 1000) }

    func list(_ column: Int, _ value: UnsafeBufferPointer<UInt8>, separator: UInt8) {
        columns[column].beginList()
        forEachPiece(of: value, separator) { columns[column].appendElement($0) }
        columns[column].endList()
    }

    func endRow() throws { try writer.endRow() }
    func finish() throws { try writer.finish() }
}

extension ExportColumn {
    fileprivate var parquet: ParquetColumn {
        let type: ParquetColumn.Kind =
            switch kind {
            case .text, .list: .string
            case .integer, .memory: .int64
            case .number: .double
            case .flag: .boolean
            case .day, .month: .date
            case .instant: .timestamp
            }
        if case .list = kind { return ParquetColumn(name, type, isOptional: !isAlwaysThere, isList: true) }
        return ParquetColumn(name, type, isOptional: !isAlwaysThere)
    }
}

/// The texts between separators; of no byte none.
func forEachPiece(
    of value: UnsafeBufferPointer<UInt8>, _ separator: UInt8, _ body: (UnsafeBufferPointer<UInt8>) -> Void
) {
    guard !value.isEmpty else { return }
    var start = 0
    for i in 0...value.count where i == value.count || value[i] == separator {
        body(UnsafeBufferPointer(rebasing: value[start..<i]))
        start = i + 1
    }
}
