package import Core

/// Reads a table whose first record names the columns, as it comes.
///
///     let reader = CSVReader(named: "f.csv")
///     for chunk in file { try reader.push(chunk) { row in row.text(reader.header!.column("id")!) } }
///     try reader.finish { row in … }
///
/// What is wrong with the table is counted, and the rest is read: `csv.duplicateHeader` (the second "id" is called "id 2"),
/// `csv.namelessColumn` ("column 1"), `csv.raggedRow` (shorter than the header, or with values beyond it; a comma at the end
/// of a line is neither), `csv.encoding` (a field whose bytes are not UTF-8: read as Windows-1252), `csv.unclosedQuote`.
package final class CSVReader {
    private let records: CSVRecords
    private let lead: Int
    /// Known from the first row on; nil where there is none.
    package private(set) var header: CSVHeader?

    /// - Parameter lead: so many records stand above the header, and are passed over.
    package init(named subject: String, lead: Int = 0, maxRecordBytes: Int = 16 << 20) {
        self.lead = lead
        records = CSVRecords(named: subject, maxRecordBytes: maxRecordBytes)
    }

    /// What was found wrong so far.
    package var diagnostics: DiagnosticCounts { records.diagnostics }
    /// How many rows were handed over.
    package var rowCount: Int { max(0, records.count - lead - 1) }

    /// - Throws: `CSVError`; what `body` throws, and then the reader is not to be used again.
    package func push(_ bytes: ArraySlice<UInt8>, _ body: (CSVRow) throws -> Void) throws {
        try records.push(bytes) { try take($0, body) }
    }

    /// Hands over what is left; a last row without its line end counts.
    package func finish(_ body: (CSVRow) throws -> Void) throws { try records.finish { try take($0, body) } }

    private func take(_ row: CSVRow, _ body: (CSVRow) throws -> Void) throws {
        if row.number <= lead { return }
        guard let header else {
            begin(row.texts)
            return
        }
        if row.count != header.names.count, isRagged(row, header) {
            records.notes.note("csv.raggedRow", record: row.number, "\(row.count) fields of \(header.names.count)")
        }
        try body(row)
    }

    private func begin(_ cells: [String]) {
        let header = CSVHeader(cells)
        self.header = header
        for i in header.nameless { records.notes.note("csv.namelessColumn", record: 1, header.names[i]) }
        for i in header.repeated { records.notes.note("csv.duplicateHeader", record: 1, header.names[i]) }
    }

    private func isRagged(_ row: CSVRow, _ header: CSVHeader) -> Bool {
        guard row.count > header.names.count else { return row.count < header.width }
        return (header.names.count..<row.count).contains { row.withBytes($0) { !$0.isEmpty } ?? true }
    }
}

extension CSVReader {
    /// Reads a file from its beginning to its end, a mebibyte at a time.
    ///
    /// - Throws: `FileError`, `CSVError`, what `body` throws.
    package func read(_ path: String, _ body: (CSVRow) throws -> Void) throws {
        let file = try OpenFile(path, .read)
        var offset = 0
        while true {
            let chunk = try file.read(at: offset, count: 1 << 20)
            if chunk.isEmpty { break }
            offset += chunk.count
            try push(chunk[...], body)
        }
        try finish(body)
    }
}
