private import CZlib

/// The CRC-32 of bytes, as gzip, PNG and Parquet use it (ISO 3309), by zlib.
///
///     Checksum.crc32(Array("123456789".utf8)) → 0xCBF43926
package enum Checksum {
    package static func crc32(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBytes { raw in
            guard let start = raw.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return 0 }
            return UInt32(truncatingIfNeeded: crc32_z(0, start, raw.count))
        }
    }
}
