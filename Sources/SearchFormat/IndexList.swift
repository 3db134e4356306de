import JSON

/// What lies in the folder of an index: `index.json`, for people and for checking. Written last, so what it names is there.
///
///     {"version": 1, "models": 760000, "manifest": "manifest.1a2b3c4d.js", "words": "words.5e6f7a8b.js",
///      "files": [{"name": "d0000.….js", "bytes": 5120, "sha256": "…"}, …],     what a site serves, sorted by name
///      "library": [{"name": "vectors.…", …}]}                                  what only this program reads
package struct IndexList: Equatable, Sendable {
    package struct File: Equatable, Sendable {
        package var name: String
        package var bytes: Int
        /// 64 hexadecimal digits.
        package var sha256: String

        package init(name: String, bytes: Int, sha256: String) {
            self.name = name
            self.bytes = bytes
            self.sha256 = sha256
        }
    }

    package static let fileName = "index.json"

    package var modelCount: Int
    package var manifest: String
    package var words: String
    package var files: [File]
    package var library: [File]

    package init(modelCount: Int, manifest: String, words: String, files: [File], library: [File]) {
        self.modelCount = modelCount
        self.manifest = manifest
        self.words = words
        self.files = files.sorted { $0.name < $1.name }
        self.library = library.sorted { $0.name < $1.name }
    }

    /// One file a line.
    package var contents: [UInt8] {
        var lines = "{\n\"version\": \(SearchFormat.version),\n\"models\": \(modelCount),\n"
        lines += "\"manifest\": \(JSONValue.string(manifest).text),\n\"words\": \(JSONValue.string(words).text),\n"
        lines += "\"files\": \(Self.lines(files)),\n\"library\": \(Self.lines(library))\n}\n"
        return Array(lines.utf8)
    }

    /// Throws `SearchFormatError`.
    package init(contents: [UInt8]) throws(SearchFormatError) {
        let json: JSONValue
        do { json = try JSONValue.parse(contents) } catch {
            throw SearchFormatError(.damaged("\(error)"), at: Self.fileName)
        }
        let version = json["version"]?.integer
        if let version, version != SearchFormat.version {
            throw SearchFormatError(.unknownVersion(version), at: Self.fileName)
        }
        guard version != nil, let models = json["models"]?.integer, let manifest = json["manifest"]?.string,
            let words = json["words"]?.string, let files = Self.files(json["files"]),
            let library = Self.files(json["library"])
        else { throw SearchFormatError(.damaged("a member is missing"), at: Self.fileName) }
        self.init(modelCount: models, manifest: manifest, words: words, files: files, library: library)
    }

    private static func lines(_ files: [File]) -> String {
        let lines = files.map { file -> String in
            let json: JSONValue = [
                "name": .string(file.name), "bytes": .integer(file.bytes), "sha256": .string(file.sha256),
            ]
            return json.text
        }
        return lines.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n]"
    }

    private static func files(_ json: JSONValue?) -> [File]? {
        guard let rows = json?.array else { return nil }
        let files = rows.compactMap { row -> File? in
            guard let name = row["name"]?.string, !name.contains("/"), let bytes = row["bytes"]?.integer,
                let sha256 = row["sha256"]?.string
            else { return nil }
            return File(name: name, bytes: bytes, sha256: sha256)
        }
        return files.count == rows.count ? files : nil
    }
}
