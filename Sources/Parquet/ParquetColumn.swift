/// A column that is written.
///
///     ParquetColumn("likes", .int64)                  null where nobody told
///     ParquetColumn("id", .string, isOptional: false)
///     ParquetColumn("tags", .string, isList: true)    a list of strings; an empty list is not a missing one
package struct ParquetColumn: Equatable, Sendable {
    package enum Kind: String, Sendable {
        case boolean, int32, int64, float, double, string
        /// Days since 1970.
        case date
        /// Milliseconds since 1970, UTC.
        case timestamp
    }

    package var name: String
    package var kind: Kind
    package var isOptional: Bool
    /// Of elements that are never null.
    package var isList: Bool

    package init(_ name: String, _ kind: Kind, isOptional: Bool = true, isList: Bool = false) {
        self.name = name
        self.kind = kind
        self.isOptional = isOptional
        self.isList = isList
    }
}

extension ParquetColumn {
    var physical: PhysicalType {
        switch kind {
        case .boolean: .boolean
        case .int32, .date: .int32
        case .int64, .timestamp: .int64
        case .float: .float
        case .double: .double
        case .string: .byteArray
        }
    }

    var meaning: Meaning? {
        switch kind {
        case .string: .string
        case .date: .date
        case .timestamp: .timestamp(unit: .milliseconds, isUTC: true)
        default: nil
        }
    }

    /// As the three levels of the format have it: the list, what repeats, the element.
    var path: [String] { isList ? [name, "list", "element"] : [name] }
    var maxDefinition: Int { (isOptional ? 1 : 0) + (isList ? 1 : 0) }
    var maxRepetition: Int { isList ? 1 : 0 }
}
