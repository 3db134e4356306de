import Compression
import Core
import Hashing

/// What an open archive knows of its segments.
struct ArchiveState {
    struct Segment {
        var name: String
        var file: OpenFile
        /// Up to the end of the last whole record.
        var bytes: Int
        var pages = 0
    }

    let folder: String
    var segments: [Segment] = []
    var entries: [ArchiveEntry] = []
    var walks: [Walk] = []
    var walkIndex: [String: Int] = [:]
    var diagnostics: [Diagnostic] = []
    /// A page is in the file `waiting`, and not yet in its segment.
    var isHolding = false
}

extension ArchiveState {
    static func open(_ folder: String, mode: Archive.Mode) throws -> ArchiveState {
        guard Files.isFolder("\(folder)/segments") else {
            throw ArchiveError(.notAnArchive("it has no folder \"segments\""), at: folder)
        }
        var state = ArchiveState(folder: folder)
        let known = try ArchiveManifest.read(folder)
        let names = try Files.list("\(folder)/segments").filter { $0.hasSuffix(".zst") }
        for name in names { try state.openSegment(name, mode: mode, isLast: name == names.last) }
        state.compare(with: known)
        if mode == .write, known == nil { try state.writeManifest() }
        return state
    }

    private mutating func openSegment(_ name: String, mode: Archive.Mode, isLast: Bool) throws {
        let path = "\(folder)/segments/\(name)"
        let file = try OpenFile(path, mode == .write && isLast ? .append : .read)
        var scan = try SegmentScan(file)
        if mode == .write, isLast { try dropUnreadableLastPage(&scan, file) }
        if mode == .read, isLast, scan.end < scan.size { try scan.waitForWriter(file) }
        for range in scan.damaged {
            diagnostics.append(
                Diagnostic(
                    "archive.damaged", at: path, "bytes \(range.lowerBound) to \(range.upperBound) are unreadable"))
        }
        if scan.end < scan.size {
            let text = "the last \(scan.size - scan.end) bytes are no whole record"
            diagnostics.append(Diagnostic("archive.tail", at: path, text))
            if mode == .write, isLast { try file.truncate(to: scan.end) }
        }
        if mode == .write, isLast, scan.end == 0 {
            try file.append(ArchiveFormat.segmentHeader)
            scan.end = ArchiveFormat.headerBytes
        }
        segments.append(Segment(name: name, file: file, bytes: scan.end))
        for found in scan.found { note(found.record, bodyOffset: found.bodyOffset) }
    }

    /// After a loss of power a file may have its length but not its bytes, so the last body is read once.
    private func dropUnreadableLastPage(_ scan: inout SegmentScan, _ file: OpenFile) throws {
        guard let last = scan.found.last, last.record.kind == .page else { return }
        let packed = try file.read(at: last.bodyOffset, count: last.record.packedBytes)
        // Whatever the reason for which it does not unpack, it is cut off like any other torn tail.
        let body = try? Zstd.decompress(packed, limit: last.record.bodyBytes)
        if let body, SHA256.digest(body) == last.record.sha256 { return }
        scan.found.removeLast()
        scan.end = last.offset
    }

    private mutating func compare(with known: ArchiveManifest?) {
        for segment in known?.segments ?? [] {
            guard let found = segments.first(where: { $0.name == segment.name }) else {
                diagnostics.append(Diagnostic("archive.missing", at: folder, "the segment \(segment.name) is gone"))
                continue
            }
            if found.bytes < segment.bytes {
                let text = "\(segment.bytes - found.bytes) bytes fewer than were written"
                diagnostics.append(Diagnostic("archive.short", at: found.file.path, text))
            }
        }
    }
}

