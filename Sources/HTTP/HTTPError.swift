import Core

/// Why there is no answer: where, why, and what to do.
///
///     HTTPError(.timeout(seconds: 120), at: "https://example.org/")
///     → "https://example.org/: no whole answer within 120 s; check the network, or try again later"
package struct HTTPError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case badURL(String)
        /// Plain http to anything but this machine.
        case insecure
        case redirectRefused(to: String)
        case tooManyRedirects(limit: Int)
        case unknownHost
        case cannotConnect(String)
        case timeout(seconds: Double)
        case tls(String)
        /// The connection broke, or the body is shorter than announced: worth another try.
        case interrupted(String)
        case bodyTooLarge(limit: Int)
        case clientStopped
        case other(String)
    }

    package var reason: Reason
    package var url: String

    package init(_ reason: Reason, at url: String) {
        self.reason = reason
        self.url = url
    }

    /// The same request may succeed a moment later.
    package var isTransient: Bool {
        switch reason {
        case .timeout, .interrupted, .cannotConnect, .unknownHost: true
        default: false
        }
    }

    /// No connection came about: the name is none, or nobody listens at the port.
    package var isNobodyThere: Bool {
        switch reason {
        case .cannotConnect, .unknownHost: true
        default: false
        }
    }

    package var description: String { "\(url): \(why)" }
}

extension HTTPError {
    package var why: String {
        switch reason {
        case .badURL(let words): "not a usable address (\(words)); check its spelling"
        case .insecure: "plain http is only for this machine (127.0.0.1, ::1, localhost); use https"
        case .redirectRefused(let target): "redirects to \(target), which is not https; ask the server's owner"
        case .tooManyRedirects(let limit): "more than \(limit) redirects; ask the server's owner"
        case .unknownHost: "no such host; check the spelling and the network"
        case .cannotConnect(let words): "cannot connect (\(words)); check that the server runs and the network is up"
        case .timeout(let seconds): "no whole answer within \(Int(seconds)) s; check the network, or try again later"
        case .tls(let words): "the server's certificate is not acceptable (\(words)); check clock and network"
        case .interrupted(let words): "the connection broke (\(words)); try again"
        case .bodyTooLarge(let limit): "the answer is longer than \(limit) bytes; ask for a smaller page"
        case .clientStopped: "the HTTP client was stopped before the answer came"
        case .other(let words): "the request failed (\(words))"
        }
    }
}
