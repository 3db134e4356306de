/// Models of consecutive numbers, as a result list needs them: `d####`.
///
///     letter "d", version, number        as every shard begins
///     first                              number of the first document
///     count                              documents, n
///     details                            four bytes: the hash of the `x` file that has the rest of these documents
///     hasVectors                         one byte, 0 or 1
///
/// then column by column, n values each:
///
///     nameShared    bytes that the name (after the slash) shares with the name before
///     nameRest      bytes of the name that follow
///     nameBytes     those bytes, end to end
///     ownerLength   0: no owner; else 1 + its bytes
///     ownerBytes    end to end
///     task, library, license, architecture     one column after the other; 0 none, else 1 + code
///     languageCount
///     languages     codes of all, end to end
///     downloads, likes                         0 unknown, else 1 + value; one column after the other
///     countedOn     day
///     created       0 unknown, 1 before the record, else 2 + zigzag of days since 2022-03-02
///     parametersZeros      0 unknown, else 1 + the decimal zeros at the end of the number
///     parametersDigits     only where known: the number without those zeros
///     parametersFrom, gating, kind, marks      one byte each; raw values of `DocumentEntry.swift`
///     formats       bits
///     weightBits    0 unknown, else 1 + value
///     cell, group   only with vectors: 0 none, else 1 + value; one column after the other
///     copies        copies − 1
///     observationCount     0 unless two or more
///     observations         for each: zigzag of the day's distance from the one before (the first: from 2022-03-02),
///                          downloads, likes (0 unknown, else 1 + value)
///
/// A day is 0 for none, else 1 + zigzag of the days since 2022-03-02.
package struct DocumentBlock: Equatable, Sendable {
    package var number: Int
    package var first: Int
    package var details: ShardHash
    package var hasVectors: Bool
    package var entries: [DocumentEntry]

    package init(number: Int, first: Int, details: ShardHash, hasVectors: Bool, entries: [DocumentEntry]) {
        self.number = number
        self.first = first
        self.details = details
        self.hasVectors = hasVectors
        self.entries = entries
    }

    package var contents: [UInt8] { written.bytes }

    package var written: ByteWriter {
        var out = ByteWriter(ShardName(.documents, number))
        out.append(first)
        out.append(entries.count)
        out.append(raw: details.bytes)
        out.append(byte: hasVectors ? 1 : 0)
        out.append(ids: entries.map(\.id))
        out.append(facts: entries)
        out.append(counts: entries)
        if hasVectors {
            for entry in entries { out.append(optional: entry.vector?.cell) }
            for entry in entries { out.append(optional: entry.vector?.group) }
        }
        for entry in entries { out.append(entry.copies - 1) }
        out.append(observations: entries)
        return out
    }

    /// Throws `SearchFormatError`.
    package init(number: Int, contents: [UInt8]) throws(SearchFormatError) {
        var reader = try ByteReader(contents, of: ShardName(.documents, number))
        self.number = number
        first = try reader.number()
        let count = try reader.count()
        details = ShardHash(bytes: try reader.raw(4))
        let flag = try reader.byte()
        guard flag < 2 else { throw reader.damage("flag \(flag)") }
        hasVectors = flag == 1
        entries = try reader.ids(count).map { DocumentEntry(id: $0) }
        try reader.facts(&entries)
        try reader.counts(&entries)
        if hasVectors { try reader.vectors(&entries) }
        for i in entries.indices { entries[i].copies = 1 + (try reader.number()) }
        try reader.observations(&entries)
        try reader.end()
    }
}

// MARK: - Writing

extension ByteWriter {
    fileprivate mutating func append(ids: [String]) {
        let parts = ids.map { id -> (owner: Substring.UTF8View?, name: [UInt8]) in
            guard let slash = id.utf8.firstIndex(of: UInt8(ascii: "/")) else { return (nil, Array(id.utf8)) }
            return (id[..<slash].utf8, Array(id.utf8[id.utf8.index(after: slash)...]))
        }
        append(frontCoded: parts.map(\.name))
        for part in parts { append(optional: part.owner?.count) }
        for part in parts { if let owner = part.owner { append(raw: owner) } }
        cut()
    }

    fileprivate mutating func append(facts entries: [DocumentEntry]) {
        for entry in entries { append(optional: entry.task) }
        for entry in entries { append(optional: entry.library) }
        for entry in entries { append(optional: entry.license) }
        for entry in entries { append(optional: entry.architecture) }
        for entry in entries { append(entry.languages.count) }
        for language in entries.lazy.flatMap(\.languages) { append(language) }
    }

