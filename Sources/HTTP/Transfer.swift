private import CCurl
import Synchronization

/// One request under way. After its submission it belongs to the engine's thread, but for `isCancelled`.
final class Transfer: @unchecked Sendable {
    let request: HTTPRequest
    let isCancelled = Atomic(false)
    var continuation: CheckedContinuation<HTTPResponse, any Error>?
    private(set) var handle: UnsafeMutableRawPointer?
    /// From its start on the engine's thread to its end there.
    private(set) var seconds = 0.0
    private var started = ContinuousClock.now

    private var fields: UnsafeMutablePointer<curl_slist>?
    private var head = HTTPHead(status: 0)
    private var body: [UInt8] = []
    private var isTooLarge = false

    init(_ request: HTTPRequest) { self.request = request }

    func fail(_ error: any Error) {
        continuation?.resume(throwing: error)
        continuation = nil
    }

    /// A curl handle with everything set, or nil when memory is short.
    func prepare() -> UnsafeMutableRawPointer? {
        guard let handle = curl_easy_init() else { return nil }
        started = .now
        self.handle = handle
        setTransport(handle)
        setRequest(handle)
        setCallbacks(handle)
        return handle
    }

    func release() {
        if let handle { curl_easy_cleanup(handle) }
        if let fields { curl_slist_free_all(fields) }
        (handle, fields) = (nil, nil)
    }

    /// - Parameter code: libcurl's result, a `CURLcode`.
    func finish(code: UInt32) {
        seconds = (.now - started) / .seconds(1)
        guard code == CURLE_OK.rawValue else { return fail(error(CURLcode(code))) }
        let response = HTTPResponse(status: head.status, headers: head.headers, body: body, url: request.url)
        continuation?.resume(returning: response)
        continuation = nil
    }
}

// MARK: - Options

extension Transfer {
    private func setTransport(_ handle: UnsafeMutableRawPointer) {
        _ = atlas_easy_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
        _ = atlas_easy_set_long(handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
        _ = atlas_easy_set_long(handle, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        // A proxy of the environment is meant for the world, never for this machine.
        _ = atlas_easy_set_text(handle, CURLOPT_NOPROXY, "localhost,127.0.0.1,::1")
        _ = atlas_easy_set_long(handle, CURLOPT_NOSIGNAL, 1)
        _ = atlas_easy_set_long(handle, CURLOPT_TCP_KEEPALIVE, 1)
        _ = atlas_easy_set_long(handle, CURLOPT_BUFFERSIZE, 256 << 10)
        _ = atlas_easy_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, Int(request.connectTimeoutSeconds * 1000))
        _ = atlas_easy_set_long(handle, CURLOPT_TIMEOUT_MS, max(1, Int(request.timeoutSeconds * 1000)))
    }

    private func setRequest(_ handle: UnsafeMutableRawPointer) {
        _ = atlas_easy_set_text(handle, CURLOPT_URL, request.url)
        if request.acceptsGzip { _ = atlas_easy_set_text(handle, CURLOPT_ACCEPT_ENCODING, "gzip") }
        _ = atlas_easy_set_text(handle, CURLOPT_USERAGENT, "hubatlas/1")
        switch request.method {
        case .get: _ = atlas_easy_set_long(handle, CURLOPT_HTTPGET, 1)
        case .head: _ = atlas_easy_set_long(handle, CURLOPT_NOBODY, 1)
        case .post, .put, .delete:
            _ = atlas_easy_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count))
            // Copied by libcurl, so the array may go; the ending zero gives an empty one an address.
            (request.body + [0]).withUnsafeBytes {
                _ = atlas_easy_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, $0.baseAddress)
            }
            _ = atlas_easy_set_text(handle, CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        }
        // Without this libcurl asks leave for bodies over 1 MB and waits a second for it.
        fields = curl_slist_append(nil, "Expect:")
        for field in request.headers.fields { fields = curl_slist_append(fields, "\(field.name): \(field.value)") }
        _ = atlas_easy_set_pointer(handle, CURLOPT_HTTPHEADER, fields)
    }

    private func setCallbacks(_ handle: UnsafeMutableRawPointer) {
        // The engine holds the transfer for as long as libcurl has the handle.
        let own = Unmanaged.passUnretained(self).toOpaque()
        _ = atlas_easy_set_pointer(handle, CURLOPT_HEADERDATA, own)
        _ = atlas_easy_set_pointer(handle, CURLOPT_WRITEDATA, own)
        _ = atlas_easy_set_writer(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, own in
            guard let bytes, let own else { return 0 }
            let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return Unmanaged<Transfer>.fromOpaque(own).takeUnretainedValue().takeHeader(line)
        }
        _ = atlas_easy_set_writer(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, own in
            guard let bytes, let own else { return 0 }
            let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return Unmanaged<Transfer>.fromOpaque(own).takeUnretainedValue().takeBody(piece)
        }
    }
}

// MARK: - What comes

extension Transfer {
    private func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Int {
        let line = String(decoding: bytes, as: UTF8.self).filter { !$0.isNewline }
        if line.hasPrefix("HTTP/") {
            // A status line begins a new head: what came before was a "100 Continue" or the like.
            head = HTTPHead(status: line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0)
        } else if let colon = line.firstIndex(of: ":") {
            head.headers.add(String(line[..<colon]), line[line.index(after: colon)...].trimmed)
        } else if line.isEmpty, head.status >= 200 {
            reserveBody()
        }
        return bytes.count
    }

    /// Content-Length is a hint: JSON unpacks to about five times its size, and a server may lie.
    private func reserveBody() {
        guard let length = head.headers["Content-Length"].flatMap({ Int($0) }), (1...(1 << 30)).contains(length) else {
            return
        }
        let unpacked = head.headers["Content-Encoding"] == nil ? length : 5 * length
        body.reserveCapacity(min(unpacked, request.maxBodyBytes, 8 << 20))
    }

    /// What was taken; anything else than all of it ends the transfer.
    private func takeBody(_ piece: UnsafeRawBufferPointer) -> Int {
        guard body.count + piece.count <= request.maxBodyBytes else {
            isTooLarge = true
            return 0
        }
        body.append(contentsOf: piece)
        return piece.count
    }

    private func error(_ code: CURLcode) -> HTTPError {
        if isTooLarge { return HTTPError(.bodyTooLarge(limit: request.maxBodyBytes), at: request.url) }
        let words = String(cString: curl_easy_strerror(code))
        let reason: HTTPError.Reason =
            switch code {
            case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .badURL(words)
            case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .unknownHost
            case CURLE_COULDNT_CONNECT: .cannotConnect(words)
            case CURLE_OPERATION_TIMEDOUT: .timeout(seconds: request.timeoutSeconds)
            case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
                CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
                .tls(words)
            case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2,
                CURLE_HTTP2_STREAM, CURLE_BAD_CONTENT_ENCODING, CURLE_WEIRD_SERVER_REPLY:
                .interrupted(words)
            default: .other(words)
            }
        return HTTPError(reason, at: request.url)
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var text = self
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
