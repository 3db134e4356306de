/// A column that is taken along: its name, what it means, where it comes from, and how the catalog is asked for it.
///
///     ExportColumn("likes", .integer, "m.likes", "Likes when it was last counted.", from: "Hub list")
package struct ExportColumn: Sendable {
    package enum Kind: Equatable, Sendable {
        case text, integer, number, flag
        /// Days since 1970 in the catalog, a date outside.
        case day
        /// Months since the year 0 in the catalog, their first day outside.
        case month
        /// Seconds since 1970 in the catalog, an instant in UTC outside.
        case instant
        /// Words with this byte between in the catalog, a list outside.
        case list(separator: UInt8)
        /// Bytes that the model takes in memory at so many bits a weight, nil as it is stored: reckoned here.
        case memory(bits: Int?)
    }

    package var name: String
    package var kind: Kind
    var sql: String
    package var meaning: String
    package var source: String
    /// Whether every row has it.
    package var isAlwaysThere: Bool

    init(
        _ name: String, _ kind: Kind, _ sql: String, _ meaning: String, from source: String, isAlwaysThere: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.sql = sql
        self.meaning = meaning
        self.source = source
        self.isAlwaysThere = isAlwaysThere
    }
}

extension ExportColumn.Kind {
    static let words = ExportColumn.Kind.list(separator: UInt8(ascii: " "))
    static let tags = ExportColumn.Kind.list(separator: UInt8(ascii: "\t"))

    /// As the description beside the files calls it.
    package var typeName: String {
        switch self {
        case .text: "string"
        case .integer, .memory: "int64"
        case .number: "double"
        case .flag: "boolean"
        case .day, .month: "date"
        case .instant: "timestamp (ms, UTC)"
        case .list: "list of strings"
        }
    }
}
