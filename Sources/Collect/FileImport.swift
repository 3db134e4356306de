package import Archive
import CSV
import Compression
package import Core
import Hashing

extension CollectStage {
    /// Archives a local file as a walk of its own, and returns that walk.
    ///
    ///     try CollectStage.importFile("hub-models-2024-07-11.ndjson.zst", format: "hub-models-ndjson",
    ///                                 into: archive, fetchedAt: Instant("2024-07-11T00:00:00Z")!)
    ///     → Walk(id: "import/hub-models-2024-07-11.ndjson.zst/2026-11-21", pages: 760, records: 760000, …)
    ///
    /// A format with "ndjson" in its name goes in by pages of 1,000 lines, one with "csv" by pages of 1,000 records that
    /// each begin with the file's header line, any other as one page. A file that ends in `.zst` is unpacked on the
    /// way; no more than a page is in memory. A walk that was broken off goes on; a finished one is returned as it is.
    ///
    /// - Parameters:
    ///   - lead: so many records of a table stand above its header line, and begin each page with it.
    ///   - fetchedAt: when the data were collected: what the pages are dated.
    ///   - fresh: import again, as a new walk.
    /// - Throws: `CollectError`, `FileError`, `ArchiveError`.
    package static func importFile(
        _ path: String, format: String, lead: Int = 0, into archive: Archive, fetchedAt: Instant, fresh: Bool = false,
        log: Log = .silent
    ) throws -> Walk {
        // The folder is of no interest to anyone else, so only the file's name is kept.
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let file = try open(path)
        let plan =
            "format=\(format) bytes=\(try file.size) records-a-page=\(recordsPerPage) sha256=\(try fingerprint(of: file))"
        let known = fresh ? nil : archive.latestWalk("import/\(name)", plan: plan)
        if let known, known.isFinished { return known }
        let walk = try known ?? archive.begin("import/\(name)", plan: plan)
        var pages = PageWriter(archive: archive, walk: walk, file: name, format: format, fetchedAt: fetchedAt, log: log)
        try read(file, name: name, rule: rule(for: format, lead)) { try pages.take($0, records: $1) }
        guard pages.records > 0 else { throw CollectError(.emptyFile, at: path) }
        try archive.finish(walk.id)
        return archive.walk(walk.id)!
    }
}

extension CollectStage {
    /// The first bytes of a file, unpacked where its name ends in `.zst`: enough to know it by.
    ///
    /// - Throws: `FileError`; `CollectError` for what is no file, or cannot be unpacked.
    package static func beginning(ofFile path: String, bytes: Int = 1 << 16) throws -> [UInt8] {
        let start = try open(path).read(at: 0, count: bytes)
        guard path.hasSuffix(".zst") else { return start }
        var unpacked: [UInt8] = []
        do {
            try ZstdDecoder(limit: .max).push(start) { unpacked += $0.prefix(max(0, bytes - unpacked.count)) }
        } catch let error as CompressionError {
            throw CollectError(.damagedFile(error.description), at: path)
        }
        return unpacked
    }

    private static let recordsPerPage = 1000
    /// No record of any known file comes near; a quote that never closes would fill the memory.
    private static let maxRecordBytes = 256 << 20

    private static func open(_ path: String) throws -> OpenFile {
        let file = try OpenFile(path, .read)
        guard try file.isRegular else { throw CollectError(.noRegularFile, at: path) }
        return file
    }

    private static func rule(for format: String, _ lead: Int) -> RecordSplitter.Rule {
        // Behind a question mark come words of whoever reads the pages.
        let name = format.prefix { $0 != "?" }
        if name.contains("ndjson") { return .lines }
        return name.contains("csv") ? .csv(lead: lead) : .whole
    }

    private static func read(
        _ file: OpenFile, name: String, rule: RecordSplitter.Rule, emit: ([UInt8], Int) throws -> Void
    ) throws {
        var splitter = RecordSplitter(rule, recordsPerPage: recordsPerPage, named: name)
        func take(_ bytes: ArraySlice<UInt8>) throws {
            try splitter.push(bytes, emit: emit)
            guard splitter.openBytes <= maxRecordBytes else {
                throw CollectError(.recordTooLong(limit: maxRecordBytes), at: name)
            }
        }
        do {
            let decoder = name.hasSuffix(".zst") ? try ZstdDecoder(limit: .max) : nil
            try forEachChunk(of: file) { chunk in
                if let decoder { try decoder.push(chunk, receive: take) } else { try take(chunk[...]) }
            }
            try decoder?.finish()
            try splitter.finish(emit: emit)
        } catch let error as CompressionError {
            throw CollectError(.damagedFile(error.description), at: name)
        } catch let error as CSVError {
            throw CollectError(.damagedFile(error.description), at: name)
        }
    }

    /// Two files of one name and length are told apart by it: a hash of the hashes of the chunks.
    private static func fingerprint(of file: OpenFile) throws -> String {
        var digest: [UInt8] = []
        try forEachChunk(of: file) { digest = SHA256.digest(digest + $0) }
        return SHA256.hexadecimal(digest)
    }

    private static func forEachChunk(of file: OpenFile, _ body: ([UInt8]) throws -> Void) throws {
        var offset = 0
        while true {
            let chunk = try file.read(at: offset, count: 1 << 20)
            if chunk.isEmpty { return }
            offset += chunk.count
            try body(chunk)
        }
    }
}

/// Numbers the pages of a file and archives those that are not there yet.
private struct PageWriter {
    let archive: Archive
    let walk: Walk
    let file: String
    let format: String
    let fetchedAt: Instant
    let log: Log
    private(set) var pages = 0
    private(set) var records = 0

    init(archive: Archive, walk: Walk, file: String, format: String, fetchedAt: Instant, log: Log) {
        self.archive = archive
        self.walk = walk
        self.file = file
        self.format = format
        self.fetchedAt = fetchedAt
        self.log = log
    }

    mutating func take(_ body: [UInt8], records count: Int) throws {
        defer { (pages, records) = (pages + 1, records + count) }
        guard pages >= walk.pages else { return }
        try archive.append(
            ArchivedPage(
                walk: walk.id, url: "file:\(file)#record=\(records)", fetchedAt: fetchedAt, format: format,
                records: count, body: body))
        log.progress("Import", done: records + count, unit: "records")
    }
}
