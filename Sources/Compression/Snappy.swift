private import CSnappy

/// Packs and unpacks raw Snappy blocks: what Parquet means by that name, without the frames of `.sz` files.
///
///     let packed = try Snappy.compress(page)
///     try Snappy.decompress(packed, limit: 1 << 20) == page → true
///
/// Source: google/snappy, format_description.txt.
package enum Snappy {
    /// The same bytes give the same block, by the same version of the library.
    package static func compress(_ bytes: [UInt8]) throws -> [UInt8] {
        let bound = snappy_max_compressed_length(bytes.count)
        return try [UInt8](unsafeUninitializedCapacity: bound) { out, count in
            var size = bound
            let status = bytes.withUnsafeBytes { input in
                out.withMemoryRebound(to: CChar.self) {
                    // The library takes no null pointer, also not for nothing.
                    let start = input.baseAddress?.assumingMemoryBound(to: CChar.self) ?? UnsafePointer($0.baseAddress!)
                    return snappy_compress(start, input.count, $0.baseAddress, &size)
                }
            }
            // The buffer is as long as the library asked for.
            guard status == SNAPPY_OK else { throw CompressionError(.outOfMemory, in: "snappy") }
            count = size
        }
    }

    /// - Throws: `CompressionError`: damaged, or more than `limit` bytes would come out.
    package static func decompress(_ bytes: [UInt8], limit: Int) throws -> [UInt8] {
        try bytes.withUnsafeBytes { raw in
            guard let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self) else {
                throw CompressionError(.truncated, in: "snappy")
            }
            var stated = 0
            guard snappy_uncompressed_length(start, raw.count, &stated) == SNAPPY_OK else {
                throw CompressionError(.damaged("no length"), in: "snappy")
            }
            guard stated <= limit else { throw CompressionError(.tooLarge(limit: limit), in: "snappy") }
            // What the header states is believed only after the rest was seen to be sound: memory follows from it.
            guard snappy_validate_compressed_buffer(start, raw.count) == SNAPPY_OK else {
                throw CompressionError(.damaged("no sound block"), in: "snappy")
            }
            return try [UInt8](unsafeUninitializedCapacity: max(stated, 1)) { out, count in
                var size = stated
                let status = out.withMemoryRebound(to: CChar.self) {
                    snappy_uncompress(start, raw.count, $0.baseAddress, &size)
                }
                guard status == SNAPPY_OK else { throw CompressionError(.damaged("no sound block"), in: "snappy") }
                count = size
            }
        }
    }
}
