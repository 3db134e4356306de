import Core

/// Why the Hub could not be asked, or did not answer to any purpose.
///
///     HubError(.refused(status: 400, message: ""), at: url).description
///     → "https://…: the server refuses with status 400; check the filters"
///
/// A server that is away, or asks to wait, is a `WebError`.
package struct HubError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        /// An answer that no second try would change.
        case refused(status: Int, message: String)
        /// A next page, or a request with a token, that would leave the endpoint.
        case foreignHost(endpoint: String)
        case cursorStands
        case badToken(String)
    }

    package var reason: Reason
    package var url: String

    package init(_ reason: Reason, at url: String) {
        self.reason = reason
        self.url = url
    }

    package var description: String { "\(url): \(why)" }
}

extension HubError {
    private var why: String {
        switch reason {
        case .refused(let status, let message):
            "the server refuses with status \(status)\(message.isEmpty ? "" : " (\(message))"); \(advice(status))"
        case .foreignHost(let endpoint):
            "not on the endpoint \(endpoint), so it is not asked; check --endpoint, or tell the server's owner"
        case .cursorStands:
            "the list comes back to a page it gave before; what was collected is kept, tell the server's owner"
        case .badToken(let why): "\(why); correct the token or leave it out"
        }
    }

    private func advice(_ status: Int) -> String {
        switch status {
        case 400: "check the filters"
        case 401, 403: "check the name, and the token in HF_TOKEN or .env"
        case 404, 410: "check the name and --endpoint"
        default: "check --endpoint, or try again later"
        }
    }
}
