import Catalog
import Core
import SearchFormat

/// What only a model's own page shows, of every model, end to end in one block of memory: lists of texts are dear as lists.
struct DetailStore: Sendable {
    private var bytes = ByteWriter()
    private var ends: [Int] = []

    mutating func append(_ row: ModelRow) {
        bytes.append(row.bases.count)
        for base in row.bases {
            bytes.append(byte: ModelKind(base.relation).rawValue)
            bytes.append(base.repoID)
        }
        for list in [row.datasets, row.papers, row.tags] { append(list) }
        // The identifier in other letters says nothing more.
        let raw = row.licenseRaw.flatMap { $0.lowercased() == row.license?.lowercased() ? nil : $0 }
        append(raw.map { [$0] } ?? [])
        for count in [row.downloadsAllTime, row.usedStorageBytes, row.fileCount] { bytes.append(optional: count) }
        bytes.append(day: row.lastModified?.day.number)
        bytes.append(day: row.removedOn?.number)
        bytes.append(row.observations.count > 1 ? row.observations.count : 0)
        for seen in row.observations where row.observations.count > 1 {
            bytes.append(day: seen.day.number)
            bytes.append(optional: seen.downloads)
            bytes.append(optional: seen.likes)
        }
        ends.append(bytes.bytes.count)
    }

    /// - Throws: never, unless what was appended here was changed.
    func details(of row: Int) throws(SearchFormatError) -> (entry: DetailEntry, observations: [DocumentEntry.Count]) {
        let range = (row == 0 ? 0 : ends[row - 1])..<ends[row]
        var reader = ByteReader(Array(bytes.bytes[range]), of: "details in memory")
        var entry = DetailEntry()
        entry.bases = try reader.list { (reader) throws(SearchFormatError) in
            let relation: ModelKind = try reader.choice()
            return .init(id: try reader.text(), relation: relation)
        }
        entry.datasets = try reader.texts()
        entry.papers = try reader.texts()
        entry.tags = try reader.texts()
        entry.licenseRaw = try reader.texts().first
        entry.downloadsAllTime = try reader.optional()
        entry.storageBytes = try reader.optional()
        entry.fileCount = try reader.optional()
        entry.modifiedOn = try reader.day()
        entry.removedOn = try reader.day()
        let observations = try reader.list { (reader) throws(SearchFormatError) -> DocumentEntry.Count in
            let day = try reader.day() ?? 0
            return .init(day: day, downloads: try reader.optional(), likes: try reader.optional())
        }
        return (entry, observations)
    }

    private mutating func append(_ texts: [String]) {
        bytes.append(texts.count)
        for text in texts { bytes.append(text) }
    }
}

extension ByteReader {
    fileprivate mutating func list<Value>(
        _ next: (inout ByteReader) throws(SearchFormatError) -> Value
    ) throws(SearchFormatError) -> [Value] {
        try repeated(try count(), next)
    }

    fileprivate mutating func texts() throws(SearchFormatError) -> [String] {
        try list { (reader) throws(SearchFormatError) in try reader.text() }
    }
}
