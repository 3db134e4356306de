package import Core

/// Cuts a stream of bytes into records, whatever writes the tables of this world.
///
///     let records = CSVRecords(named: "f.csv")
///     try records.push(Array("a;b\n1;\"2\n".utf8)) { row in row.texts }
///     try records.push(Array("3\"\n".utf8)) { row in row.texts }    // ["a", "b"], ["1", "2\n3"]
///     try records.finish { row in … }
///
/// A byte order mark is passed over, UTF-16 with one is read; comma, semicolon or tab is found out from the first 64 KiB;
/// empty lines are no records. No more is in memory than a record and what was pushed last: a quote that does not close within
/// `maxRecordBytes` is a letter as any other, and counted (`csv.unclosedQuote`). Not for several threads.
package final class CSVRecords {
    private let maxRecordBytes: Int
    let notes: CSVNotes
    private var scanner: CSVScanner?
    private var utf16: UTF16Stream?
    private var isBegun = false
    private var buffer: [UInt8] = []
    private var plainQuotes: Set<Int> = []
    /// How many records were handed over.
    private(set) var count = 0

    private static let sampleBytes = 1 << 16

    package init(named subject: String, maxRecordBytes: Int = 16 << 20) {
        notes = CSVNotes(subject: subject)
        self.maxRecordBytes = maxRecordBytes
    }

    /// What was found wrong so far.
    package var diagnostics: DiagnosticCounts { notes.counts }

    /// - Throws: `CSVError`; what `body` throws, and then the reader is not to be used again.
    package func push(_ bytes: ArraySlice<UInt8>, _ body: (CSVRow) throws -> Void) throws {
        if utf16 != nil { buffer += utf16!.utf8(bytes) } else { buffer += bytes }
        if !isBegun {
            guard buffer.count >= Self.sampleBytes else { return }
            begin(isWhole: false)
        }
        try scan(isLast: false, body)
    }

    /// Hands over what is left; a last record without its line end counts.
    package func finish(_ body: (CSVRow) throws -> Void) throws {
        if !isBegun { begin(isWhole: true) }
        if utf16 != nil { buffer += utf16!.finish() }
        try scan(isLast: true, body)
        buffer = []
    }
}

extension CSVRecords {
    private func begin(isWhole: Bool) {
        isBegun = true
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) {
            buffer.removeFirst(3)
        } else if buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]) {
            var stream = UTF16Stream(isBigEndian: buffer[0] == 0xFE)
            buffer = stream.utf8(buffer.dropFirst(2))
            utf16 = stream
        }
        let delimiter = buffer.withUnsafeBufferPointer {
            Delimiter.detect(in: .init(rebasing: $0.prefix(Self.sampleBytes)), isWhole: isWhole)
        }
        scanner = CSVScanner(delimiter: delimiter)
    }

    private func scan(isLast: Bool, _ body: (CSVRow) throws -> Void) throws {
        // The scanner's own memory is lent to the rows, the buffer to both: neither changes meanwhile.
        var scanner = self.scanner!
        let rest = try buffer.withUnsafeBufferPointer { try scan($0, &scanner, isLast: isLast, body) }
        self.scanner = scanner
        plainQuotes = Set(plainQuotes.map { $0 - rest })
        if rest > 0 { buffer.removeFirst(rest) }
    }

    /// Hands over all whole records; returns where the first begins that is not whole.
    private func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, _ scanner: inout CSVScanner, isLast: Bool, _ body: (CSVRow) throws -> Void
    ) throws -> Int {
        var start = 0
        while start < bytes.count {
            switch scanner.scan(bytes, from: start, isLast: isLast, plainQuotes: plainQuotes) {
            case .record(let next):
                try hand(bytes, start..<next, scanner, body)
                start = next
                if !plainQuotes.isEmpty { plainQuotes = [] }
            case .openQuote(let place) where isLast || bytes.count - place > maxRecordBytes:
                notes.note("csv.unclosedQuote", record: count + 1, "")
                plainQuotes.insert(place)
            case .openQuote: return start
            case .openEnd:
                guard bytes.count - start <= maxRecordBytes else {
                    throw CSVError(.recordTooLong(limit: maxRecordBytes), at: "\(notes.subject) record \(count + 1)")
                }
                return start
            }
        }
        return start
    }

    @inline(__always)
    private func hand(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ scanner: CSVScanner, _ body: (CSVRow) throws -> Void
    ) throws {
        if scanner.isEmptyLine { return }
        count += 1
        try scanner.fields.withUnsafeBufferPointer { fields in
            try body(
                CSVRow(
                    number: count, count: scanner.count, raw: UnsafeBufferPointer(rebasing: bytes[range]), bytes: bytes,
                    fields: fields, notes: notes))
        }
    }
}
