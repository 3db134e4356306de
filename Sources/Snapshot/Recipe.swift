package import Catalog
package import Censuses
import Core
import JSON

/// What a snapshot is made from, as `recipe.json` says it: files with what they are, and the rules of the selection.
///
///     {"version": 1,
///      "files": [{"file": "hub-models-2024-07-11.ndjson.zst", "format": "hub-models-ndjson", "role": "models",
///                 "key": "hub-models-2024-07-11", "title": "Hub model list", "day": "2024-07-11",
///                 "url": "https://…", "license": null, "coverage": "whole", "note": "…"}],
///      "selection": [{"mostLiked": 6000, "of": "hub-models-2024-07-11"},
///                    {"mostLiked": 4000, "of": "hub-models-2025-03-11", "createdAfter": "2024-07-11"},
///                    {"namedBy": "leaderboard-v2-2025-03-21"},
///                    {"atLeast": {"likes": 5, "downloads": 100}, "orBase": true, "of": "hub-models-2026-08-22"},
///                    {"basesOfThese": true}]}
///
/// Files are read in this order; of two of one day, the later counts as the newer.
package struct Recipe: Equatable, Sendable {
    /// A file of the recipe, and what is taken from it.
    package struct File: Equatable, Sendable {
        package enum Role: String, Sendable {
            /// A listing of models: counted, and what is in it exists.
            case models
            /// A listing of datasets: counted.
            case datasets
            /// What someone says about models: details, edges, results.
            case facts
            /// What another source gave: its tables are carried as they are (`CarriedTable`).
            case source
        }

        package var file: String
        /// How cleaning decodes it: "hub-models-ndjson", "csv-2022-07", …
        package var format: String
        package var role: Role
        /// `rows` is 0 until the file was read.
        package var source: SourceRow

        /// What the file is counted as; nil: it is not counted.
        package var census: Census.Kind? {
            switch role {
            case .models: .models
            case .datasets: .datasets
            case .facts, .source: nil
            }
        }

        /// Whether the project itself carries it, below "assets/".
        package var isOurs: Bool { file.hasPrefix("assets/") }

        /// What it is to the selection; nil: nothing.
        package var listRole: SnapshotList.Role? {
            switch role {
            case .models: .listing
            case .facts: .facts
            case .datasets, .source: nil
            }
        }
    }

    package var files: [File]
    package var rules: [SelectionRule]

    /// - Throws: `SnapshotError` with what is wrong in it.
    package init(_ bytes: [UInt8], at place: String) throws {
        do {
            let document = ManifestReader(value: try JSONValue.parse(bytes), place: place)
            let version = try document.count("version")
            guard version == 1 else { throw SnapshotError(.version(String(version)), at: place) }
            files = try document.list("files", Self.file)
            rules = try document.list("selection", Self.rule)
        } catch let error as JSONError {
            throw SnapshotError(.recipe(error.description), at: place)
        }
        try check(place)
    }
}

extension Recipe {
    private static func file(_ item: ManifestReader) throws -> File {
        let source = SourceRow(
            key: try item.text("key"), title: try item.text("title"), day: try item.day("day"),
            url: item.value["url"]?.string, license: item.value["license"]?.string,
            coverage: try item.choice("coverage"),
            about: item.value["subject"] == nil ? .models : try item.choice("subject"), rows: 0,
            note: try item.text("note"))
        return File(
            file: try Self.fileName(item), format: try item.text("format"), role: try item.choice("role"),
            source: source)
    }

    /// A name in the folder of files, or a path below "assets/" of the checkout.
    private static func fileName(_ item: ManifestReader) throws -> String {
        guard let path = item.value["file"]?.string, path.hasPrefix("assets/"), !path.contains("..") else {
            return try item.fileName("file")
        }
        return path
    }

    private static func rule(_ item: ManifestReader) throws -> SelectionRule {
        let members = item.value
        if members["mostLiked"] != nil {
            let day = members["createdAfter"] == nil ? nil : try item.day("createdAfter")
            return .mostLiked(count: try item.count("mostLiked"), of: try item.text("of"), createdAfter: day)
        }
        if let least = members["atLeast"] {
            let least = ManifestReader(value: least, place: item.place)
            return .atLeast(
                likes: try least.count("likes"), downloads: try least.count("downloads"),
                orBase: members["orBase"]?.bool ?? false, of: try item.text("of"))
        }
        if members["namedBy"] != nil { return .named(by: try item.text("namedBy")) }
        if members["basesOfThese"]?.bool == true { return .bases }
        throw SnapshotError(
            .recipe("a rule that is none of mostLiked, atLeast, namedBy, basesOfThese: \(members.text)"), at: item.place
        )
    }

    private func check(_ place: String) throws {
        let keys = files.map(\.source.key)
        if let twice = keys.first(where: { key in keys.count { $0 == key } > 1 }) {
            throw SnapshotError(.recipe("two files have the key \"\(twice)\""), at: place)
        }
        for key in rules.compactMap(\.list) where !keys.contains(key) {
            throw SnapshotError(.recipe("a rule names \"\(key)\", which is the key of no file"), at: place)
        }
    }
}

extension ManifestReader {
    fileprivate func day(_ key: String) throws -> Day { try need(Day(try text(key)), key, "a day as YYYY-MM-DD") }

    fileprivate func choice<Choice: RawRepresentable<String>>(_ key: String) throws -> Choice {
        try need(Choice(rawValue: try text(key)), key, "one of the values known here")
    }
}
