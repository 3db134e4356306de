// Numbers of the format's own: apache/parquet-format, parquet.thrift. Raw values are what stands in files.

/// How a value is stored.
package enum PhysicalType: Int, Sendable {
    case boolean, int32, int64, int96, float, double, byteArray, fixedLengthByteArray
}

/// How a page's values are written.
package enum Encoding: Int, Sendable {
    case plain = 0
    case plainDictionary = 2
    case rle
    case bitPacked
    case deltaBinaryPacked
    case deltaLengthByteArray
    case deltaByteArray
    case rleDictionary
    case byteStreamSplit
}

/// What packs the bytes of a page.
package enum Codec: Int, Sendable {
    case none, snappy, gzip, lzo, brotli, lz4, zstd, lz4Raw

    package var name: String {
        switch self {
        case .none: "none"
        case .snappy: "snappy"
        case .gzip: "gzip"
        case .lzo: "lzo"
        case .brotli: "brotli"
        case .lz4: "lz4"
        case .zstd: "zstd"
        case .lz4Raw: "lz4 (raw)"
        }
    }
}

enum Repetition: Int { case required, optional, repeated }

enum PageKind: Int { case data, index, dictionary, dataV2 }

/// What a stored value means; of the others of the format the values are read, and their meaning is left to the reader.
package enum Meaning: Equatable, Sendable {
    case string, date
    case timestamp(unit: TimeUnit, isUTC: Bool)
    case other(String)

    package enum TimeUnit: Int, Sendable { case milliseconds = 1, microseconds, nanoseconds }
}
