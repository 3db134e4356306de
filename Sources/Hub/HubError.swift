import Core

/// Why the Hub could not be asked, or did not answer to any purpose.
///
///     HubError(.gaveUp(tries: 8, why: "status 504"), at: url).description
///     → "https://…: gave up after 8 tries (status 504); what was collected is kept, run again later to go on from here"
package struct HubError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case gaveUp(tries: Int, why: String)
        /// The server was not there from the beginning.
        case unreachable(String)
        /// An answer that no second try would change.
        case refused(status: Int, message: String)
        /// The server asks to wait longer than is sensible.
        case asksToWait(seconds: Double)
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
        case .gaveUp(let tries, let why):
            "gave up after \(tries) tries (\(why)); what was collected is kept, run again later to go on from here"
        case .unreachable(let why): "not reached: \(why)"
        case .refused(let status, let message):
            "the server refuses with status \(status)\(message.isEmpty ? "" : " (\(message))"); \(advice(status))"
        case .asksToWait(let seconds):
            "the server asks to wait \(Int(seconds / 60)) minutes; what was collected is kept, run again after that"
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
