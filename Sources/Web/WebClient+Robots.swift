package import HTTP

extension WebClient {
    /// A page for people, where the site's robots.txt lets programs read it; that file is asked for once.
    ///
    ///     try await web.page("https://hub.example/acme/model")
    ///
    /// - Throws: `WebError.disallowed`; what `get` throws, also where robots.txt itself cannot be read: then nobody knows.
    package func page(_ url: String, headers: HTTPHeaders = [:]) async throws -> WebPage {
        let address = try WebAddress(url)
        guard try await robots(of: address).allows(Self.path(of: address)) else {
            throw WebError(.disallowed, at: url)
        }
        return try await get(url, as: .any, headers: headers, maxBodyBytes: Self.mostPageBytes)
    }

    /// Pages for people have some hundred kilobytes.
    private static let mostPageBytes = 16 << 20

    private func robots(of address: WebAddress) async throws -> Robots {
        if let known = known(robotsOf: address.origin) { return known }
        let robots: Robots
        do {
            let page = try await get(
                try address.resolving("/robots.txt").text, as: .maybeEmpty, maxBodyBytes: Self.mostPageBytes)
            robots = page.isMissing ? Robots() : Robots(page.body, agent: userAgent)
        } catch let error as WebError {
            // A file that may not be read asks nothing (RFC 9309, 2.3.1.3).
            guard case .refused(400..<500, _) = error.reason else { throw error }
            robots = Robots()
        }
        keep(robots, of: address.origin)
        return robots
    }

    /// From the first slash behind the host on.
    private static func path(of address: WebAddress) -> String {
        let rest = address.text.dropFirst(address.scheme.count + 3)
        let path = rest.firstIndex { $0 == "/" || $0 == "?" }.map { rest[$0...] } ?? "/"
        return String((path.hasPrefix("/") ? path : "/" + path).prefix { $0 != "#" })
    }
}
