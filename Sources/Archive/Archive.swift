import Compression
package import Core
import Hashing
import Synchronization

/// Pages as they were sent, in a folder of append-only segments.
///
///     let archive = try Archive(at: ".hubatlas/archive", mode: .write, time: .system)
///     let walk = try archive.begin("models", plan: "", first: "https://huggingface.co/api/models?…")
///     try archive.append(ArchivedPage(walk: walk.id, …))
///     try archive.finish(walk.id)
///
/// The folder holds `segments/000001.zst`, … (bytes: `ArchiveFormat`), `waiting` (`WaitingPage`), `manifest.json` and
/// `lock`. Segments are the truth; the manifest lists what they held when it was written. One writer at a time; readers
/// need no lock and see whole records only. A process that is killed loses the record it was writing, no other: the next
/// writer cuts that torn tail off and says so in `diagnostics`. A page that was held is not lost at all.
package final class Archive: Sendable {
    /// One writer at a time; any number of readers.
    package enum Mode: Sendable { case read, write }

    package let folder: String
    package let mode: Mode
    private let time: TimeSource
    private let segmentBytes: Int
    private let level: Int
    private let lock: FileLock?
    private let waiting: WaitingPage?
    private let state: Mutex<ArchiveState>

    /// Opens the archive; for writing, makes it where it is missing.
    ///
    /// - Parameters:
    ///   - segmentBytes: a segment that has grown to this is closed and the next one begun.
    ///   - level: Zstandard's, for bodies; on real lists level 3 is one part in seventy smaller, and slower.
    /// - Throws: `ArchiveError`: locked by another writer, of an unknown version, no archive, or a file that fails.
    package init(
        at folder: String, mode: Mode, time: TimeSource = .system, segmentBytes: Int = 64 << 20, level: Int = 1
    ) throws {
        self.folder = folder
        self.mode = mode
        self.time = time
        self.segmentBytes = segmentBytes
        self.level = level
        do {
            if mode == .write { try Files.createFolder("\(folder)/segments") }
            lock = mode == .write ? try FileLock("\(folder)/lock", purpose: "hubatlas") : nil
            waiting = mode == .write ? try WaitingPage(folder: folder) : nil
            state = Mutex(try ArchiveState.open(folder, mode: mode))
            try takeWaiting()
        } catch let error as FileLock.Held {
            throw ArchiveError(.locked(by: error.holder), at: folder)
        } catch let error as FileError {
            throw ArchiveError(.file(error), at: folder)
        }
    }

    /// Every page, in the order of writing.
    package var entries: [ArchiveEntry] { state.withLock { $0.entries } }
    /// Every walk, in the order of beginning.
    package var walks: [Walk] { state.withLock { $0.walks } }
    /// What was found damaged or was cut off when the archive was opened.
    package var diagnostics: [Diagnostic] { state.withLock { $0.diagnostics } }
    /// Bytes of all segments.
    package var sizeBytes: Int { state.withLock { $0.segments.reduce(0) { $0 + $1.bytes } } }

    /// The walk of an id such as "models/2026-11-21"; nil when it is not here.
    package func walk(_ id: String) -> Walk? { walks.first { $0.id == id } }

    /// The newest walk of that name and plan, finished or not.
    package func latestWalk(_ name: String, plan: String) -> Walk? {
        walks.last { $0.name == name && $0.plan == plan }
    }
}

// MARK: - Writing

extension Archive {
    /// Begins a walk, dated now.
    ///
    /// - Parameter first: the first address of a list; nil for a walk without an order.
    package func begin(_ name: String, plan: String, first: String? = nil) throws -> Walk {
        let now = time.instant
        return try writing { state in
            let id = state.freeWalkID(name, on: now.day)
            let record = ArchiveRecord(kind: .begin, at: now, walk: id, format: name, url: first ?? "", next: plan)
            try state.append(record, body: [], segmentBytes: segmentBytes)
            return state.walks.last!
        }
    }

    /// Adds a page. It is safe from the end of this process when this returns.
    package func append(_ page: ArchivedPage) throws { try write(record(of: page), page.body) }

    /// Writes a page down as it was sent: it is safe from the end of this process when this returns, and sooner than by
    /// `append`. One page at a time: `append` of what this returns comes before the next is held.
    ///
    ///     let held = try archive.hold(page)     // the next page may be asked for
    ///     try archive.append(held)              // hashed before, now compressed and in its segment
    package func hold(_ page: ArchivedPage) throws -> HeldPage {
        let held = HeldPage(record: record(of: page), body: page.body)
        try writing { state in
            precondition(!state.isHolding, "a page is held before the one before it is appended")
            try waiting!.write(held.record, held.body)
            state.isHolding = true
        }
        return held
    }

