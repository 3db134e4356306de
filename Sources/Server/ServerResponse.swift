/// What a client gets, and how it goes wrong on the way when a test wants that.
///
///     ServerResponse(json: Array("[]".utf8))
///     ServerResponse(status: 404, text: "no such page")
package struct ServerResponse: Sendable {
    /// Ways in which a connection lets its client down.
    package enum Misbehavior: Sendable {
        /// Half of the body under a Content-Length that agrees: sound HTTP, broken content.
        case truncate
        /// The whole Content-Length, half of the body, then an orderly end.
        case short
        /// The whole Content-Length, half of the body, then a TCP reset.
        case reset
    }

    package var status: Int
    /// In the order sent; a name may come twice. Content-Length and Date are the server's own.
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]
    /// Wait before the answer, without holding a thread.
    package var delaySeconds: Double = 0
    package var misbehavior: Misbehavior?
    /// Bodies above 1 kB are packed for clients that take gzip, unless this is false.
    package var mayCompress = true

    package init(
        status: Int = 200, contentType: String = "application/octet-stream", body: [UInt8] = [],
        headers: [(name: String, value: String)] = []
    ) {
        self.status = status
        self.body = body
        self.headers = [("Content-Type", contentType)] + headers
    }

    package init(status: Int = 200, json: [UInt8], headers: [(name: String, value: String)] = []) {
        self.init(status: status, contentType: "application/json; charset=utf-8", body: json, headers: headers)
    }

    package init(status: Int = 200, text: String, headers: [(name: String, value: String)] = []) {
        self.init(status: status, contentType: "text/plain; charset=utf-8", body: Array(text.utf8), headers: headers)
    }

    package init(status: Int = 200, html: String, headers: [(name: String, value: String)] = []) {
        self.init(status: status, contentType: "text/html; charset=utf-8", body: Array(html.utf8), headers: headers)
    }
}
