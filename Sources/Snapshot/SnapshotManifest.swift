import Catalog
import Censuses
import Core
import Hashing
import JSON

/// `manifest.json`: what the other files are, so that a reader can tell a whole snapshot from a damaged one.
///
///     {"version": 1,
///      "files": [{"name": "models.columns", "bytes": …, "sha256": …}, {"name": "census-hub-models-2024-07-11.json.zst", …}],
///      "models": 20123,
///      "sources": [{"key", "title", "day", "url", "license", "coverage", "rows", "note", "subject" but for models}, …],
///      "selection": [{"rule", "matched", "added"}, …],
///      "diagnostics": [{"source", "identifier", "count"}, …]}
struct SnapshotManifest: Equatable {
    static let version = 1
    static let name = "manifest.json"

    struct File: Equatable {
        var name: String
        var bytes: Int
        var sha256: String

        init(name: String, bytes: Int, sha256: String) {
            self.name = name
            self.bytes = bytes
            self.sha256 = sha256
        }

        init(_ name: String, _ content: [UInt8]) {
            self.init(name: name, bytes: content.count, sha256: SHA256.hex(content))
        }
    }

    var files: [File]
    var models: Int
    var sources: [SourceRow]
    var selection: [SnapshotContents.Choice]
    var diagnostics: [SnapshotContents.DiagnosticCount]
}

extension SnapshotManifest {
    var json: JSONValue {
        [
            "version": .integer(Self.version), "models": .integer(models),
            "files": .array(
                files.map { ["name": .string($0.name), "bytes": .integer($0.bytes), "sha256": .string($0.sha256)] }),
            "sources": .array(sources.map(\.json)),
            "selection": .array(
                selection.map {
                    ["rule": .string($0.rule), "matched": .integer($0.matched), "added": .integer($0.added)]
                }),
            "diagnostics": .array(
                diagnostics.map {
                    [
                        "source": .string($0.source), "identifier": .string($0.identifier),
                        "count": .integer($0.count),
                    ]
                }),
        ]
    }

    init(json: JSONValue, at place: String) throws {
        let version = json["version"]?.integer
        guard version == Self.version else {
            throw SnapshotError(.version(version.map(String.init) ?? "without a number"), at: place)
        }
        let document = ManifestReader(value: json, place: place)
        files = try document.list("files") { item in
            File(name: try item.fileName("name"), bytes: try item.count("bytes"), sha256: try item.text("sha256"))
        }
        models = try document.count("models")
        sources = try document.list("sources") { item in try SourceRow(json: item.value, at: place) }
        selection = try document.list("selection") { item in
            .init(rule: try item.text("rule"), matched: try item.count("matched"), added: try item.count("added"))
        }
        diagnostics = try document.list("diagnostics") { item in
            .init(
                source: try item.text("source"), identifier: try item.text("identifier"),
                count: try item.count("count"))
        }
    }
}

/// Members of an object, or an error that names the file and the member.
struct ManifestReader {
    var value: JSONValue
    var place: String

    func text(_ key: String) throws -> String { try need(value[key]?.string, key, "a text") }

    func count(_ key: String) throws -> Int {
        try need(value[key]?.integer.flatMap { $0 >= 0 ? $0 : nil }, key, "a count")
    }

    func list<Item>(_ key: String, _ read: (ManifestReader) throws -> Item) throws -> [Item] {
        try need(value[key]?.array, key, "a list").map { try read(ManifestReader(value: $0, place: place)) }
    }

    /// A name of a file beside the manifest: a path could lead anywhere.
    func fileName(_ key: String) throws -> String {
        let name = try text(key)
        let isPlain = !name.hasPrefix(".") && !name.contains("/") && !name.contains("\\") && !name.isEmpty
        return try need(isPlain ? name : nil, key, "the name of a file in this folder")
    }

    func need<Found>(_ found: Found?, _ key: String, _ expected: String) throws -> Found {
        guard let found else { throw SnapshotError(.damaged("\(key) is not \(expected)"), at: place) }
        return found
    }
}
