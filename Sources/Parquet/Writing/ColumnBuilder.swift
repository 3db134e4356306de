/// Takes a column's values row by row.
///
///     let likes = ColumnBuilder(ParquetColumn("likes", .int64))
///     likes.append(7); likes.appendNull()
///     likes.rows → 2
///
/// A value must be of the column's kind, and only an optional column has nulls; anything else is the caller's mistake.
package final class ColumnBuilder {
    package let column: ParquetColumn
    package private(set) var rows = 0
    private var definitions: [UInt8] = []
    private var repetitions: [UInt8] = []
    private var booleans: [Bool] = []
    private var int32s: [Int32] = []
    private var int64s: [Int64] = []
    private var floats: [Float] = []
    private var doubles: [Double] = []
    private var texts = ByteStrings()
    private let full: UInt8
    private let isFlat: Bool

    package init(_ column: ParquetColumn) {
        self.column = column
        full = UInt8(column.maxDefinition)
        isFlat = !column.isList
    }

    package func appendNull() {
        precondition(column.isOptional, "\(column.name) has no nulls")
        rows += 1
        definitions.append(0)
        if !isFlat { repetitions.append(0) }
    }

    /// Also of dates, as days, and of instants, as milliseconds.
    package func append(_ value: Int) {
        switch column.physical {
        case .int32: int32s.append(Int32(value))
        case .int64: int64s.append(Int64(value))
        default: preconditionFailure("\(column.name) has no integers")
        }
        present()
    }

    package func append(_ value: Double) {
        switch column.kind {
        case .double: doubles.append(value)
        case .float: floats.append(Float(value))
        default: preconditionFailure("\(column.name) has no fractions")
        }
        present()
    }

    package func append(_ value: Bool) {
        precondition(column.kind == .boolean, "\(column.name) has no Booleans")
        booleans.append(value)
        present()
    }

    /// UTF-8; what is none is for the caller to mend.
    package func append(_ text: UnsafeBufferPointer<UInt8>) {
        precondition(column.kind == .string && isFlat, "\(column.name) has no texts")
        texts.append(text)
        present()
    }

    package func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// The texts of one row, of which there may be none.
    package func append(list: [String]) {
        beginList()
        for text in list {
            var text = text
            text.withUTF8 { appendElement($0) }
        }
        endList()
    }

    /// The same without strings: `beginList`, each `appendElement`, `endList`.
    package func beginList() {
        precondition(column.kind == .string && !isFlat, "\(column.name) has no lists of texts")
        rows += 1
        elements = 0
    }

    package func appendElement(_ text: UnsafeBufferPointer<UInt8>) {
        texts.append(text)
        definitions.append(full)
        repetitions.append(elements == 0 ? 0 : 1)
        elements += 1
    }

    package func endList() {
        guard elements == 0 else { return }
        definitions.append(full - 1)
        repetitions.append(0)
    }

    private var elements = 0

    /// What it holds, roughly.
    package var bytes: Int {
        texts.bytes.count + 8 * (texts.count + int64s.count + doubles.count) + 4 * (int32s.count + floats.count)
            + booleans.count + definitions.count + repetitions.count
    }

    /// What was taken; the builder is then empty.
    package func finish() -> ColumnData {
        let data = ColumnData(values, rows: rows, definitions: definitions, repetitions: repetitions)
        (rows, definitions, repetitions) = (0, [], [])
        (booleans, int32s, int64s, floats, doubles) = ([], [], [], [], [])
        texts = ByteStrings()
        return data
    }
}

extension ColumnBuilder {
    private func present() {
        precondition(isFlat, "\(column.name) has lists")
        rows += 1
        if column.isOptional { definitions.append(1) }
    }

    private var values: ColumnValues {
        switch column.kind {
        case .boolean: .booleans(booleans)
        case .int32, .date: .int32s(int32s)
        case .int64, .timestamp: .int64s(int64s)
        case .float: .floats(floats)
        case .double: .doubles(doubles)
        case .string: .bytes(texts)
        }
    }
}
