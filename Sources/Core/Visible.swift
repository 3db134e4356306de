extension String {
    /// Whether all of the text can be seen: nothing that moves a cursor, turns the direction of writing, or has no width.
    ///
    ///     "text-generation".isVisible → true
    ///     "safe\u{202E}exe".isVisible → false
    package var isVisible: Bool { unicodeScalars.allSatisfy(\.isVisible) }

    /// The text with U+FFFD in place of what cannot be seen.
    package var visible: String {
        isVisible ? self : String(String.UnicodeScalarView(unicodeScalars.map { $0.isVisible ? $0 : "\u{FFFD}" }))
    }
}

extension String {
    /// The text without a secret that it may repeat.
    ///
    ///     "no such token: abc".masking("abc") → "no such token: …"
    package func masking(_ secret: String?) -> String {
        guard let secret, !secret.isEmpty else { return self }
        return split(separator: secret, omittingEmptySubsequences: false).joined(separator: "…")
    }
}

extension Unicode.Scalar {
    fileprivate var isVisible: Bool {
        if isASCII { return (32..<127).contains(value) }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }
}
