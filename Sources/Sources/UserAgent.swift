/// Who asks: one name for every server, with an address for its owner's complaints.
///
///     UserAgent.text(contact: "https://example.org/atlas")  → "HubAtlas/1 (https://example.org/atlas)"
///     UserAgent.text(contact: nil)                          → "HubAtlas/1 (no contact given)"
///
/// Source: the user-agent policy of the Wikimedia Foundation, the strictest of all that are asked.
package enum UserAgent {
    /// Whether such a text says whom to reach.
    package static func hasContact(_ text: String) -> Bool { !text.hasSuffix("(\(nobody))") }

    private static let nobody = "no contact given"

    package static func text(contact: String?) -> String {
        // A header holds printable ASCII only, and a closing bracket would end the comment.
        let safe = contact?.unicodeScalars.filter { $0.value > 32 && $0.value < 127 && $0 != "(" && $0 != ")" }
        let words = safe.map { String(String.UnicodeScalarView($0)) } ?? ""
        return "HubAtlas/1 (\(words.isEmpty ? nobody : words))"
    }
}
