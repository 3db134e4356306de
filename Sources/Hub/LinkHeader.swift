/// Reads the `Link` header (RFC 8288).
///
///     LinkHeader.next(in: [#"<https://h/api?cursor=a>; rel="next", <https://h/api>; rel=first"#]) → "https://h/api?cursor=a"
///     LinkHeader.next(in: [#"<https://h/api>; title="a, b; rel=next"; rel="prev""#])               → nil
package enum LinkHeader {
    /// The target of the first link whose relations name "next"; `values` are the header's values, one or several.
    package static func next(in values: [String]) -> String? {
        for value in values {
            var reader = LinkReader(Array(value.utf8))
            while let link = reader.link() {
                if link.relations.contains("next") { return link.target }
            }
        }
        return nil
    }
}

private struct LinkReader {
    struct Link {
        var target: String
        var relations: [String] = []
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// The next link; nil at the end, or where what follows is none.
    mutating func link() -> Link? {
        skip { $0 == 32 || $0 == 9 || $0 == UInt8(ascii: ",") }
        guard byte == UInt8(ascii: "<") else { return nil }
        position += 1
        var link = Link(target: take { $0 != UInt8(ascii: ">") })
        guard byte != nil else { return nil }
        position += 1
        while let (name, value) = parameter() {
            // Only the first "rel" counts; its value may be several relations.
            if name == "rel", link.relations.isEmpty {
                link.relations = value.lowercased().split(separator: " ").map(String.init)
            }
        }
        return link
    }

    private mutating func parameter() -> (name: String, value: String)? {
        skipSpace()
        guard byte == UInt8(ascii: ";") else { return nil }
        position += 1
        skipSpace()
        let name = take { !" \t=;,".utf8.contains($0) }.lowercased()
        skipSpace()
        guard byte == UInt8(ascii: "=") else { return (name, "") }
        position += 1
        skipSpace()
        return (name, byte == UInt8(ascii: "\"") ? quoted() : take { !" \t;,".utf8.contains($0) })
    }

    private mutating func quoted() -> String {
        var out: [UInt8] = []
        position += 1
        while let byte, byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\"), position + 1 < bytes.count { position += 1 }
            out.append(bytes[position])
            position += 1
        }
        position += 1
        return String(decoding: out, as: UTF8.self)
    }

    private mutating func skipSpace() { skip { $0 == 32 || $0 == 9 } }

    private mutating func skip(_ condition: (UInt8) -> Bool) { while let byte, condition(byte) { position += 1 } }

    private mutating func take(_ condition: (UInt8) -> Bool) -> String {
        let start = position
        skip(condition)
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }
}
