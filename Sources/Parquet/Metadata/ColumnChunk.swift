/// One column of one row group: where its pages are, and what is in them.
struct ColumnChunk: Equatable {
    /// A piece of the file.
    struct Place: Equatable {
        var offset: Int
        var length: Int
    }

    var physical = PhysicalType.boolean
    var encodings: [Encoding] = []
    var path: [String] = []
    var codec = Codec.none
    var values = 0
    var unpackedBytes = 0
    var packedBytes = 0
    var firstDataPage = 0
    var dictionaryPage: Int?
    var statistics: Statistics?
    var offsetIndex: Place?
    var columnIndex: Place?

    /// The dictionary page, where there is one, comes first.
    var start: Int { dictionaryPage.map { $0 > 0 ? min($0, firstDataPage) : firstDataPage } ?? firstDataPage }

    func write(to out: inout CompactWriter) {
        out.structure { out in
            out.long(2, 0)
            out.structure(3) { writeMetadata(to: &$0) }
            if let offsetIndex {
                out.long(4, offsetIndex.offset)
                out.int(5, offsetIndex.length)
            }
            if let columnIndex {
                out.long(6, columnIndex.offset)
                out.int(7, columnIndex.length)
            }
        }
    }

    private func writeMetadata(to out: inout CompactWriter) {
        out.int(1, physical.rawValue)
        out.list(2, .int32, encodings) { $0.zigzag($1.rawValue) }
        out.list(3, .binary, path) { $0.binary(Array($1.utf8)) }
        out.int(4, codec.rawValue)
        out.long(5, values)
        out.long(6, unpackedBytes)
        out.long(7, packedBytes)
        out.long(9, firstDataPage)
        if let dictionaryPage { out.long(11, dictionaryPage) }
        statistics?.write(12, to: &out)
    }
}

extension ColumnChunk {
    init(from input: inout CompactReader) throws {
        var hasMetadata = false
        try input.structure { input, field in
            switch field.id {
            case 1: throw ParquetError.unsupported("a column that lies in another file")
            case 3:
                hasMetadata = true
                try readMetadata(&input, field)
            case 8, 9: throw ParquetError(.encrypted)
            default: return false
            }
            return true
        }
        guard hasMetadata else { throw ParquetError.damaged("a column chunk without metadata") }
        guard min(values, unpackedBytes, packedBytes, firstDataPage) >= 0 else {
            throw ParquetError.damaged("a column chunk of a size below zero")
        }
    }

    private mutating func readMetadata(_ input: inout CompactReader, _ field: CompactReader.Field) throws {
        try input.structure(field) { input, field in
            switch field.id {
            case 1:
                let number = try input.int(field)
                guard let type = PhysicalType(rawValue: number) else {
                    throw ParquetError.damaged("type \(number) does not exist")
                }
                physical = type
            case 3: path = try input.list(field, of: .binary) { String(decoding: try $0.binary(), as: UTF8.self) }
            case 4:
                let number = try input.int(field)
                guard let codec = Codec(rawValue: number) else { throw ParquetError.unsupported("codec \(number)") }
                self.codec = codec
            case 5: values = try input.int(field)
            case 6: unpackedBytes = try input.int(field)
            case 7: packedBytes = try input.int(field)
            case 9: firstDataPage = try input.int(field)
            case 11: dictionaryPage = try input.int(field)
            default: return false
            }
            return true
        }
    }
}
