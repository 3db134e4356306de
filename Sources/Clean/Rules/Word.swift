import Core

/// Texts that are one word of a list of words.
enum Word {
    /// Whether a text can stand as a word: at most 100 bytes, no space, nothing invisible, no mark-up.
    ///
    ///     Word.isSimple("stable-baselines3") → true
    ///     Word.isSimple("my library")        → false
    static func isSimple(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            (1...100).contains(bytes.count)
                && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "@") }
        } && text.isVisible
    }
}
