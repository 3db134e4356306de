/// The part of an address behind "?" (RFC 3986, 3.4).
///
///     QueryString([("search", "a b"), ("filter", "license:mit")]).text → "search=a%20b&filter=license%3Amit"
///     QueryString("expand=likes&expand%5B%5D=tags").items → [("expand", "likes"), ("expand[]", "tags")]
package struct QueryString: Sendable {
    package var items: [(name: String, value: String)]

    package init(_ items: [(name: String, value: String)]) { self.items = items }

    package init(_ text: some StringProtocol) {
        items = text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (decoded(parts[0]), parts.count > 1 ? decoded(parts[1]) : "")
        }
    }

    package var text: String {
        items.map { "\(QueryString.encode($0.name))=\(QueryString.encode($0.value))" }.joined(separator: "&")
    }

    /// Everything but unreserved characters as `%XX`, so that a value can be no more than a value.
    package static func encode(_ text: String, keeping kept: String = "") -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var out: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: out.append(byte)
            case _ where kept.utf8.contains(byte): out.append(byte)
            default: out += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

private func decoded(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
        if bytes[i] == 37, i + 2 < bytes.count,
            let value = UInt8(String(decoding: bytes[i + 1...i + 2], as: UTF8.self), radix: 16)
        {
            out.append(value)
            i += 3
        } else {
            out.append(bytes[i] == 43 ? 32 : bytes[i])
            i += 1
        }
    }
    return String(decoding: out, as: UTF8.self)
}
