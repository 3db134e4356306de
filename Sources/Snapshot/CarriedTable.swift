import CSV
import Catalog
import Compression
import SQLite

/// A table of the catalog that a snapshot carries row by row, as a packed CSV file that anyone can open.
///
/// Only facts about models, families, organizations and repos are carried: nothing about a person, no text of others.
package struct CarriedTable: Sendable {
    package let name: String
    /// In the order of the file.
    let columns: [String]
    /// How rows are sorted: the same rows, the same file.
    let order: String
    /// A column with row numbers, and the table that numbers them: of several catalogs they are shifted apart.
    var numbers: (column: String, of: String)?

    package static let all: [CarriedTable] = [
        CarriedTable(
            name: "leaderboard_results",
            columns: [
                "id", "source", "key", "board", "version", "model", "precision", "revision", "has_chat_template",
                "type", "weight_type", "architecture", "parameters", "average", "co2_kg", "is_flagged",
                "is_mixture_of_experts", "is_merged", "is_available", "is_official", "is_verified", "submitted_on",
                "uploaded_on", "generation", "base",
            ], order: "id", numbers: ("id", of: "leaderboard_results")),
        CarriedTable(
            name: "leaderboard_scores", columns: ["result", "benchmark", "raw", "normalized"],
            order: "benchmark, result", numbers: ("result", of: "leaderboard_results")),
        CarriedTable(
            name: "mention_families", columns: ["id", "name", "maker", "weights", "since", "article"], order: "id"),
        CarriedTable(name: "mention_totals", columns: ["source", "month", "posts"], order: "source, month"),
        CarriedTable(
            name: "mentions", columns: ["source", "family", "model", "month", "count"],
            order: "source, family, model, month"),
        CarriedTable(
            name: "communities",
            columns: [
                "community", "full_name", "kind", "members", "followers", "models", "datasets", "spaces", "is_verified",
                "website", "github", "wikidata", "city", "country", "latitude", "longitude", "place_source",
                "confidence", "checked_on", "status",
            ], order: "community"),
        CarriedTable(name: "model_spaces", columns: ["model", "spaces"], order: "model"),
        CarriedTable(
            name: "owner_collaborations", columns: ["left_owner", "right_owner", "people"],
            order: "left_owner, right_owner"),
        CarriedTable(
            name: "repo_collaborations", columns: ["left_kind", "left_id", "right_kind", "right_id", "people"],
            order: "left_kind, left_id, right_kind, right_id"),
    ]
}

/// The rows of a carried table; nil is NULL.
package struct CarriedRows: Equatable, Sendable {
    package var table: String
    package var rows: [[String?]]

    package init(table: String, rows: [[String?]]) {
        self.table = table
        self.rows = rows
    }
}

extension CarriedTable {
    static func named(_ name: String) -> CarriedTable? { all.first { $0.name == name } }

    /// "leaderboard_results.csv.zst".
    var fileName: String { "\(name).csv.zst" }

    /// The rows that a catalog has.
    ///
    /// - Parameters:
    ///   - key: what the rows' source is called from now on; nil keeps the name.
    ///   - shift: added to row numbers.
    func rows(of catalog: Catalog, source key: String? = nil, shift: Int = 0) throws -> [[String?]] {
        let read = try catalog.database.prepare(
            "SELECT \(columns.joined(separator: ", ")) FROM \(name) ORDER BY \(order)")
        let isReal = try types(in: catalog).map { $0.type == "REAL" }
        return try read.all { row in
            columns.indices.map { i in
                if row.isNull(i) { return nil }
                if columns[i] == "source", let key { return key }
                if columns[i] == numbers?.column { return row.int(i).map { String($0 + shift) } }
                return isReal[i] ? row.double(i).map { "\($0)" } : row.string(i)
            }
        }
    }

    /// Puts rows into the catalog, in place of those with the same key.
    func insert(_ rows: [[String?]], into catalog: Catalog) throws {
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        let insert = try catalog.database.prepare(
            "INSERT OR REPLACE INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(places))")
        let isNeeded = try types(in: catalog).map(\.isNeeded)
        for row in rows {
            // SQLite makes numbers of the texts where the column has numbers.
            for (i, value) in row.enumerated() { try insert.bind(i + 1, value ?? (isNeeded[i] ? "" : nil)) }
            while try insert.step() {}
        }
    }

    private func types(in catalog: Catalog) throws -> [(type: String, isNeeded: Bool)] {
        let info = try catalog.database.prepare("SELECT name, type, \"notnull\" FROM pragma_table_info('\(name)')").all
        {
            ($0.string(0) ?? "", ($0.string(1) ?? "", $0.bool(2)))
        }
        let byName = Dictionary(uniqueKeysWithValues: info)
        return try columns.map { column in
            guard let found = byName[column] else {
                throw CatalogError(.damaged("the table \(name) has no column \(column)"), at: catalog.path)
            }
            return (found.0, found.1)
        }
    }
}

extension CarriedTable {
    /// 64 MB unpacked is a hundred times what is carried.
    private static let maxBytes = 64 << 20

    func encode(_ rows: [[String?]]) throws -> [UInt8] {
        var out: [UInt8] = []
        CSVWriter.append(columns, to: &out)
        for row in rows { CSVWriter.append(row.map { $0 ?? "" }, to: &out) }
        return try Zstd.compress(out, level: 19)
    }

    /// - Throws: `SnapshotError` for what is no such table.
    func decode(_ file: [UInt8], at place: String) throws -> [[String?]] {
        let table: CSVTable
        do {
            table = try CSVTable(try Zstd.decompress(file, limit: Self.maxBytes), named: place)
        } catch let error as CompressionError {
            throw SnapshotError(.damaged(error.description), at: place)
        } catch let error as CSVError {
            throw SnapshotError(.damaged(error.description), at: place)
        }
        guard table.header.names == columns, table.rows.allSatisfy({ $0.count == columns.count }) else {
            throw SnapshotError(.damaged("its columns are not those of \(name)"), at: place)
        }
        return table.rows.map { $0.map { $0.isEmpty ? nil : $0 } }
    }
}
