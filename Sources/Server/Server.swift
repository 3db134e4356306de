private import Foundation

/// An HTTP server on 127.0.0.1, for previews, invented services and tests.
///
///     let server = try Server { request in ServerResponse(text: "you asked \(request.path)") }
///     server.baseURL → "http://127.0.0.1:41873"
///     server.stop()
///
/// It answers on a few threads of its own, several connections at once, and stops with `stop()` or when its last
/// reference goes. The handler is called on those threads and must not block for long: `ServerResponse.delaySeconds`
/// waits without one. It must not stop the server either.
package final class Server: Sendable {
    /// Makes the answer to a request; called on any thread.
    package typealias Handler = @Sendable (ServerRequest) -> ServerResponse

    package let port: Int
    package var baseURL: String { "http://127.0.0.1:\(port)" }

    private let connections: Connections

    /// - Parameter port: 0 for any free one.
    /// - Throws: `ServerError` when nothing can listen there.
    package init(port: Int = 0, threads: Int = 2, handler: @escaping Handler) throws {
        guard let wanted = UInt16(exactly: port) else { throw ServerError(.other("no such port"), port: port) }
        connections = Connections(handler: handler)
        guard let running = connections.start(port: wanted, threads: threads) else { throw startError(port: port) }
        self.port = running
    }

    deinit { stop() }

    /// Ends every connection and its threads; a second call does nothing.
    package func stop() { connections.stop() }
}

private func startError(port: Int) -> ServerError {
    switch errno {
    case EADDRINUSE: ServerError(.portInUse, port: port)
    case EACCES: ServerError(.notAllowed, port: port)
    case let code: ServerError(.other(String(cString: strerror(code))), port: port)
    }
}
