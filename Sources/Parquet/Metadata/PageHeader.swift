/// What stands before a page.
struct PageHeader: Equatable {
    var kind = PageKind.data
    var unpackedBytes = 0
    var packedBytes = 0
    var checksum: UInt32?
    /// Values with nulls; of a dictionary its entries.
    var values = 0
    var encoding = Encoding.plain
    /// Of data pages of the second version: the levels stand before the packed bytes, without their lengths.
    var definitionBytes = 0
    var repetitionBytes = 0
    var isPacked = true
}

extension PageHeader {
    func write(to out: inout CompactWriter) {
        out.structure { out in
            out.int(1, kind.rawValue)
            out.int(2, unpackedBytes)
            out.int(3, packedBytes)
            if let checksum { out.int(4, Int(Int32(bitPattern: checksum))) }
            switch kind {
            case .dictionary:
                out.structure(7) {
                    $0.int(1, values)
                    $0.int(2, encoding.rawValue)
                }
            default:
                out.structure(5) {
                    $0.int(1, values)
                    $0.int(2, encoding.rawValue)
                    $0.int(3, Encoding.rle.rawValue)
                    $0.int(4, Encoding.rle.rawValue)
                }
            }
        }
    }

    /// - Throws: `Truncated` where the bytes end before the header does.
    init(from input: inout CompactReader) throws {
        var hasDetails = false
        try input.structure { input, field in
            switch field.id {
            case 1:
                let number = try input.int(field)
                guard let kind = PageKind(rawValue: number) else {
                    throw ParquetError.damaged("page type \(number) does not exist")
                }
                self.kind = kind
            case 2: unpackedBytes = try input.int(field)
            case 3: packedBytes = try input.int(field)
            case 4: checksum = UInt32(truncatingIfNeeded: try input.int(field))
            case 5, 7, 8:
                hasDetails = true
                try readDetails(&input, field)
            default: return false
            }
            return true
        }
        guard hasDetails || kind == .index else { throw ParquetError.damaged("a page without its header") }
        guard min(unpackedBytes, packedBytes, values, definitionBytes, repetitionBytes) >= 0 else {
            throw ParquetError.damaged("a page of a size below zero")
        }
    }

    private mutating func readDetails(_ input: inout CompactReader, _ field: CompactReader.Field) throws {
        let (isV1, isV2) = (field.id == 5, field.id == 8)
        try input.structure(field) { input, field in
            switch field.id {
            case 1: values = try input.int(field)
            case 2 where !isV2, 4 where isV2: encoding = try Self.encoding(try input.int(field))
            case 3 where isV1, 4 where isV1:
                let levels = try Self.encoding(try input.int(field))
                guard levels == .rle || levels == .bitPacked else { throw ParquetError.damaged("levels in \(levels)") }
            case 5 where isV2: definitionBytes = try input.int(field)
            case 6 where isV2: repetitionBytes = try input.int(field)
            case 7 where isV2: isPacked = try input.flag(field)
            default: return false
            }
            return true
        }
    }

    private static func encoding(_ number: Int) throws -> Encoding {
        guard let encoding = Encoding(rawValue: number) else { throw ParquetError.unsupported("encoding \(number)") }
        return encoding
    }
}
