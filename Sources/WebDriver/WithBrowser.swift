import HTTP

/// Opens a browser, lends it to `body`, and closes it whatever happens.
///
/// Throws `WebDriverError.missing` when browser or driver is not installed, and what `body` throws.
package func withBrowser<Result>(
    _ browser: Browser = .chrome, _ body: (Session) async throws -> Result
) async throws -> Result {
    let session = try await Session(browser, http: try HTTPClient())
    do {
        let result = try await body(session)
        await session.close()
        return result
    } catch {
        await session.close()
        throw error
    }
}

extension Browser {
    /// Whether browser and driver are both on PATH.
    package var isInstalled: Bool {
        onPath(driverName) != nil && (executableNames.isEmpty || executableNames.contains { onPath($0) != nil })
    }
}
