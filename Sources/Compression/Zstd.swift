private import CZstd

/// Packs and unpacks Zstandard frames (RFC 8878).
///
///     let packed = try Zstd.compress(page)
///     try Zstd.decompress(packed, limit: 256 << 20) == page → true
package enum Zstd {
    /// One frame with its content size in the header. The same bytes and level give the same frame.
    ///
    /// - Parameter level: 1 (fast) to 19 (small); 3 is the library's own default.
    package static func compress(_ bytes: [UInt8], level: Int = 3) throws -> [UInt8] {
        guard let context = ZSTD_createCCtx() else { throw CompressionError(.outOfMemory, in: "zstd") }
        defer { ZSTD_freeCCtx(context) }
        let bound = ZSTD_compressBound(bytes.count)
        return try [UInt8](unsafeUninitializedCapacity: bound) { out, count in
            let size = bytes.withUnsafeBytes { input in
                ZSTD_compressCCtx(context, out.baseAddress, bound, input.baseAddress, input.count, Int32(level))
            }
            try check(size)
            count = size
        }
    }

    /// Everything that the frames hold, one after the other; skippable frames are skipped.
    ///
    /// - Throws: `CompressionError`: damaged, truncated, or more than `limit` bytes come out.
    package static func decompress(_ bytes: [UInt8], limit: Int) throws -> [UInt8] {
        if let size = contentSize(bytes), size <= limit { return try decompressSingle(bytes, size: size) }
        let stream = try ZstdDecoder(limit: limit)
        var out: [UInt8] = []
        try stream.push(bytes) { out.append(contentsOf: $0) }
        try stream.finish()
        return out
    }
}

extension Zstd {
    /// The size that a single frame states in its header; nil when it states none or when more frames follow.
    private static func contentSize(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { input in
            // The two largest values stand for "unknown" and "error".
            let size = ZSTD_getFrameContentSize(input.baseAddress, input.count)
            guard size < UInt64(Int.max), ZSTD_findFrameCompressedSize(input.baseAddress, input.count) == input.count
            else { return nil }
            return Int(size)
        }
    }

    private static func decompressSingle(_ bytes: [UInt8], size: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: size) { out, count in
            let written = bytes.withUnsafeBytes { ZSTD_decompress(out.baseAddress, size, $0.baseAddress, $0.count) }
            try check(written)
            count = written
        }
    }

    fileprivate static func check(_ code: Int) throws {
        guard ZSTD_isError(code) != 0 else { return }
        throw CompressionError(.damaged(String(cString: ZSTD_getErrorName(code))), in: "zstd")
    }
}

/// Unpacks Zstandard frames piece by piece, so that a file need not fit in memory.
///
///     let decoder = try ZstdDecoder(limit: .max)
///     for chunk in chunks { try decoder.push(chunk) { lines.append($0) } }
///     try decoder.finish()
///
/// Not for use by two tasks at once.
package final class ZstdDecoder {
    private let stream: OpaquePointer
    private let limit: Int
    private var unpacked = 0
    /// What the library still expects: 0 at the end of a frame.
    private var expected = 0
    private var buffer = [UInt8](repeating: 0, count: ZSTD_DStreamOutSize())

    package init(limit: Int) throws {
        guard let stream = ZSTD_createDStream() else { throw CompressionError(.outOfMemory, in: "zstd") }
        self.stream = stream
        self.limit = limit
    }

    deinit { ZSTD_freeDStream(stream) }

    /// Takes the next packed bytes; `receive` gets what comes out of them, in pieces of some 128 kB.
    package func push(_ bytes: [UInt8], receive: (ArraySlice<UInt8>) throws -> Void) throws {
        var position = 0
        while position < bytes.count || pending {
            let produced = try step(bytes, &position)
            unpacked += produced
            guard unpacked <= limit else { throw CompressionError(.tooLarge(limit: limit), in: "zstd") }
            if produced > 0 { try receive(buffer[..<produced]) }
        }
    }

    /// - Throws: `CompressionError.truncated` when the last frame is not complete.
    package func finish() throws {
        guard expected == 0 else { throw CompressionError(.truncated, in: "zstd") }
    }

    /// The output buffer was filled, so more may wait inside the library.
    private var pending = false

    private func step(_ bytes: [UInt8], _ position: inout Int) throws -> Int {
        let room = buffer.count
        let (produced, consumed, code) = bytes.withUnsafeBytes { source in
            buffer.withUnsafeMutableBytes { target in
                var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: position)
                var output = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
                let code = ZSTD_decompressStream(stream, &output, &input)
                return (output.pos, input.pos, code)
            }
        }
        try Zstd.check(code)
        position = consumed
        expected = code
        pending = produced == room
        return produced
    }
}
