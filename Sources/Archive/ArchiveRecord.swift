import Core
import Hashing

/// The bytes of a segment, version 1. All numbers are little-endian.
///
/// A segment is a row of Zstandard frames, so `zstdcat segments/000001.zst` prints the bodies and nothing else: what the
/// archive adds lies in *skippable* frames (RFC 8878, 3.1.2), which every Zstandard program passes over.
///
/// **Segment header**, once, 20 bytes: `50 2A 4D 18` (skippable frame 0), u32 12 (length of what follows),
/// "HubAtlas" (8 bytes), u32 version.
///
/// **Record**, any number of times:
///
/// | offset | bytes | |
/// | --- | --- | --- |
/// | 0 | 4 | `51 2A 4D 18`: skippable frame 1 |
/// | 4 | 4 | u32, length of what follows up to and including the checksum |
/// | 8 | 1 | kind: 1 a walk begins, 2 a page, 3 a walk ended |
/// | 9 | 8 | u64, bytes of the packed body behind this frame; 0 but for pages |
/// | 17 | 8 | u64, bytes of the body as sent |
/// | 25 | 8 | i64, seconds since 1970-01-01T00:00:00Z: fetched, begun or ended |
/// | 33 | 4 | u32, HTTP status |
/// | 37 | 4 | u32, records in the body; FF FF FF FF unknown |
/// | 41 | 32 | SHA-256 of the body as sent; zeros but for pages |
/// | 73 | … | four texts, each u32 length and UTF-8: walk, format, url, next |
/// | … | 8 | checksum: the first 8 bytes of the SHA-256 of all bytes of this frame before it |
/// | … | … | for pages the body, one Zstandard frame |
///
/// For a beginning, format is the walk's name, url its first address, next its plan. An empty `next` of a page: the last one.
/// Page and cursor are one record, so they cannot disagree: either both are there or neither.
enum ArchiveFormat {
    static let version = 1
    static let segmentMagic: UInt32 = 0x184D_2A50
    static let recordMagic: UInt32 = 0x184D_2A51
    static let headerBytes = 20
    static let name = Array("HubAtlas".utf8)
    /// Longer headers are taken for damage: addresses and plans are far shorter.
    static let maxFrameBytes = 1 << 20

    static var segmentHeader: [UInt8] {
        var writer = ByteWriter()
        writer.number(segmentMagic)
        writer.number(UInt32(12))
        writer.bytes += name
        writer.number(UInt32(version))
        return writer.bytes
    }

    /// The version that a segment's first bytes state; nil when they are no segment header.
    static func version(of header: [UInt8]) -> Int? {
        var reader = ByteReader(header)
        guard reader.number(UInt32.self) == segmentMagic, reader.number(UInt32.self) == 12, reader.take(8) == name[...],
            let version = reader.number(UInt32.self)
        else { return nil }
        return Int(version)
    }
}

/// What stands in front of a body.
struct ArchiveRecord: Equatable {
    enum Kind: UInt8 { case begin = 1, page, end }

    var kind: Kind
    var packedBytes = 0
    var bodyBytes = 0
    var at: Instant
    var status = 0
    var records: Int?
    var sha256 = [UInt8](repeating: 0, count: 32)
    var walk: String
    var format = ""
    var url = ""
    var next = ""

    /// The skippable frame, checksum included.
    var frame: [UInt8] {
        var content = ByteWriter()
        content.number(kind.rawValue)
        content.number(UInt64(packedBytes))
        content.number(UInt64(bodyBytes))
        content.number(Int64(at.seconds))
        content.number(UInt32(status))
        content.number(records.map { UInt32(clamping: $0) } ?? .max)
        content.bytes += sha256
        for text in [walk, format, url, next] { content.text(text) }
        var frame = ByteWriter()
        frame.number(ArchiveFormat.recordMagic)
        frame.number(UInt32(content.bytes.count + 8))
        frame.bytes += content.bytes
        frame.bytes += SHA256.digest(frame.bytes)[..<8]
        return frame.bytes
    }

    /// Nil when the bytes are no whole frame with the right checksum.
    init?(frame: [UInt8]) {
        var reader = ByteReader(frame)
        guard reader.number(UInt32.self) == ArchiveFormat.recordMagic,
            let length = reader.number(UInt32.self), Int(length) + 8 == frame.count, frame.count > 16,
            SHA256.digest(frame.dropLast(8))[..<8] == frame.suffix(8),
            let kind = reader.number(UInt8.self).flatMap(Kind.init),
            let packed = reader.number(UInt64.self), let body = reader.number(UInt64.self),
            let seconds = reader.number(Int64.self), let status = reader.number(UInt32.self),
            let records = reader.number(UInt32.self), let hash = reader.take(32),
            let walk = reader.text(), let format = reader.text(), let url = reader.text(), let next = reader.text(),
            let packedBytes = Int(exactly: packed), let bodyBytes = Int(exactly: body)
        else { return nil }
        self.init(
            kind: kind, packedBytes: packedBytes, bodyBytes: bodyBytes, at: Instant(seconds: Int(seconds)),
            status: Int(status), records: records == .max ? nil : Int(records), sha256: Array(hash), walk: walk,
            format: format, url: url, next: next)
    }

    init(
        kind: Kind, packedBytes: Int = 0, bodyBytes: Int = 0, at: Instant, status: Int = 0, records: Int? = nil,
        sha256: [UInt8] = [UInt8](repeating: 0, count: 32), walk: String, format: String = "", url: String = "",
        next: String = ""
    ) {
        self.kind = kind
        self.packedBytes = packedBytes
        self.bodyBytes = bodyBytes
        self.at = at
        self.status = status
        self.records = records
        self.sha256 = sha256
        self.walk = walk
        self.format = format
        self.url = url
        self.next = next
    }
}
