import HTTP

/// Opens a browser, lends it to `body`, and closes it whatever happens: a return, an error, a cancellation.
///
/// Throws `WebDriverError` when browser or driver is not installed or their versions differ, and what `body` throws.
package func withBrowser<Result>(
    _ browser: Browser = .chrome, isolation: isolated (any Actor)? = #isolation,
    _ body: (Session) async throws -> Result
) async throws -> Result {
    let session = try await Session(browser, http: try HTTPClient())
    do {
        let result = try await body(session)
        await closeUncancelled(session)
        return result
    } catch {
        await closeUncancelled(session)
        throw error
    }
}

/// In a task of its own, which a cancellation of the caller does not reach: the browser is asked before it is ended.
private func closeUncancelled(_ session: Session) async { await Task { await session.close() }.value }
