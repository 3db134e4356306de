import Compression
import Foundation
import JSON
import Report

/// The records that a page's script fetches by name, in files of neighbors, and one file that names them all.
///
/// A file is one call, as every shard is, with gzip in base64 of
///
///     {"keys": ["acme", "acme-labs"], "records": [{…}, {…}]}
///
/// The page holds from which key on each file is: `{"folder": "data", "index": "…", "from": ["", "b…"], "files": ["…"]}`.
struct RecordFiles {
    private(set) var json: JSONValue
    private(set) var sizeBytes = 0

    /// So much JSON packs into about 30 kB; one greater record is a file by itself.
    static let fileBytes = 75_000

    init(_ shelf: RecordShelf, into folder: inout SiteFolder) throws {
        json = .null
        let index = try write(shelf.index, "\(shelf.id)/index", into: &folder)
        var from: [JSONValue] = []
        var files: [JSONValue] = []
        for group in Self.groups(shelf.records) {
            let text =
                "{\"keys\":\(JSONValue.array(group.map { .string($0.key) }).text),\"records\":["
                + group.map(\.json).joined(separator: ",") + "]}"
            from.append(.string(group[group.startIndex].key))
            files.append(.string(try write(text, "\(shelf.id)/\(files.count)", into: &folder)))
        }
        json = [
            "id": .string(shelf.id), "index": .string(index), "from": .array(from), "files": .array(files),
            "facts": shelf.facts,
        ]
    }

    /// Neighbors that fit into one file.
    static func groups(_ records: [RecordShelf.Record]) -> [ArraySlice<RecordShelf.Record>] {
        var groups: [ArraySlice<RecordShelf.Record>] = []
        var (start, bytes) = (0, 0)
        for (i, record) in records.enumerated() {
            let size = record.json.utf8.count
            if i > start, bytes + size > fileBytes {
                groups.append(records[start..<i])
                (start, bytes) = (i, 0)
            }
            bytes += size
        }
        if start < records.count { groups.append(records[start...]) }
        return groups
    }

    private mutating func write(_ text: String, _ id: String, into folder: inout SiteFolder) throws -> String {
        let packed = Data(try Gzip.compress(Array(text.utf8))).base64EncodedString()
        let line = Array("HubAtlas.receive(\"\(id)\",\"\(packed)\");\n".utf8)
        sizeBytes += line.count
        let name = id.split(separator: "/").joined(separator: "-")
        return try folder.write(line, named: "data/records/\(name)", "js")
    }
}
