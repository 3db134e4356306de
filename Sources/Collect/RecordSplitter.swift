/// Cuts a stream of bytes into pages of whole records.
///
///     var splitter = RecordSplitter(.csv, recordsPerPage: 2)
///     try splitter.push(Array("id,n\na,1\nb,2\nc,3\n".utf8)[...]) { page, count in … }   // "id,n\na,1\nb,2\n", 2
///     try splitter.finish { page, count in … }                                           // "id,n\nc,3\n", 1
struct RecordSplitter {
    enum Rule: Sendable {
        /// A record a line.
        case lines
        /// A record a line, where a line goes on inside quotes (RFC 4180); each page begins with the first line.
        case csv
        /// One page, however long.
        case whole
    }

    private let rule: Rule
    private let recordsPerPage: Int
    private var header: [UInt8]?
    private var page: [UInt8] = []
    private var count = 0
    private var isQuoted = false
    /// Bytes since the last end of a record, the last ones of `page`.
    private(set) var openBytes = 0

    init(_ rule: Rule, recordsPerPage: Int) {
        self.rule = rule
        self.recordsPerPage = recordsPerPage
    }

    mutating func push(_ bytes: ArraySlice<UInt8>, emit: ([UInt8], Int) throws -> Void) rethrows {
        var rest = bytes
        while let end = endOfRecord(in: rest) {
            page += rest[rest.startIndex...end]
            rest = rest[(end + 1)...]
            try close(emit)
        }
        page += rest
        openBytes += rest.count
    }

    /// Hands over what is left; a last record without its line end counts.
    mutating func finish(emit: ([UInt8], Int) throws -> Void) rethrows {
        if openBytes > 0 {
            if rule != .whole { page.append(UInt8(ascii: "\n")) }
            try close(emit)
        }
        if count > 0 { try emit(page, count) }
        (page, count) = ([], 0)
    }

    private mutating func close(_ emit: ([UInt8], Int) throws -> Void) rethrows {
        openBytes = 0
        if rule == .csv, header == nil {
            header = page
            return
        }
        count += 1
        guard count == recordsPerPage else { return }
        try emit(page, count)
        (page, count) = (header ?? [], 0)
    }

    private mutating func endOfRecord(in bytes: ArraySlice<UInt8>) -> Int? {
        switch rule {
        case .whole: nil
        case .lines: bytes.firstIndex(of: UInt8(ascii: "\n"))
        case .csv: endOfCSVRecord(in: bytes)
        }
    }

    /// A doubled quote switches twice, so only the parity of quotes matters.
    private mutating func endOfCSVRecord(in bytes: ArraySlice<UInt8>) -> Int? {
        for i in bytes.indices {
            if bytes[i] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if bytes[i] == UInt8(ascii: "\n"), !isQuoted { return i }
        }
        return nil
    }
}
