private import CMicroHTTPD
private import Compression

extension ServerResponse {
    /// The body gzipped where client and size make it worthwhile, and halved where the content is to be broken.
    func packed(for request: ServerRequest) -> ServerResponse {
        var answer = self
        // A body that cannot be packed (no memory) goes out plain, which every client takes.
        if mayCompress, body.count > 1024, request.header("Accept-Encoding")?.contains("gzip") == true,
            let packed = try? Gzip.compress(body, level: 1)
        {
            answer.body = packed
            answer.headers += [("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding")]
        }
        if case .truncate = misbehavior { answer.body = Array(answer.body.prefix(answer.body.count / 2)) }
        return answer
    }
}

/// False when the library cannot take the answer; it then closes the connection.
func send(_ answer: ServerResponse, on connection: OpaquePointer) -> Bool {
    guard let response = response(for: answer, on: connection) else { return false }
    defer { MHD_destroy_response(response) }
    for (name, value) in answer.headers { MHD_add_response_header(response, name, value) }
    return MHD_queue_response(connection, UInt32(answer.status), response) == .YES
}

private func response(for answer: ServerResponse, on connection: OpaquePointer) -> OpaquePointer? {
    switch answer.misbehavior {
    case nil, .truncate:
        return answer.body.withUnsafeBytes { atlas_mhd_copy($0.count, $0.baseAddress) }
    case .short: return broken(answer.body, connection, resets: false)
    case .reset: return broken(answer.body, connection, resets: true)
    }
}

/// A response that promises the whole body, gives half of it and then breaks off.
private func broken(_ body: [UInt8], _ connection: OpaquePointer, resets: Bool) -> OpaquePointer? {
    let source = BrokenBody(Array(body.prefix(body.count / 2)), connection: connection, resets: resets)
    return MHD_create_response_from_callback(
        UInt64(body.count), 1 << 16,
        { raw, position, buffer, room in
            guard let raw, let buffer else { return Int(MHD_CONTENT_READER_END_WITH_ERROR_) }
            return Unmanaged<BrokenBody>.fromOpaque(raw).takeUnretainedValue()
                .read(at: Int(position), into: UnsafeMutableRawBufferPointer(start: buffer, count: room))
        }, Unmanaged.passRetained(source).toOpaque(),
        { raw in if let raw { Unmanaged<BrokenBody>.fromOpaque(raw).release() } })
}

private final class BrokenBody {
    let bytes: [UInt8]
    let connection: OpaquePointer
    let resets: Bool

    init(_ bytes: [UInt8], connection: OpaquePointer, resets: Bool) {
        self.bytes = bytes
        self.connection = connection
        self.resets = resets
    }

    func read(at position: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard position < bytes.count else {
            if resets { atlas_mhd_reset(connection) }
            return Int(MHD_CONTENT_READER_END_WITH_ERROR_)
        }
        let piece = bytes[position...].prefix(buffer.count)
        buffer.copyBytes(from: piece)
        return piece.count
    }
}
