/// A node of the schema as the footer lists them: the root, then each with its children behind it.
struct SchemaElement: Equatable {
    var name = ""
    /// Nil for groups.
    var physical: PhysicalType?
    var typeLength: Int?
    var repetition: Repetition?
    var children = 0
    var converted: Int?
    var meaning: Meaning?
    var isList = false
}

extension SchemaElement {
    /// The nodes that describe what is written.
    static func nodes(of columns: [ParquetColumn]) -> [SchemaElement] {
        let root = SchemaElement(name: "schema", children: columns.count)
        return [root] + columns.flatMap { $0.isList ? list($0) : [leaf($0, $0.name, $0.isOptional)] }
    }

    private static func list(_ column: ParquetColumn) -> [SchemaElement] {
        [
            SchemaElement(
                name: column.name, repetition: column.isOptional ? .optional : .required, children: 1, isList: true),
            SchemaElement(name: "list", repetition: .repeated, children: 1),
            leaf(column, "element", false),
        ]
    }

    private static func leaf(_ column: ParquetColumn, _ name: String, _ isOptional: Bool) -> SchemaElement {
        SchemaElement(
            name: name, physical: column.physical, repetition: isOptional ? .optional : .required,
            meaning: column.meaning)
    }

    /// What older readers know the meaning by.
    private var convertedType: Int? {
        if isList { return Converted.list }
        return switch meaning {
        case .string: Converted.utf8
        case .date: Converted.date
        case .timestamp: Converted.timestampMillis
        case .other, nil: nil
        }
    }

    func write(to out: inout CompactWriter) {
        if let physical { out.int(1, physical.rawValue) }
        if let repetition { out.int(3, repetition.rawValue) }
        out.text(4, name)
        if physical == nil { out.int(5, children) }
        if let convertedType { out.int(6, convertedType) }
        if isList { out.structure(10) { $0.structure(3) { _ in } } }
        guard let meaning else { return }
        out.structure(10) { out in
            switch meaning {
            case .string: out.structure(1) { _ in }
            case .date: out.structure(6) { _ in }
            case .timestamp(let unit, let isUTC):
                out.structure(8) { out in
                    out.flag(1, isUTC)
                    out.structure(2) { $0.structure(Int16(unit.rawValue)) { _ in } }
                }
            case .other: break
            }
        }
    }
}

private enum Converted {
    static let utf8 = 0
    static let list = 3
    static let date = 6
    static let timestampMillis = 9
    static let timestampMicros = 10
    static let names = [
        1: "map", 2: "map", 4: "enum", 5: "decimal", 7: "time", 8: "time", 11: "uint8", 12: "uint16", 13: "uint32",
        14: "uint64", 15: "int8", 16: "int16", 17: "int32", 18: "int64", 19: "json", 20: "bson", 21: "interval",
    ]
}

extension SchemaElement {
    init(from input: inout CompactReader) throws {
        var hasChildren = false
        try input.structure { input, field in
            switch field.id {
            case 1:
                let number = try input.int(field)
                guard let type = PhysicalType(rawValue: number) else {
                    throw ParquetError.damaged("type \(number) does not exist")
                }
                physical = type
            case 2: typeLength = try input.int(field)
            case 3:
                guard let repetition = Repetition(rawValue: try input.int(field)) else {
                    throw ParquetError.damaged("a repetition that does not exist")
                }
                self.repetition = repetition
            case 4: name = try input.text(field)
            case 5:
                children = try input.int(field)
                hasChildren = true
            case 6: converted = try input.int(field)
            case 10: try readLogical(&input, field)
            default: return false
            }
            return true
        }
        guard children >= 0, hasChildren || physical != nil else {
            throw ParquetError.damaged("a column of the schema has neither a type nor children")
        }
        if physical == .fixedLengthByteArray {
            guard let typeLength, (0...1 << 20).contains(typeLength) else {
                throw ParquetError.damaged("a column of fixed length has none")
            }
        }
        takeConverted()
    }

    private mutating func takeConverted() {
        guard meaning == nil, let converted else { return }
        switch converted {
        case Converted.utf8: meaning = .string
        case Converted.list: isList = true
        case Converted.date: meaning = .date
        case Converted.timestampMillis: meaning = .timestamp(unit: .milliseconds, isUTC: true)
        case Converted.timestampMicros: meaning = .timestamp(unit: .microseconds, isUTC: true)
        default: meaning = Converted.names[converted].map { .other($0) }
        }
    }

    private mutating func readLogical(_ input: inout CompactReader, _ field: CompactReader.Field) throws {
        var (found, list): (Meaning?, Bool) = (nil, false)
        try input.structure(field) { input, field in
            switch field.id {
            case 1: found = .string
            case 3: list = true
            case 6: found = .date
            case 8:
                found = try Self.timestamp(&input, field)
                return true
            default: found = Self.others[field.id].map { .other($0) }
            }
            return false
        }
        meaning = found
        isList = list
    }

    private static let others: [Int16: String] = [
        2: "map", 4: "enum", 5: "decimal", 7: "time", 10: "integer", 11: "unknown", 12: "json", 13: "bson", 14: "uuid",
        15: "float16",
    ]

    private static func timestamp(_ input: inout CompactReader, _ field: CompactReader.Field) throws -> Meaning? {
        var (isUTC, unit): (Bool, Meaning.TimeUnit?) = (false, nil)
        try input.structure(field) { input, field in
            switch field.id {
            case 1: isUTC = try input.flag(field)
            case 2:
                try input.structure(field) { _, field in
                    unit = Meaning.TimeUnit(rawValue: Int(field.id))
                    return false
                }
            default: return false
            }
            return true
        }
        return unit.map { .timestamp(unit: $0, isUTC: isUTC) }
    }
}
