/// What a model's own page has beyond a result list.
package struct DetailEntry: Equatable, Sendable {
    package struct Base: Equatable, Sendable {
        /// "author/name".
        package var id: String
        /// `.merge`, `.finetune` …; `.derived` where it is not stated.
        package var relation: ModelKind

        package init(id: String, relation: ModelKind) {
            self.id = id
            self.relation = relation
        }
    }

    package var bases: [Base] = []
    package var datasets: [String] = []
    /// arXiv numbers.
    package var papers: [String] = []
    /// Tags that no other field has.
    package var tags: [String] = []
    /// As the card spells it, where that differs from the license's identifier.
    package var licenseRaw: String?
    /// Codes that the manifest's table does not have; the others are in the document block.
    package var rareLanguages: [String] = []
    package var downloadsAllTime: Int?
    /// Bytes of the repo over all revisions.
    package var storageBytes: Int?
    package var fileCount: Int?
    /// Days since 1970.
    package var modifiedOn: Int?
    package var removedOn: Int?

    package init() {}
}

/// The rest of the records of consecutive numbers: `x####`.
///
///     letter "x", version, number        as every shard begins
///     first                              number of the first document
///     count                              documents, n
///
/// then column by column:
///
///     baseCount                n values
///     relations                a byte for each base: raw value of `ModelKind`
///     bases                    texts (column), of all documents
///     datasetCount             n values
///     datasets                 texts (column)
///     paperCount, papers       the same
///     tagCount, tags           the same
///     licenseRawCount          n values, 0 or 1
///     licenseRaw               texts (column)
///     rareLanguageCount, rareLanguages       as data sets
///     downloadsAllTime, storageBytes, fileCount      n values each: 0 unknown, else 1 + value
///     modifiedOn, removedOn                          n days each, as in `DocumentBlock`
///
/// Texts (column): the number of bytes of each, then the bytes of all, end to end.
package struct DetailBlock: Equatable, Sendable {
    package var number: Int
    package var first: Int
    package var entries: [DetailEntry]

    package init(number: Int, first: Int, entries: [DetailEntry]) {
        self.number = number
        self.first = first
        self.entries = entries
    }

    package var contents: [UInt8] { written.bytes }

    package var written: ByteWriter {
        var out = ByteWriter(ShardName(.details, number))
        out.append(first)
        out.append(entries.count)
        for entry in entries { out.append(entry.bases.count) }
        for base in entries.lazy.flatMap(\.bases) { out.append(byte: base.relation.rawValue) }
        out.append(texts: entries.flatMap { $0.bases.map(\.id) })
        for list in [\DetailEntry.datasets, \.papers, \.tags, \.licenseRawList, \.rareLanguages] {
            for entry in entries { out.append(entry[keyPath: list].count) }
            out.append(texts: entries.flatMap { $0[keyPath: list] })
        }
        for entry in entries { out.append(optional: entry.downloadsAllTime) }
        for entry in entries { out.append(optional: entry.storageBytes) }
        for entry in entries { out.append(optional: entry.fileCount) }
        for entry in entries { out.append(day: entry.modifiedOn) }
        for entry in entries { out.append(day: entry.removedOn) }
        return out
    }

    /// Throws `SearchFormatError`.
    package init(number: Int, contents: [UInt8]) throws(SearchFormatError) {
        var reader = try ByteReader(contents, of: ShardName(.details, number))
        self.number = number
        first = try reader.number()
        entries = [DetailEntry](repeating: DetailEntry(), count: try reader.count())
        try reader.bases(&entries)
        for list in [\DetailEntry.datasets, \.papers, \.tags, \.licenseRawList, \.rareLanguages] {
            let counts = try reader.numbers(entries.count)
            let texts = try reader.textLists(counts)
            for i in entries.indices { entries[i][keyPath: list] = texts[i] }
        }
        for i in entries.indices { entries[i].downloadsAllTime = try reader.optional() }
        for i in entries.indices { entries[i].storageBytes = try reader.optional() }
        for i in entries.indices { entries[i].fileCount = try reader.optional() }
        for i in entries.indices { entries[i].modifiedOn = try reader.day() }
        for i in entries.indices { entries[i].removedOn = try reader.day() }
        try reader.end()
    }
}

extension DetailEntry {
    fileprivate var licenseRawList: [String] {
        get { licenseRaw.map { [$0] } ?? [] }
        set { licenseRaw = newValue.first }
    }
}

extension ByteWriter {
    /// The number of bytes of each text, then the bytes of all.
    package mutating func append(texts: [String]) {
        for text in texts { append(text.utf8.count) }
        cut()
        for text in texts { append(raw: text.utf8) }
        cut()
    }
}

extension ByteReader {
    fileprivate mutating func bases(_ entries: inout [DetailEntry]) throws(SearchFormatError) {
        let counts = try numbers(entries.count)
        var relations: [[ModelKind]] = []
        for count in counts {
            relations.append(try repeated(count) { (reader) throws(SearchFormatError) in try reader.choice() })
        }
        let ids = try textLists(counts)
        for i in entries.indices {
            entries[i].bases = zip(ids[i], relations[i]).map { DetailEntry.Base(id: $0, relation: $1) }
        }
    }

    /// For each count so many texts.
    package mutating func textLists(_ counts: [Int]) throws(SearchFormatError) -> [[String]] {
        var lengths: [[Int]] = []
        for count in counts { lengths.append(try numbers(count)) }
        var lists: [[String]] = []
        for lengths in lengths {
            var list: [String] = []
            for length in lengths { list.append(try utf8(try raw(length))) }
            lists.append(list)
        }
        return lists
    }
}