extension ArchiveState {
    /// Writes a record, or throws and leaves the segment as it was.
    mutating func append(_ record: ArchiveRecord, body: [UInt8], segmentBytes: Int) throws {
        if segments.isEmpty || segments[segments.count - 1].bytes >= segmentBytes { try beginSegment() }
        let last = segments.count - 1
        let (file, start) = (segments[last].file, segments[last].bytes)
        let frame = record.frame
        do {
            try file.append(frame + body)
        } catch {
            // When even the cut fails, the next writer finds the torn tail and cuts it.
            try? file.truncate(to: start)
            throw error
        }
        segments[last].bytes = start + frame.count + body.count
        note(record, bodyOffset: start + frame.count)
    }

    private mutating func beginSegment() throws {
        if !segments.isEmpty { try sync() }
        // Behind the highest number, also where a segment before it is gone.
        let digits = String((segments.last.flatMap { Int($0.name.prefix(6)) } ?? 0) + 1)
        let name = String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".zst"
        let file = try OpenFile("\(folder)/segments/\(name)", .append)
        do {
            try file.append(ArchiveFormat.segmentHeader)
        } catch {
            // When even the cut fails, the next writer finds the torn header and writes it anew.
            try? file.truncate(to: 0)
            throw error
        }
        segments.append(Segment(name: name, file: file, bytes: ArchiveFormat.headerBytes))
        try writeManifest()
    }

    func sync() throws { try segments.last?.file.sync() }

    func writeManifest() throws {
        let segments = segments.map { ArchiveManifest.Segment(name: $0.name, bytes: $0.bytes, pages: $0.pages) }
        try ArchiveManifest(segments: segments, walks: walks).write(to: folder)
    }

    /// "models/2026-11-21", and from the second of a day on "models/2026-11-21.2".
    func freeWalkID(_ name: String, on day: Day) -> String {
        let plain = "\(name)/\(day)"
        if walkIndex[plain] == nil { return plain }
        var number = 2
        while walkIndex["\(plain).\(number)"] != nil { number += 1 }
        return "\(plain).\(number)"
    }

    /// Takes a record of the last segment into the account.
    private mutating func note(_ record: ArchiveRecord, bodyOffset: Int) {
        switch record.kind {
        case .begin:
            walkIndex[record.walk] = walks.count
            walks.append(
                Walk(
                    id: record.walk, name: record.format, plan: record.next, began: record.at,
                    next: record.url.isEmpty ? nil : record.url))
        case .page:
            let entry = ArchiveEntry(record, segment: segments.count - 1, bodyOffset: bodyOffset)
            entries.append(entry)
            segments[segments.count - 1].pages += 1
            guard let index = walkIndex(for: record) else { return }
            walks[index].pages += 1
            // What a server says it has may be any number.
            let (sum, overflow) = walks[index].records.addingReportingOverflow(record.records ?? 0)
            walks[index].records = overflow ? .max : sum
            walks[index].bodyBytes += record.bodyBytes
            walks[index].next = entry.next
        case .end:
            guard let index = walkIndex(for: record) else { return }
            walks[index].ended = record.at
        }
    }

    /// A walk whose beginning was damaged is known by its pages; its plan is lost, so it is never gone on with.
    private mutating func walkIndex(for record: ArchiveRecord) -> Int? {
        if let index = walkIndex[record.walk] { return index }
        let name = record.walk.split(separator: "/").dropLast().joined(separator: "/")
        walkIndex[record.walk] = walks.count
        walks.append(Walk(id: record.walk, name: name, plan: "unknown: its beginning is damaged", began: record.at))
        return walks.count - 1
    }
}

extension ArchiveEntry {
    fileprivate init(_ record: ArchiveRecord, segment: Int, bodyOffset: Int) {
        self.init(
            walk: record.walk, url: record.url, status: record.status, fetchedAt: record.at, format: record.format,
            records: record.records, next: record.next.isEmpty ? nil : record.next, sha256: record.sha256,
            bodyBytes: record.bodyBytes, segment: segment, bodyOffset: bodyOffset, packedBytes: record.packedBytes)
    }
}
