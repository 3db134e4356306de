import Foundation

/// A client that hides nothing: the bytes that came, and how the connection ended.
struct RawAnswer {
    var text: String
    var wasReset: Bool

    var status: Int { Int(text.split(separator: " ").dropFirst().first ?? "") ?? 0 }
    var body: String { text.range(of: "\r\n\r\n").map { String(text[$0.upperBound...]) } ?? "" }
    func header(_ name: String) -> String? {
        let line = text.components(separatedBy: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
        return line.map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
    }
}

/// Sends one request with `Connection: close` and reads until the server ends the connection.
func ask(_ port: Int, _ line: String, headers: [String] = [], body: String = "") throws -> RawAnswer {
    let descriptor = socket(AF_INET, streamSocket, 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
    guard connected == 0 else { throw POSIXError(.ECONNREFUSED) }
    let lines = ["\(line) HTTP/1.1", "Host: test", "Connection: close", "Content-Length: \(body.utf8.count)"] + headers
    let request = Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
    guard send(descriptor, request, request.count, 0) == request.count else { throw POSIXError(.EPIPE) }
    return readAll(descriptor)
}

private func readAll(_ descriptor: Int32) -> RawAnswer {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count <= 0 {
            return RawAnswer(text: String(decoding: bytes, as: UTF8.self), wasReset: count < 0 && errno == ECONNRESET)
        }
        bytes += buffer.prefix(count)
    }
}

#if canImport(Glibc)
    private let streamSocket = Int32(SOCK_STREAM.rawValue)
#else
    private let streamSocket = SOCK_STREAM
#endif
