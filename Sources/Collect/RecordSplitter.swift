import CSV

/// Cuts a stream of bytes into pages of whole records.
///
///     var splitter = RecordSplitter(.csv, recordsPerPage: 2)
///     try splitter.push(Array("id,n\na,1\nb,2\nc,3\n".utf8)[...]) { page, count in … }   // "id,n\na,1\nb,2\n", 2
///     try splitter.finish { page, count in … }                                           // "id,n\nc,3\n", 1
struct RecordSplitter {
    enum Rule: Sendable {
        /// A record a line.
        case lines
        /// Records of a table, as `CSVRecords` finds them; each page begins with the first ones, the header last of them.
        case csv(lead: Int)
        /// One page, however long.
        case whole
    }

    private let rule: Rule
    private let recordsPerPage: Int
    /// The first records of a table, and how many of them are still to come.
    private var header: [UInt8] = []
    private var missingHeader = 0
    private var page: [UInt8] = []
    private var count = 0
    private let table: CSVRecords?
    /// Bytes since the last end of a record, the last ones of `page`.
    private(set) var openBytes = 0

    /// - Parameter name: what errors call the stream.
    init(_ rule: Rule, recordsPerPage: Int, named name: String = "") {
        self.rule = rule
        self.recordsPerPage = recordsPerPage
        if case .csv(let lead) = rule {
            (table, missingHeader) = (CSVRecords(named: name), lead + 1)
        } else {
            table = nil
        }
    }

    mutating func push(_ bytes: ArraySlice<UInt8>, emit: ([UInt8], Int) throws -> Void) throws {
        if let table { return try table.push(bytes) { try take($0, emit) } }
        var rest = bytes
        while case .lines = rule, let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            page += rest[rest.startIndex...end]
            rest = rest[(end + 1)...]
            try close(emit)
        }
        page += rest
        openBytes += rest.count
    }

    /// Hands over what is left; a last record without its line end counts.
    mutating func finish(emit: ([UInt8], Int) throws -> Void) throws {
        try table?.finish { try take($0, emit) }
        if openBytes > 0 {
            if case .lines = rule { page.append(UInt8(ascii: "\n")) }
            try close(emit)
        }
        if count > 0 { try emit(page, count) }
        (page, count) = ([], 0)
    }

    private mutating func take(_ row: CSVRow, _ emit: ([UInt8], Int) throws -> Void) rethrows {
        page += row.raw
        // The last line of a file may lack its end.
        if let last = page.last, last != UInt8(ascii: "\n"), last != UInt8(ascii: "\r") {
            page.append(UInt8(ascii: "\n"))
        }
        try close(emit)
    }

    private mutating func close(_ emit: ([UInt8], Int) throws -> Void) rethrows {
        openBytes = 0
        if missingHeader > 0 {
            missingHeader -= 1
            header = page
            return
        }
        count += 1
        guard count == recordsPerPage else { return }
        try emit(page, count)
        (page, count) = (header, 0)
    }
}