    /// Compresses a held page and writes it into its segment.
    package func append(_ page: HeldPage) throws {
        // Where this fails the walk has not moved on: the page is asked for again.
        defer { state.withLock { $0.isHolding = false } }
        try write(page.record, page.body)
    }

    /// Compressed here, outside the lock: the slow part, which needs no order.
    private func write(_ record: ArchiveRecord, _ body: [UInt8]) throws {
        let packed = try Zstd.compress(body, level: level)
        var record = record
        record.packedBytes = packed.count
        try writing { [record] state in
            guard state.walkIndex[record.walk] != nil else {
                throw ArchiveError(.unknownWalk(record.walk), at: folder)
            }
            try state.append(record, body: packed, segmentBytes: segmentBytes)
        }
    }

    private func record(of page: ArchivedPage) -> ArchiveRecord {
        ArchiveRecord(
            kind: .page, bodyBytes: page.body.count, at: page.fetchedAt, status: page.status, records: page.records,
            sha256: SHA256.digest(page.body), walk: page.walk, format: page.format, url: page.url,
            next: page.next ?? "")
    }

    /// What a killed process held and did not append.
    private func takeWaiting() throws {
        guard let waiting, let (record, body) = try waiting.read() else { return }
        let isNeeded = state.withLock { state in
            guard let walk = state.walks.first(where: { $0.id == record.walk }), !walk.isFinished else { return false }
            return !state.entries.contains {
                $0.walk == record.walk && $0.url == record.url && $0.sha256 == record.sha256
            }
        }
        if isNeeded { try write(record, body) }
        try waiting.clear()
    }

    /// Marks the walk as complete: it will not be walked again unless asked.
    package func finish(_ id: String) throws {
        let now = time.instant
        try writing { state in
            guard state.walkIndex[id] != nil else { throw ArchiveError(.unknownWalk(id), at: folder) }
            try state.append(ArchiveRecord(kind: .end, at: now, walk: id), body: [], segmentBytes: segmentBytes)
            try waiting!.clear()
            try state.sync()
            try state.writeManifest()
        }
    }

    /// Has the disk keep what was written, and brings the manifest up to date.
    package func flush() throws {
        try writing { state in
            try state.sync()
            try state.writeManifest()
        }
    }

    private func writing<Result: Sendable>(_ body: (inout ArchiveState) throws -> Result) throws -> Result {
        guard mode == .write else { throw ArchiveError(.readOnly, at: folder) }
        do {
            return try state.withLock { try body(&$0) }
        } catch let error as FileError {
            throw ArchiveError(.file(error), at: folder)
        }
    }
}

// MARK: - Reading

extension Archive {
    /// Hands over every page in the order of writing, of one walk or of all. A damaged page is a diagnostic, and the
    /// rest follows.
    package func forEachPage(
        of walk: String? = nil, onDamage: (Diagnostic) -> Void, _ body: (ArchivedPage) throws -> Void
    ) throws {
        for entry in entries where walk == nil || entry.walk == walk {
            let page: ArchivedPage
            do {
                page = try self.page(entry)
            } catch let error as ArchiveError {
                guard case .damagedPage(let url, let why) = error.reason else { throw error }
                onDamage(Diagnostic("archive.page", at: url, why))
                continue
            }
            try body(page)
        }
    }

    /// The page with its body, whose hash is checked. May be called by several tasks at once.
    ///
    /// - Throws: `ArchiveError.damagedPage`, `.file`.
    package func page(_ entry: ArchiveEntry) throws -> ArchivedPage {
        let file = state.withLock { $0.segments[entry.segment].file }
        do {
            let packed = try file.read(at: entry.bodyOffset, count: entry.packedBytes)
            let body = try Zstd.decompress(packed, limit: entry.bodyBytes)
            guard SHA256.digest(body) == entry.sha256 else {
                throw ArchiveError(.damagedPage(url: entry.url, why: "its hash differs"), at: file.path)
            }
            return ArchivedPage(
                walk: entry.walk, url: entry.url, status: entry.status, fetchedAt: entry.fetchedAt,
                format: entry.format, records: entry.records, next: entry.next, body: body)
        } catch let error as CompressionError {
            throw ArchiveError(.damagedPage(url: entry.url, why: error.description), at: file.path)
        } catch let error as FileError {
            throw ArchiveError(.file(error), at: folder)
        }
    }
}
