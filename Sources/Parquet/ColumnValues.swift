/// The values of one column that are there, without nulls.
package enum ColumnValues: Equatable, Sendable {
    case booleans([Bool])
    case int32s([Int32])
    case int64s([Int64])
    case floats([Float])
    case doubles([Double])
    /// Texts; other bytes where the column's meaning says so.
    case bytes(ByteStrings)

    package var count: Int {
        switch self {
        case .booleans(let values): values.count
        case .int32s(let values): values.count
        case .int64s(let values): values.count
        case .floats(let values): values.count
        case .doubles(let values): values.count
        case .bytes(let values): values.count
        }
    }

    static func none(of type: PhysicalType) -> ColumnValues {
        switch type {
        case .boolean: .booleans([])
        case .int32: .int32s([])
        case .int64: .int64s([])
        case .float: .floats([])
        case .double: .doubles([])
        case .int96, .byteArray, .fixedLengthByteArray: .bytes(ByteStrings())
        }
    }

    /// Both must be of one kind.
    mutating func append(_ others: ColumnValues) {
        switch (self, others) {
        case (.booleans(let a), .booleans(let b)): self = .booleans(a + b)
        case (.int32s(let a), .int32s(let b)): self = .int32s(a + b)
        case (.int64s(let a), .int64s(let b)): self = .int64s(a + b)
        case (.floats(let a), .floats(let b)): self = .floats(a + b)
        case (.doubles(let a), .doubles(let b)): self = .doubles(a + b)
        case (.bytes(var a), .bytes(let b)):
            self = .booleans([])
            a.append(b)
            self = .bytes(a)
        default: preconditionFailure("values of two kinds")
        }
    }
}

/// A column of some rows, as the format has it: levels say where values are missing and where lists begin.
///
///     ["a", nil, "b"]        → definitions [1, 0, 1], values a b
///     [["a", "b"], [], nil]  → definitions [2, 2, 1, 0], repetitions [0, 1, 0, 0], values a b
package struct ColumnData: Equatable, Sendable {
    package var rows = 0
    /// Empty where nothing can be missing.
    package var definitions: [UInt8] = []
    /// Empty where there are no lists.
    package var repetitions: [UInt8] = []
    package var values: ColumnValues

    package init(_ values: ColumnValues, rows: Int, definitions: [UInt8] = [], repetitions: [UInt8] = []) {
        self.rows = rows
        self.definitions = definitions
        self.repetitions = repetitions
        self.values = values
    }
}
