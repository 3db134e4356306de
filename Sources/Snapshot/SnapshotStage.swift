package import Catalog
import Censuses
import Compression
package import Core
import JSON

/// The stage that reduces catalogs to what a repository can carry, and brings it back into a catalog.
///
/// A snapshot is a folder: `manifest.json`, `models.columns`, a `census-….json.zst` for each listing, and a `….csv.zst` for
/// each table of other sources (`CarriedTable`).
package enum SnapshotStage {}

/// What was written or read.
package struct SnapshotSummary: Equatable, Sendable, CustomStringConvertible {
    package var models: Int
    package var censuses: Int
    package var sources: Int
    /// All files together.
    package var bytes: Int

    /// "16,406 models, 6 listings, 588,419 bytes".
    package var description: String {
        "\(grouped(models)) model\(models == 1 ? "" : "s"), \(grouped(censuses)) listing\(censuses == 1 ? "" : "s"), "
            + "\(grouped(bytes)) bytes"
    }
}

extension SnapshotStage {
    private static let modelsName = "models.columns"
    private static let maxFileBytes = 256 << 20

    /// Writes a snapshot; the same contents give the same bytes. Files of an earlier snapshot that are no part of this one
    /// are removed; other files stay.
    ///
    /// - Throws: `FileError` where the folder cannot be written.
    @discardableResult
    package static func write(_ contents: SnapshotContents, to folder: String) throws -> SnapshotSummary {
        let contents = contents.normalized
        var files = [(name: modelsName, bytes: try ModelsFile.encode(contents.models))]
        for census in contents.censuses {
            files.append((censusName(census), try Zstd.compress(census.json.bytes, level: 19)))
        }
        for rows in contents.tables {
            guard let table = CarriedTable.named(rows.table) else { continue }
            files.append((table.fileName, try table.encode(rows.rows)))
        }
        let manifest = SnapshotManifest(
            files: files.map { .init($0.name, $0.bytes) }, models: contents.models.count, sources: contents.sources,
            selection: contents.selection, diagnostics: contents.diagnostics)
        files.append((SnapshotManifest.name, indented(manifest.json)))
        try Files.createFolder(folder)
        for name in try Files.list(folder) where isOurs(name) && !files.contains(where: { $0.name == name }) {
            try Files.remove("\(folder)/\(name)")
        }
        for file in files { try Files.write(file.bytes, to: "\(folder)/\(file.name)") }
        return SnapshotSummary(
            models: contents.models.count, censuses: contents.censuses.count, sources: contents.sources.count,
            bytes: files.reduce(0) { $0 + $1.bytes.count })
    }

    /// What a folder holds, every file checked against the manifest.
    ///
    /// - Throws: `SnapshotError` for what is missing, damaged or of another version; `CensusError` for a damaged census.
    package static func read(_ folder: String) throws -> SnapshotContents {
        let manifest = try readManifest(folder)
        var contents = SnapshotContents(
            sources: manifest.sources, selection: manifest.selection, diagnostics: manifest.diagnostics)
        for file in manifest.files {
            let place = "\(folder)/\(file.name)"
            let bytes = try readFile(place)
            guard SnapshotManifest.File(file.name, bytes) == file else { throw SnapshotError(.hash, at: place) }
            if file.name == modelsName {
                contents.models = try ModelsFile.decode(bytes, at: place)
            } else if let table = CarriedTable.all.first(where: { $0.fileName == file.name }) {
                contents.tables.append(.init(table: table.name, rows: try table.decode(bytes, at: place)))
            } else if isOurs(file.name) {
                contents.censuses.append(try census(bytes, at: place))
            }
        }
        guard contents.models.count == manifest.models else {
            throw SnapshotError(.damaged("\(contents.models.count) models of \(manifest.models)"), at: folder)
        }
        return contents
    }

    /// Puts a snapshot into a catalog, in one transaction: models with all that was counted on each day, sources, censuses,
    /// and the counts of what cleaning met.
    ///
    /// - Throws: what `read` throws, and `CatalogError`.
    @discardableResult
    package static func load(_ folder: String, into catalog: Catalog, log: Log = .silent) throws -> SnapshotSummary {
        let contents = try read(folder)
        try catalog.transaction {
            for row in contents.models { try catalog.upsert(row) }
            for source in contents.sources { try catalog.add(source) }
            for census in contents.censuses { try catalog.add(census) }
            for rows in contents.tables { try CarriedTable.named(rows.table)?.insert(rows.rows, into: catalog) }
        }
        for (source, counts) in Dictionary(grouping: contents.diagnostics, by: \.source) {
            let byIdentifier = counts.map { ($0.identifier, $0.count) }
            try catalog.setDiagnostics(
                DiagnosticCounts(withoutExamples: Dictionary(byIdentifier, uniquingKeysWith: +)), of: source)
        }
        log.info("Snapshot", "\(contents.models.count) models, \(contents.censuses.count) listings from \(folder)")
        return SnapshotSummary(
            models: contents.models.count, censuses: contents.censuses.count, sources: contents.sources.count,
            bytes: try manifestBytes(folder))
    }

    /// Whether a folder looks like a snapshot.
    package static func exists(at folder: String) -> Bool { Files.exists("\(folder)/\(SnapshotManifest.name)") }
}

extension SnapshotStage {
    private static func censusName(_ census: Census) -> String {
        let key = census.source.key.unicodeScalars.map { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                ? Character(scalar) : "-"
        }
        return "census-\(census.kind.rawValue)-\(String(key)).json.zst"
    }

    private static func isOurs(_ name: String) -> Bool {
        name == modelsName || name == SnapshotManifest.name
            || (name.hasPrefix("census-") && name.hasSuffix(".json.zst"))
            || CarriedTable.all.contains { $0.fileName == name }
    }

    /// One line a file, source and rule, so that a change of the snapshot can be read in a diff.
    private static func indented(_ manifest: JSONValue) -> [UInt8] {
        guard case .object(let members) = manifest else { return manifest.bytes }
        let lines = members.sorted { $0.key < $1.key }.map { key, value in
            guard case .array(let items) = value, !items.isEmpty else { return "  \"\(key)\": \(value.text)" }
            return "  \"\(key)\": [\n" + items.map { "    \($0.text)" }.joined(separator: ",\n") + "\n  ]"
        }
        return Array("{\n\(lines.joined(separator: ",\n"))\n}\n".utf8)
    }

    private static func readManifest(_ folder: String) throws -> SnapshotManifest {
        let place = "\(folder)/\(SnapshotManifest.name)"
        do {
            return try SnapshotManifest(json: try JSONValue.parse(try readFile(place)), at: place)
        } catch let error as JSONError {
            throw SnapshotError(.damaged(error.description), at: place)
        }
    }

    private static func manifestBytes(_ folder: String) throws -> Int {
        try readManifest(folder).files.reduce(try readFile("\(folder)/\(SnapshotManifest.name)").count) {
            $0 + $1.bytes
        }
    }

    private static func readFile(_ path: String) throws -> [UInt8] {
        do { return try Files.read(path, limit: maxFileBytes) } catch let error as FileError where error.isMissing {
            throw SnapshotError(.missing, at: path)
        }
    }

    private static func census(_ bytes: [UInt8], at place: String) throws -> Census {
        do {
            return try Census(json: try JSONValue.parse(try Zstd.decompress(bytes, limit: maxFileBytes)), at: place)
        } catch let error as CompressionError {
            throw SnapshotError(.damaged(error.description), at: place)
        } catch let error as JSONError {
            throw SnapshotError(.damaged(error.description), at: place)
        }
    }
}
