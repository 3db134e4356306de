import Core

/// Why a server could not be started.
///
///     ServerError(.portInUse, port: 8080).description
///     → "127.0.0.1:8080: another program listens there; choose another port, or 0 for any free one"
package struct ServerError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case portInUse
        case notAllowed
        /// The system's own words.
        case other(String)
    }

    package var reason: Reason
    package var port: Int

    package init(_ reason: Reason, port: Int) {
        self.reason = reason
        self.port = port
    }

    package var description: String {
        switch reason {
        case .portInUse: "127.0.0.1:\(port): another program listens there; choose another port, or 0 for any free one"
        case .notAllowed: "127.0.0.1:\(port): not allowed to listen there; choose a port above 1023"
        case .other(let words): "127.0.0.1:\(port): cannot listen (\(words)); try another port"
        }
    }
}
