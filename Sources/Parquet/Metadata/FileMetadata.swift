/// The footer: schema, row groups, and what the writer had to say.
struct FileMetadata: Equatable {
    struct RowGroup: Equatable {
        var columns: [ColumnChunk] = []
        var rows = 0
        var unpackedBytes: Int { columns.reduce(0) { $0 + $1.unpackedBytes } }
        var packedBytes: Int { columns.reduce(0) { $0 + $1.packedBytes } }
    }

    var schema: [SchemaElement] = []
    var rows = 0
    var groups: [RowGroup] = []
    var keyValues: [KeyValue] = []
    var createdBy = ""
}

/// A word of the writer's own in the footer.
package struct KeyValue: Equatable, Sendable {
    package var key: String
    package var value: String

    package init(_ key: String, _ value: String) {
        self.key = key
        self.value = value
    }
}

extension FileMetadata {
    /// The format's second version is what has the encodings that are used.
    private static let version = 2

    var bytes: [UInt8] {
        var out = CompactWriter()
        out.structure { out in
            out.int(1, Self.version)
            out.list(2, .structure, schema) { out, node in out.structure { node.write(to: &$0) } }
            out.long(3, rows)
            out.list(4, .structure, groups.enumerated().map { $0 }) { Self.write($1.element, $1.offset, to: &$0) }
            out.list(5, .structure, keyValues) { out, pair in
                out.structure {
                    $0.text(1, pair.key)
                    $0.text(2, pair.value)
                }
            }
            out.text(6, createdBy)
            // Values are ordered as their types are: what makes minima and maxima of texts mean something.
            out.list(7, .structure, schema.filter { $0.physical != nil }) { out, _ in
                out.structure { $0.structure(1) { _ in } }
            }
        }
        return out.bytes
    }

    private static func write(_ group: RowGroup, _ number: Int, to out: inout CompactWriter) {
        out.structure { out in
            out.list(1, .structure, group.columns) { $1.write(to: &$0) }
            out.long(2, group.unpackedBytes)
            out.long(3, group.rows)
            if let first = group.columns.first { out.long(5, first.start) }
            out.long(6, group.packedBytes)
        }
    }

    init(_ bytes: [UInt8]) throws {
        var input = CompactReader(bytes)
        var hasSchema = false
        do {
            try input.structure { input, field in
                switch field.id {
                case 2:
                    hasSchema = true
                    schema = try input.list(field, of: .structure) { try SchemaElement(from: &$0) }
                case 3: rows = try input.int(field)
                case 4: groups = try input.list(field, of: .structure) { try Self.group(&$0) }
                case 5: keyValues = try input.list(field, of: .structure) { try Self.keyValue(&$0) }
                case 6: createdBy = try input.text(field)
                case 8: throw ParquetError(.encrypted)
                default: return false
                }
                return true
            }
        } catch is Truncated {
            throw ParquetError.damaged("the footer ends too early")
        }
        guard hasSchema, rows >= 0 else { throw ParquetError.damaged("the footer has no schema") }
    }

    private static func group(_ input: inout CompactReader) throws -> RowGroup {
        var group = RowGroup()
        try input.structure { input, field in
            switch field.id {
            case 1: group.columns = try input.list(field, of: .structure) { try ColumnChunk(from: &$0) }
            case 3: group.rows = try input.int(field)
            default: return false
            }
            return true
        }
        guard group.rows >= 0 else { throw ParquetError.damaged("a row group of fewer than no rows") }
        return group
    }

    private static func keyValue(_ input: inout CompactReader) throws -> KeyValue {
        var pair = KeyValue("", "")
        try input.structure { input, field in
            switch field.id {
            case 1: pair.key = try input.text(field)
            case 2: pair.value = try input.text(field)
            default: return false
            }
            return true
        }
        return pair
    }
}
