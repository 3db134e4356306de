package import Core

/// One answer of a server, as it was sent.
package struct WebPage: Equatable, Sendable {
    package var url: String
    package var status: Int
    package var fetchedAt: Instant
    package var body: [UInt8]

    package init(url: String, status: Int = 200, fetchedAt: Instant, body: [UInt8]) {
        self.url = url
        self.status = status
        self.fetchedAt = fetchedAt
        self.body = body
    }

    /// 404 and 410: there is no such thing, which is an answer too.
    package var isMissing: Bool { status == 404 || status == 410 }
}
