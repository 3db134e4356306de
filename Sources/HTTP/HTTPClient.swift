import Core

/// Sends requests with libcurl: keep-alive, HTTP/2, gzip, limits of time and size.
///
///     let client = try HTTPClient()
///     let answer = try await client.send(HTTPRequest("https://huggingface.co/api/models?limit=1"))
///     answer.status → 200
///
/// What holds for every request, and what no option turns off:
/// - certificates are verified;
/// - plain http is spoken with this machine only; a redirect leads to https, or from this machine to itself;
/// - `Authorization` goes to the first address's origin only, not to where it redirects.
///
/// All transfers run on one thread. A cancelled task ends its transfer at once. Safe to use from any task.
package final class HTTPClient: Sendable {
    private let engine: CurlEngine
    private let maxRedirects = 10

    /// - Parameter connectionsPerHost: more requests at a time wait for one another.
    package init(connectionsPerHost: Int = 16) throws {
        engine = try CurlEngine(connectionsPerHost: connectionsPerHost)
    }

    deinit { engine.stop() }

    /// The answer, whatever its status, after at most 10 redirects.
    ///
    /// - Throws: `HTTPError`; `CancellationError` when the task was cancelled.
    package func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        var request = request
        var address = try WebAddress(request.url)
        guard address.isSecure || address.isLoopback else { throw HTTPError(.insecure, at: address.text) }
        try checkHeaders(of: request)
        let timeout = request.timeoutSeconds
        for _ in 0...maxRedirects {
            request.url = address.text
            let (response, seconds) = try await exchange(request, timeout: timeout)
            guard let next = try redirect(response, of: request, at: address) else { return response }
            if next.origin != address.origin { request.headers["Authorization"] = nil }
            address = next
            request.timeoutSeconds -= seconds
            guard request.timeoutSeconds > 0 else { throw HTTPError(.timeout(seconds: timeout), at: address.text) }
        }
        throw HTTPError(.tooManyRedirects(limit: maxRedirects), at: request.url)
    }
}

extension HTTPClient {
    /// A line break in a value would smuggle in another header.
    private func checkHeaders(of request: HTTPRequest) throws {
        for field in request.headers.fields where "\(field.name)\(field.value)".utf8.contains(where: { $0 < 32 }) {
            throw HTTPError(.other("the header \(field.name.prefix(40)) holds a control character"), at: request.url)
        }
    }

    /// The answer and the time that the network took: not what this task waited for its turn, which on a busy machine is
    /// longer than any limit.
    private func exchange(_ request: HTTPRequest, timeout: Double) async throws -> (HTTPResponse, seconds: Double) {
        let transfer = Transfer(request)
        do {
            let response = try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { engine.submit(transfer, resuming: $0) }
            } onCancel: {
                engine.cancel(transfer)
            }
            return (response, transfer.seconds)
        } catch let error as HTTPError where error.reason == .timeout(seconds: request.timeoutSeconds) {
            // After a redirect only the rest of the time was left; the caller knows the whole.
            throw HTTPError(.timeout(seconds: timeout), at: request.url)
        }
    }

    private func redirect(_ response: HTTPResponse, of request: HTTPRequest, at address: WebAddress) throws
        -> WebAddress?
    {
        guard [301, 302, 303, 307, 308].contains(response.status), request.method == .get || request.method == .head,
            let location = response.headers["Location"]
        else { return nil }
        let next = try address.resolving(location)
        guard next.isSecure || (next.isLoopback && address.isLoopback) else {
            throw HTTPError(.redirectRefused(to: next.text), at: address.text)
        }
        return next
    }
}
