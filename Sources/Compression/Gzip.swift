private import CZlib

/// Packs and unpacks gzip members (RFC 1952).
///
///     try Gzip.decompress(Gzip.compress(table), limit: 64 << 20) == table → true
///
/// What is packed carries no time and no name (mtime 0), so the same bytes and level give the same member.
package enum Gzip {
    /// - Parameters:
    ///   - level: 1 (fast) to 9 (small).
    ///   - cuts: places where bytes of another kind begin, ascending: there begins a block with a code of its own (RFC
    ///     1951, 3.2.3). Columns of numbers beside text come out 6 to 9 of 100 smaller; each block costs some 60 bytes.
    package static func compress(_ bytes: [UInt8], level: Int = 9, cuts: [Int] = []) throws -> [UInt8] {
        let stream = newStream()
        defer { stream.deallocate() }
        // 15 + 16: the largest window, and a gzip header instead of zlib's.
        let code = deflateInit2_(
            stream, Int32(level), Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { throw CompressionError(.outOfMemory, in: "gzip") }
        defer { deflateEnd(stream) }
        var out: [UInt8] = []
        for (i, end) in (cuts + [bytes.count]).enumerated() {
            let piece = bytes[(i == 0 ? 0 : cuts[i - 1])..<end]
            let atEnd = i == cuts.count ? Z_FINISH : Z_BLOCK
            if piece.isEmpty, atEnd == Z_BLOCK { continue }
            try feed(piece, to: stream) { isLast in
                try run(stream, into: &out, limit: .max) { deflate(stream, isLast ? atEnd : Z_NO_FLUSH) }
            }
        }
        // The byte that names the operating system is the only part of the header that differs between machines.
        out[9] = 255
        return out
    }

    /// Everything that the members hold, one after the other.
    ///
    /// - Throws: `CompressionError`: damaged, truncated, or more than `limit` bytes come out.
    package static func decompress(_ bytes: [UInt8], limit: Int) throws -> [UInt8] {
        let stream = newStream()
        defer { stream.deallocate() }
        guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw CompressionError(.outOfMemory, in: "gzip")
        }
        defer { inflateEnd(stream) }
        var out: [UInt8] = []
        var hasEnded = false
        try feed(bytes[...], to: stream) { _ in
            while stream.pointee.avail_in > 0 {
                if hasEnded { inflateReset(stream) }
                hasEnded = try run(stream, into: &out, limit: limit) { inflate(stream, Z_NO_FLUSH) }
            }
        }
        guard hasEnded else { throw CompressionError(.truncated, in: "gzip") }
        return out
    }
}

extension Gzip {
    /// zlib keeps the address of its stream, so the stream must not move as a Swift variable may.
    private static func newStream() -> UnsafeMutablePointer<z_stream> {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        return stream
    }

    /// zlib counts in 32 bits, so longer input goes in by pieces.
    private static func feed(
        _ bytes: ArraySlice<UInt8>, to stream: UnsafeMutablePointer<z_stream>, work: (_ isLast: Bool) throws -> Void
    ) throws {
        let piece = 1 << 30
        try bytes.withUnsafeBufferPointer { input in
            var start = 0
            repeat {
                let end = min(start + piece, input.count)
                stream.pointee.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + start) }
                stream.pointee.avail_in = UInt32(end - start)
                try work(end == input.count)
                start = end
            } while start < input.count
        }
    }

    /// Calls zlib until it asks for input or the stream ends; true at its end.
    @discardableResult
    private static func run(
        _ stream: UnsafeMutablePointer<z_stream>, into out: inout [UInt8], limit: Int, call: () -> Int32
    ) throws -> Bool {
        let room = 1 << 16
        while true {
            var code = Z_OK
            out += [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                stream.pointee.next_out = buffer.baseAddress
                stream.pointee.avail_out = UInt32(room)
                code = call()
                count = room - Int(stream.pointee.avail_out)
            }
            guard out.count <= limit else { throw CompressionError(.tooLarge(limit: limit), in: "gzip") }
            if code == Z_STREAM_END { return true }
            guard code == Z_OK || code == Z_BUF_ERROR else {
                let words = stream.pointee.msg.map { String(cString: $0) } ?? "code \(code)"
                throw CompressionError(.damaged(words), in: "gzip")
            }
            if stream.pointee.avail_out > 0 { return false }
        }
    }
}
