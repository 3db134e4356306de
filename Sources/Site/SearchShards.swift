import Foundation
import JSON

/// The search index as pages load it: files that were made by another stage, copied as they are.
///
/// Its folder says in `index.json` what belongs to it:
///
///     {"version": 1, "manifest": "manifest0000.0a1b2c3d.js", "words": "words0000.9f8e7d6c.js",
///      "files": [{"name": "t0000.11223344.js", "bytes": 8123, "sha256": "…"}]}
///
/// Names and sizes are checked here, hashes by `hubatlas check`.
struct SearchShards {
    struct File: Equatable {
        var name: String
        var sizeBytes: Int
        var sha256: String
    }

    /// Where the site keeps them.
    static let place = "data/search"
    static let list = "index.json"

    private(set) var manifest: String
    private(set) var words: String
    private(set) var files: [File]

    /// Throws a text that says what is wrong with the list.
    init(json: JSONValue) throws(Malformed) {
        guard let manifest = json["manifest"]?.string, let words = json["words"]?.string,
            let listed = json["files"]?.array
        else { throw Malformed(text: "has no manifest, words and files") }
        self.manifest = manifest
        self.words = words
        files = []
        for entry in listed {
            guard let name = entry["name"]?.string, let size = entry["bytes"]?.integer,
                let hash = entry["sha256"]?.string, Self.isPlain(name)
            else { throw Malformed(text: "lists a file without a plain name, its size and its hash: \(entry.text)") }
            files.append(File(name: name, sizeBytes: size, sha256: hash))
        }
        for name in [manifest, words] where !files.contains(where: { $0.name == name }) {
            throw Malformed(text: "names \"\(name)\", which is not among its files")
        }
    }

    /// The first file of the map; nil in an index without one.
    var mapRoot: String? { files.first { $0.name.hasPrefix("m0000.") }?.name }

    struct Malformed: Error, Equatable { var text: String }

    /// What the page gives its script, with where the script of the map is.
    func json(map: String) -> JSONValue {
        [
            "folder": .string(Self.place), "manifest": .string(manifest), "words": .string(words),
            "map": .string(map),
        ]
    }
}

extension SearchShards {
    /// Copies an index into the site; nil where there is none.
    ///
    /// - Throws: `SiteError` for an index that is not what its own list says.
    static func copy(from source: String?, into folder: inout SiteFolder) throws -> SearchShards? {
        guard let source, let list = FileManager.default.contents(atPath: "\(source)/\(list)") else { return nil }
        let shards: SearchShards
        do {
            shards = try SearchShards(json: try JSONValue.parse(Array(list)))
        } catch let error as Malformed {
            throw SiteError(.badIndex(error.text), at: "\(source)/\(Self.list)")
        } catch { throw SiteError(.badIndex("is no JSON (\(error))"), at: "\(source)/\(Self.list)") }
        for file in shards.files {
            let size = try folder.copy("\(source)/\(file.name)", to: "\(place)/\(file.name)")
            guard size == file.sizeBytes else {
                let text = "says that \(file.name) has \(file.sizeBytes) bytes; it has \(size)"
                throw SiteError(.badIndex(text), at: "\(source)/\(Self.list)")
            }
        }
        try folder.write(Array(list), to: "\(place)/\(Self.list)")
        return shards
    }

    /// A file name without a folder, so that nothing is read or written elsewhere.
    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && name.utf8.count <= 100
            && name.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (97...122).contains(byte) || (65...90).contains(byte)
                    || "-_.".utf8.contains(byte)
            }
    }
}
