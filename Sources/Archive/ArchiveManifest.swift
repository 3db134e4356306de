import Core
import JSON

/// `manifest.json`: what the archive held when it was last closed, for people and for finding what went missing since.
///
///     {"format":"hubatlas-archive","segments":[{"bytes":1204,"name":"000001.zst","pages":3}],"version":1,"walks":[…]}
struct ArchiveManifest: Equatable {
    struct Segment: Equatable {
        var name: String
        var bytes: Int
        var pages: Int
    }

    var segments: [Segment]
    var walks: [Walk] = []

    /// Nil when there is none: the segments tell all it would.
    static func read(_ folder: String) throws -> ArchiveManifest? {
        let path = "\(folder)/manifest.json"
        guard Files.exists(path) else { return nil }
        let value: JSONValue
        do {
            value = try JSONValue.parse(try Files.read(path, limit: 64 << 20))
        } catch is JSONError {
            // It is written whole or not at all, so somebody else changed it; the segments are what counts.
            return nil
        }
        guard value["format"]?.string == "hubatlas-archive", let version = value["version"]?.integer else {
            throw ArchiveError(.notAnArchive("its manifest.json is something else"), at: folder)
        }
        guard version == ArchiveFormat.version else { throw ArchiveError(.unknownVersion(version), at: folder) }
        let segments = (value["segments"]?.array ?? []).compactMap { item -> Segment? in
            guard let name = item["name"]?.string, let bytes = item["bytes"]?.integer else { return nil }
            return Segment(name: name, bytes: bytes, pages: item["pages"]?.integer ?? 0)
        }
        return ArchiveManifest(segments: segments)
    }

    func write(to folder: String) throws {
        let document: JSONValue = [
            "format": "hubatlas-archive", "version": .integer(ArchiveFormat.version),
            "segments": .array(
                segments.map {
                    ["name": .string($0.name), "bytes": .integer($0.bytes), "pages": .integer($0.pages)]
                }),
            "walks": .array(walks.map(\.manifest)),
        ]
        try Files.write(document.bytes + [UInt8(ascii: "\n")], to: "\(folder)/manifest.json")
    }
}

extension Walk {
    fileprivate var manifest: JSONValue {
        [
            "id": .string(id), "name": .string(name), "plan": .string(plan), "began": .string(began.description),
            "ended": JSONValue(ended?.description), "pages": .integer(pages), "records": .integer(records),
            "bytes": .integer(bodyBytes),
        ]
    }
}
