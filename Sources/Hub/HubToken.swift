import Core

/// The secret that names the caller to the Hub. It never shows itself in text.
///
///     HubToken("hf_abc")!.description → "a token"
package struct HubToken: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    let secret: String

    /// Nil for an empty text and for one that no header could carry.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else { return nil }
        secret = text
    }

    package var description: String { "a token" }
    package var debugDescription: String { "a token" }
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// From `HF_TOKEN` of the environment, else from the line `HF_TOKEN=…` of the file; nil when neither has one.
    ///
    /// - Throws: `HubError.badToken` for one with spaces or other strange characters.
    package static func find(environment: [String: String], file: String = ".env") throws -> HubToken? {
        if let text = environment["HF_TOKEN"], !text.isEmpty { return try checked(text, "HF_TOKEN of the environment") }
        guard Files.exists(file) else { return nil }
        let lines = String(decoding: try Files.read(file, limit: 1 << 20), as: UTF8.self).split(
            whereSeparator: \.isNewline)
        for line in lines {
            if let text = value(of: line), !text.isEmpty { return try checked(text, file) }
        }
        return nil
    }

    private static func checked(_ text: String, _ place: String) throws -> HubToken {
        guard let token = HubToken(text) else {
            throw HubError(.badToken("the token holds a character that no token has"), at: place)
        }
        return token
    }

    /// `export HF_TOKEN="hf_abc"  # mine` → "hf_abc"
    private static func value(of line: Substring) -> String? {
        var rest = line.drop(while: \.isWhitespace)
        if rest.hasPrefix("export ") { rest = rest.dropFirst(7).drop(while: \.isWhitespace) }
        guard rest.hasPrefix("HF_TOKEN") else { return nil }
        rest = rest.dropFirst(8).drop(while: \.isWhitespace)
        guard rest.first == "=" else { return nil }
        rest = rest.dropFirst().drop(while: \.isWhitespace)
        if let quote = rest.first, quote == "\"" || quote == "'" {
            return String(rest.dropFirst().prefix { $0 != quote })
        }
        return String(rest.prefix { !$0.isWhitespace })
    }
}
