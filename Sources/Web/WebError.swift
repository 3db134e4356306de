import Core

/// Why a server gave no answer that can be used: where, why, and what to do.
///
///     WebError(.gaveUp(tries: 8, why: "status 504"), at: "https://hn.example/api")
///     → "https://hn.example/api: gave up after 8 tries (status 504); what was collected is kept, run again later to go on from here"
package struct WebError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case gaveUp(tries: Int, why: String)
        /// Nobody is there, and never was in this run.
        case unreachable(String)
        /// - Parameter message: the server's own words; "" for none.
        case refused(status: Int, message: String)
        case asksToWait(seconds: Double)
        /// robots.txt says no.
        case disallowed
    }

    package var reason: Reason
    package var url: String

    package init(_ reason: Reason, at url: String) {
        self.reason = reason
        self.url = url
    }

    package var description: String { "\(url): \(why)" }
}

extension WebError {
    private var why: String {
        switch reason {
        case .gaveUp(let tries, let why):
            "gave up after \(tries) tries (\(why)); what was collected is kept, run again later to go on from here"
        case .unreachable(let why): "not reached: \(why)"
        case .refused(let status, let message):
            "the server refuses with status \(status)\(message.isEmpty ? "" : " (\(message))"); \(advice(status))"
        case .asksToWait(let seconds):
            "the server asks to wait \(Int(seconds / 60)) minutes; what was collected is kept, run again after that"
        case .disallowed: "the site's robots.txt asks programs not to read this, so it is not read"
        }
    }

    private func advice(_ status: Int) -> String {
        switch status {
        case 400: "the question is not understood: tell the project"
        case 401, 403: "check the token for this service, or leave it out"
        case 404, 410: "the service may have moved: tell the project"
        default: "try again later"
        }
    }
}
