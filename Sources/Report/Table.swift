/// Columns with label, kind and unit, and their values by column: what a chart draws, a page tabulates and a file carries.
///
/// As JSON, the same that the scripts read:
///
///     {"id": "licenses",
///      "columns": [{"key": "license", "label": "License", "kind": "category"},
///                  {"key": "count", "label": "Models", "kind": "count", "unit": "models"}],
///      "values": {"license": ["Apache-2.0", "MIT"], "count": [412034, 120466]}}
///
/// A missing value is `null`, never zero. A column's kind decides how its values are kept, so that a table read from a
/// file is the table that was written: whole numbers are turned into numbers where the kind asks for it.
package struct Table: Equatable, Sendable {
    package var id: String
    package var columns: [Column]
    /// One entry per column key; all of the same length.
    package var values: [String: Values]

    package init(id: String, columns: [(Column, Values)]) {
        self.id = id
        self.columns = columns.map(\.0)
        self.values = Dictionary(
            uniqueKeysWithValues: columns.map { column, values in
                let kept = values.kept(as: column.kind.storage)
                precondition(kept.storage == column.kind.storage, "table \(id): \(column.key) is no \(column.kind)")
                return (column.key, kept)
            })
        precondition(Set(columns.map { $1.count }).count <= 1, "table \(id): columns of different lengths")
    }

    package var rowCount: Int { columns.first.flatMap { values[$0.key]?.count } ?? 0 }
}

/// A column: how it is called, what it holds, in which unit.
package struct Column: Equatable, Sendable {
    /// What the values are, which decides alignment and number format on every page.
    package enum Kind: String, Sendable {
        case category, modelID, owner, text, count, number, share, parameters, bytes, day, month, flag
    }

    package var key: String
    package var label: String
    package var kind: Kind
    package var unit: String?

    package init(_ key: String, _ label: String, _ kind: Kind, unit: String? = nil) {
        self.key = key
        self.label = label
        self.kind = kind
        self.unit = unit
    }
}

extension Column.Kind {
    /// How values of this kind are kept.
    package var storage: Values.Storage {
        switch self {
        case .count, .bytes: .integers
        case .number, .share, .parameters: .numbers
        case .flag: .flags
        case .category, .modelID, .owner, .text, .day, .month: .texts
        }
    }
}

/// The values of one column. Days are "YYYY-MM-DD" and months "YYYY-MM", as texts.
package enum Values: Equatable, Sendable {
    case numbers([Double?])
    case integers([Int?])
    case texts([String?])
    case flags([Bool?])

    package var count: Int {
        switch self {
        case .numbers(let values): values.count
        case .integers(let values): values.count
        case .texts(let values): values.count
        case .flags(let values): values.count
        }
    }

    /// How a column's values are kept.
    package enum Storage: Sendable { case numbers, integers, texts, flags }

    package var storage: Storage {
        switch self {
        case .numbers: .numbers
        case .integers: .integers
        case .texts: .texts
        case .flags: .flags
        }
    }

    func kept(as storage: Storage) -> Values {
        if case .integers(let values) = self, storage == .numbers {
            return .numbers(values.map { $0.map(Double.init) })
        }
        return self
    }
}
