import Core
import Hashing

/// The file `waiting`: the page that came last, as it was sent, until it is packed and in its segment.
///
/// Packing a page takes longer than writing it, and a list is asked for its next page only when the one before cannot be
/// lost. So a page is first written here, plain, and packed while the next one is on its way. What a killed process
/// leaves here the next writer takes into its segment.
///
/// Bytes: one record as in a segment (`ArchiveFormat`), but the body behind it is as it was sent; what follows it is
/// meaningless.
struct WaitingPage {
    private let file: OpenFile

    init(folder: String) throws { file = try OpenFile("\(folder)/waiting", .update) }

    func write(_ record: ArchiveRecord, _ body: [UInt8]) throws {
        var plain = record
        plain.packedBytes = body.count
        // Written over: emptying the file each time would have the system find new room for it.
        try file.overwrite(plain.frame + body, at: 0)
    }

    func clear() throws { try file.truncate(to: 0) }

    /// The page, if all of it is there.
    func read() throws -> (record: ArchiveRecord, body: [UInt8])? {
        let bytes = try file.read(at: 0, count: try file.size)
        var reader = ByteReader(bytes)
        guard reader.number(UInt32.self) == ArchiveFormat.recordMagic, let length = reader.number(UInt32.self),
            let record = ArchiveRecord(frame: Array(bytes.prefix(Int(length) + 8))), record.kind == .page
        else { return nil }
        let body = Array(bytes.dropFirst(Int(length) + 8).prefix(record.packedBytes))
        guard body.count == record.bodyBytes, SHA256.digest(body) == record.sha256 else { return nil }
        return (record, body)
    }
}

/// A page that is safe from the end of this process, and still has to be packed.
package struct HeldPage: Sendable {
    let record: ArchiveRecord
    let body: [UInt8]
}
