import Core
import Foundation

/// What a segment holds, found by reading its record headers and passing over its bodies.
///
/// A part that is no record is passed over to the next one with a right checksum. Where none follows, the part is the
/// *tail*: what a process that was ended in the middle of writing leaves behind.
struct SegmentScan {
    struct Found {
        var record: ArchiveRecord
        var offset: Int
        var bodyOffset: Int
    }

    var found: [Found] = []
    /// Places that were passed over, with more records behind them.
    var damaged: [Range<Int>] = []
    /// Where the last record ends; the tail, if any, lies between this and the end of the file.
    var end = 0
    var size = 0
}

extension SegmentScan {
    /// - Throws: `ArchiveError.unknownVersion`, `.notAnArchive` for a file with another beginning, `FileError`.
    init(_ file: OpenFile) throws {
        size = try file.size
        let header = try file.read(at: 0, count: ArchiveFormat.headerBytes)
        // A file that ends inside its header was being made when its writer ended: all of it is tail.
        if header.count < ArchiveFormat.headerBytes, ArchiveFormat.segmentHeader.starts(with: header) { return }
        guard let version = ArchiveFormat.version(of: header) else {
            // Its beginning may be damaged like any other part of it, as long as a record follows.
            try scanRecords(file)
            guard found.isEmpty else { return }
            throw ArchiveError(.notAnArchive("it does not begin like a segment"), at: file.path)
        }
        guard version == ArchiveFormat.version else { throw ArchiveError(.unknownVersion(version), at: file.path) }
        end = ArchiveFormat.headerBytes
        try scanRecords(file)
    }

    /// A tail may be a record that a writer is just writing: where it becomes whole within a tenth of a second it is no
    /// damage, and all that came whole until then is read.
    mutating func waitForWriter(_ file: OpenFile) throws {
        let before = end
        for _ in 0..<5 where end == before {
            Thread.sleep(forTimeInterval: 0.02)
            size = try file.size
            try scanRecords(file)
        }
        // Behind a record that became whole, a tail is the next one in the writing.
        if end > before { size = end }
    }

    private mutating func scanRecords(_ file: OpenFile) throws {
        while end < size {
            if let next = try Self.record(in: file, at: end, size: size) {
                take(next)
            } else if let next = try Self.nextRecord(in: file, after: end, size: size) {
                damaged.append(end..<next.offset)
                take(next)
            } else {
                return
            }
        }
    }

    private mutating func take(_ next: Found) {
        found.append(next)
        end = next.bodyOffset + next.record.packedBytes
    }

    /// The record at a place; nil when there is none, or its body is not all there.
    private static func record(in file: OpenFile, at offset: Int, size: Int) throws -> Found? {
        // Most headers fit in the first read.
        var bytes = try file.read(at: offset, count: min(1024, size - offset))
        var reader = ByteReader(bytes)
        guard reader.number(UInt32.self) == ArchiveFormat.recordMagic, let length = reader.number(UInt32.self) else {
            return nil
        }
        let count = Int(length) + 8
        guard count <= ArchiveFormat.maxFrameBytes, offset + count <= size else { return nil }
        if count > bytes.count { bytes = try file.read(at: offset, count: count) }
        guard let record = ArchiveRecord(frame: Array(bytes.prefix(count))),
            record.packedBytes <= size - offset - count
        else { return nil }
        return Found(record: record, offset: offset, bodyOffset: offset + count)
    }

    private static func nextRecord(in file: OpenFile, after offset: Int, size: Int) throws -> Found? {
        let magic = withUnsafeBytes(of: ArchiveFormat.recordMagic.littleEndian) { Array($0) }
        let chunk = 1 << 20
        var start = offset + 1
        while start + magic.count <= size {
            let bytes = try file.read(at: start, count: min(chunk, size - start))
            for i in 0..<max(0, bytes.count - 3) where bytes[i] == magic[0] && bytes[i + 1] == magic[1] {
                guard bytes[i + 2] == magic[2], bytes[i + 3] == magic[3] else { continue }
                if let found = try record(in: file, at: start + i, size: size) { return found }
            }
            // The last three bytes may begin a magic number that the next chunk ends.
            start += max(1, bytes.count - 3)
        }
        return nil
    }
}
