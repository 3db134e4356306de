private import CCurl

/// The parts of an http or https address that decide who may be spoken to.
///
///     try WebAddress("https://Hub.example/api?x=1").origin  → "https://hub.example:443"
///     try WebAddress("http://127.0.0.1:8787/").isLoopback   → true
///     try WebAddress("https://a.example/x/y").resolving("../z").text → "https://a.example/z"
///
/// Read by libcurl itself, so that what is checked is what is called.
package struct WebAddress: Equatable, Sendable {
    package let text: String
    package let scheme: String
    /// Lower case; IPv6 in brackets.
    package let host: String
    package let port: Int

    /// - Throws: `HTTPError.badURL`: no http or https address, or one with a user name and password in it.
    package init(_ text: String) throws { try self.init(text, base: nil) }

    /// The address that a reference on this page points to.
    package func resolving(_ reference: String) throws -> WebAddress { try WebAddress(reference, base: text) }

    /// Scheme, host and port: what a token belongs to.
    package var origin: String { "\(scheme)://\(host):\(port)" }

    package var isSecure: Bool { scheme == "https" }

    /// This machine, by a name or number that no name server decides.
    package var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}

extension WebAddress {
    private init(_ text: String, base: String?) throws {
        guard let url = curl_url() else { throw HTTPError(.other("no memory left"), at: text) }
        defer { curl_url_cleanup(url) }
        for part in [base, text].compactMap({ $0 }) {
            let code = curl_url_set(url, CURLUPART_URL, part, UInt32(CURLU_DISALLOW_USER))
            guard code == CURLUE_OK else {
                throw HTTPError(.badURL(String(cString: curl_url_strerror(code))), at: WebAddress.withoutUser(text))
            }
        }
        func part(_ part: CURLUPart, _ flags: Int32 = 0) throws -> String {
            var value: UnsafeMutablePointer<CChar>?
            let code = curl_url_get(url, part, &value, UInt32(flags))
            guard code == CURLUE_OK, let value else {
                throw HTTPError(.badURL(String(cString: curl_url_strerror(code))), at: text)
            }
            defer { curl_free(value) }
            return String(cString: value)
        }
        self.text = try part(CURLUPART_URL)
        self.scheme = try part(CURLUPART_SCHEME).lowercased()
        self.host = try part(CURLUPART_HOST).lowercased()
        self.port = Int(try part(CURLUPART_PORT, CURLU_DEFAULT_PORT)) ?? 0
        guard scheme == "https" || scheme == "http" else {
            throw HTTPError(.badURL("its scheme is \(scheme), not https"), at: text)
        }
    }

    /// An address with credentials is refused, and the refusal must not print them.
    private static func withoutUser(_ text: String) -> String {
        guard let at = text.lastIndex(of: "@"), let slashes = text.range(of: "//"), slashes.upperBound < at else {
            return text
        }
        return text[..<slashes.upperBound] + "…" + text[at...]
    }
}

extension StringProtocol {
    /// The first place of a short text, without Foundation.
    fileprivate func range(of needle: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
            formIndex(after: &start)
        }
        return nil
    }
}
