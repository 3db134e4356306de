/// What is asked of a server.
///
///     HTTPRequest("https://huggingface.co/api/models?limit=10")
package struct HTTPRequest: Sendable {
    /// The methods that are used.
    package enum Method: String, Sendable {
        case get = "GET", head = "HEAD", post = "POST", put = "PUT", delete = "DELETE"
    }

    package var method: Method
    package var url: String
    package var headers: HTTPHeaders
    package var body: [UInt8]
    /// For the whole exchange, connecting and redirects included.
    package var timeoutSeconds: Double
    package var connectTimeoutSeconds: Double
    /// A longer body ends the exchange with an error.
    package var maxBodyBytes: Int
    /// Whether the server may pack the body. The answer holds it unpacked either way.
    package var acceptsGzip = true

    package init(
        _ url: String, method: Method = .get, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = [],
        timeoutSeconds: Double = 120, connectTimeoutSeconds: Double = 20, maxBodyBytes: Int = 256 << 20
    ) {
        self.url = url
        self.method = method
        self.headers = headers
        self.body = body
        self.timeoutSeconds = timeoutSeconds
        self.connectTimeoutSeconds = connectTimeoutSeconds
        self.maxBodyBytes = maxBodyBytes
    }
}

/// Status and headers of an answer, known before its body is.
struct HTTPHead {
    var status: Int
    var headers = HTTPHeaders()
}

/// What a server answered, whatever the status.
package struct HTTPResponse: Equatable, Sendable {
    package var status: Int
    package var headers: HTTPHeaders
    /// Unpacked where it came packed.
    package var body: [UInt8]
    /// Where the answer came from, after redirects.
    package var url: String

    package init(status: Int, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = [], url: String) {
        self.status = status
        self.headers = headers
        self.body = body
        self.url = url
    }
}

/// Header fields in the order sent; names compare without case.
///
///     let headers: HTTPHeaders = ["Retry-After": "3"]
///     headers["retry-after"] → "3"
package struct HTTPHeaders: Equatable, Sendable, ExpressibleByDictionaryLiteral {
    /// One line of a head.
    package struct Field: Equatable, Sendable {
        package var name: String
        package var value: String
    }

    package private(set) var fields: [Field] = []

    package init() {}

    package init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { add(name, value) }
    }

    /// The first value of that name; setting replaces all of them, nil removes them.
    package subscript(name: String) -> String? {
        get { all(name).first }
        set {
            fields.removeAll { matches($0.name, name) }
            if let newValue { add(name, newValue) }
        }
    }

    /// Every value of that name.
    package func all(_ name: String) -> [String] { fields.filter { matches($0.name, name) }.map(\.value) }

    /// Another field; one of the same name stays.
    package mutating func add(_ name: String, _ value: String) { fields.append(Field(name: name, value: value)) }
}

/// Header names are ASCII, so bytes compared with bit 5 set are enough.
private func matches(_ a: String, _ b: String) -> Bool {
    a.utf8.count == b.utf8.count && zip(a.utf8, b.utf8).allSatisfy { lowercased($0) == lowercased($1) }
}

private func lowercased(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 32 : byte }
