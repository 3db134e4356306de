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

    /// The values of all pieces, each of which must be of that type: what a chunk of many pages has.
    static func joined(_ pieces: [ColumnValues], of type: PhysicalType) -> ColumnValues {
        switch type {
        case .boolean:
            return .booleans(
                pieces.flatMap { piece -> [Bool] in
                    guard case .booleans(let values) = piece else { return [] }
                    return values
                })
        case .int32:
            return .int32s(
                pieces.flatMap { piece -> [Int32] in
                    guard case .int32s(let values) = piece else { return [] }
                    return values
                })
        case .int64:
            return .int64s(
                pieces.flatMap { piece -> [Int64] in
                    guard case .int64s(let values) = piece else { return [] }
                    return values
                })
        case .float:
            return .floats(
                pieces.flatMap { piece -> [Float] in
                    guard case .floats(let values) = piece else { return [] }
                    return values
                })
        case .double:
            return .doubles(
                pieces.flatMap { piece -> [Double] in
                    guard case .doubles(let values) = piece else { return [] }
                    return values
                })
        case .int96, .byteArray, .fixedLengthByteArray:
            var all = ByteStrings()
            for case .bytes(let values) in pieces { all.append(values) }
            return .bytes(all)
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
