private import Compression

/// What packs the pages that are written.
///
///     .snappy         fast, and every reader has it: the default
///     .zstd(level: 3) a third smaller
package enum ParquetCodec: Equatable, Sendable {
    case none, snappy
    case zstd(level: Int)

    var codec: Codec {
        switch self {
        case .none: .none
        case .snappy: .snappy
        case .zstd: .zstd
        }
    }

    func pack(_ bytes: [UInt8]) throws -> [UInt8] {
        do {
            return switch self {
            case .none: bytes
            case .snappy: try Snappy.compress(bytes)
            case .zstd(let level): try Zstd.compress(bytes, level: level)
            }
        } catch let error as CompressionError { throw ParquetError(.file("\(error)")) }
    }
}