    fileprivate mutating func append(counts entries: [DocumentEntry]) {
        for entry in entries { append(optional: entry.downloads) }
        for entry in entries { append(optional: entry.likes) }
        for entry in entries { append(day: entry.countedOn) }
        for entry in entries { append(created: entry.created) }
        let sizes = entries.map { $0.parameters.map(DecimalZeros.init) }
        for size in sizes { append(optional: size?.zeros) }
        for size in sizes { if let size { append(size.digits) } }
        for entry in entries { append(byte: entry.parametersFrom.rawValue) }
        for entry in entries { append(byte: entry.gating.rawValue) }
        for entry in entries { append(byte: entry.kind.rawValue) }
        for entry in entries { append(byte: entry.marks.rawValue) }
        for entry in entries { append(entry.formats) }
        for entry in entries { append(optional: entry.weightBits) }
    }

    fileprivate mutating func append(observations entries: [DocumentEntry]) {
        for entry in entries { append(entry.observations.count) }
        for entry in entries {
            var before = SearchFormat.firstDay
            for seen in entry.observations {
                append(signed: seen.day - before)
                append(optional: seen.downloads)
                append(optional: seen.likes)
                before = seen.day
            }
        }
    }
}

// MARK: - Reading

extension ByteReader {
    fileprivate mutating func ids(_ count: Int) throws(SearchFormatError) -> [String] {
        let names = try frontCoded(count)
        let lengths = try repeated(count) { (reader) throws(SearchFormatError) in try reader.optional() }
        var ids: [String] = []
        for (name, length) in zip(names, lengths) {
            let owner = try length.map { (length) throws(SearchFormatError) in try raw(length) + [UInt8(ascii: "/")] }
            ids.append(try utf8((owner ?? []) + name))
        }
        return ids
    }

    fileprivate mutating func facts(_ entries: inout [DocumentEntry]) throws(SearchFormatError) {
        for i in entries.indices { entries[i].task = try optional() }
        for i in entries.indices { entries[i].library = try optional() }
        for i in entries.indices { entries[i].license = try optional() }
        for i in entries.indices { entries[i].architecture = try optional() }
        let counts = try numbers(entries.count)
        for i in entries.indices { entries[i].languages = try numbers(counts[i]) }
    }

    fileprivate mutating func counts(_ entries: inout [DocumentEntry]) throws(SearchFormatError) {
        for i in entries.indices { entries[i].downloads = try optional() }
        for i in entries.indices { entries[i].likes = try optional() }
        for i in entries.indices { entries[i].countedOn = try day() }
        for i in entries.indices { entries[i].created = try created() }
        let zeros = try repeated(entries.count) { (reader) throws(SearchFormatError) in try reader.optional() }
        for i in entries.indices {
            guard let zeros = zeros[i] else { continue }
            guard let size = DecimalZeros(zeros: zeros, digits: try number()).value else {
                throw damage("parameters beyond 53 bits")
            }
            entries[i].parameters = size
        }
        for i in entries.indices { entries[i].parametersFrom = try choice() }
        for i in entries.indices { entries[i].gating = try choice() }
        for i in entries.indices { entries[i].kind = try choice() }
        for i in entries.indices { entries[i].marks = ModelMarks(rawValue: try byte()) }
        for i in entries.indices { entries[i].formats = try number() }
        for i in entries.indices { entries[i].weightBits = try optional() }
    }

    fileprivate mutating func vectors(_ entries: inout [DocumentEntry]) throws(SearchFormatError) {
        let cells = try repeated(entries.count) { (reader) throws(SearchFormatError) in try reader.optional() }
        for i in entries.indices {
            let group = try optional()
            guard (group == nil) == (cells[i] == nil) else { throw damage("a cell without a group") }
            if let cell = cells[i], let group { entries[i].vector = .init(cell: cell, group: group) }
        }
    }

    fileprivate mutating func observations(_ entries: inout [DocumentEntry]) throws(SearchFormatError) {
        let counts = try numbers(entries.count)
        for i in entries.indices {
            var day = SearchFormat.firstDay
            entries[i].observations = try repeated(counts[i]) { (reader) throws(SearchFormatError) in
                day += try reader.dayDistance()
                return .init(day: day, downloads: try reader.optional(), likes: try reader.optional())
            }
        }
    }
}
