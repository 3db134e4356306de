import JSON
import Sources

/// Records of JSON as a table, a column for each path: what the leaderboard's own CSV files are made of.
///
///     {"model": {"name": "a/b"}, "evaluations": {"bbh": {"value": 0.3}}}
///     → columns ["model_name", "evaluations_bbh_value"], rows [["a/b", "0.3"]]
struct FlatRecords {
    private(set) var columns: [String] = []
    /// Short where a record lacks the last columns.
    private(set) var rows: [[String?]] = []
    /// Elements of the list that are no records.
    private(set) var malformed = 0
    private var positions: [String: Int] = [:]

    /// No record has as many; one that does is hostile.
    private static let columnLimit = 1000

    /// The answer of `/api/leaderboard/formatted`.
    ///
    /// - Throws: `JSONError`; `SourceError` for what is no list.
    static func leaderboard(_ body: [UInt8], at place: String) throws -> FlatRecords {
        let root = try JSONDocument.parse(body).root
        guard root.kind == .array else {
            throw SourceError(.changed("\(place) is no list"), at: Leaderboard.name)
        }
        return FlatRecords(root.elements.map { $0 })
    }

    /// An answer of the dataset viewer's `/rows`, and how many rows the dataset has.
    ///
    /// - Throws: `JSONError`; `SourceError` for what lacks `rows` or `num_rows_total`.
    static func rows(_ body: [UInt8], at place: String) throws -> (records: FlatRecords, total: Int) {
        let root = try JSONDocument.parse(body).root
        guard let rows = root["rows"], rows.kind == .array else {
            throw SourceError(.changed("\(place) has no \"rows\""), at: Leaderboard.name)
        }
        guard let total = root["num_rows_total"]?.integer else {
            throw SourceError(.changed("\(place) has no \"num_rows_total\""), at: Leaderboard.name)
        }
        return (FlatRecords(rows.elements.map { $0["row"] ?? $0 }), total)
    }

    init(_ records: [JSONView]) {
        for record in records {
            guard record.kind == .object else {
                malformed += 1
                continue
            }
            var row: [String?] = []
            add(record, path: "", depth: 0, to: &row)
            rows.append(row)
        }
    }

    private mutating func add(_ object: JSONView, path: String, depth: Int, to row: inout [String?]) {
        for (key, value) in object.members {
            guard let name = key.string else { continue }
            let place = path.isEmpty ? name : "\(path)_\(name)"
            if value.kind == .object {
                if depth < 3 { add(value, path: place, depth: depth + 1, to: &row) }
            } else if let column = column(place) {
                while row.count <= column { row.append(nil) }
                row[column] = Self.text(value)
            }
        }
    }

    private mutating func column(_ name: String) -> Int? {
        if let known = positions[name] { return known }
        guard columns.count < Self.columnLimit else { return nil }
        positions[name] = columns.count
        columns.append(name)
        return columns.count - 1
    }

    private static func text(_ value: JSONView) -> String? {
        switch value.kind {
        case .string: value.string
        case .bool: value.bool == true ? "true" : "false"
        case .integer: value.integer.map(String.init)
        case .number: value.number.map { "\($0)" }
        case .null, .array, .object: nil
        }
    }
}
