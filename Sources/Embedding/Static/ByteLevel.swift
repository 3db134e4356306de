/// Words as GPT-2 cuts them, every byte as a letter that can be seen (Radford and others 2019, `bytes_to_unicode`).
///
///     " new" → "Ġnew"
enum ByteLevel {
    /// The letter of each byte: printable ones stand for themselves, the others come from 256 on.
    static let letters: [Unicode.Scalar] = {
        var next: UInt32 = 256
        return (0..<256).map { byte in
            if (33...126).contains(byte) || (161...172).contains(byte) || (174...255).contains(byte) {
                return Unicode.Scalar(UInt8(byte))
            }
            defer { next += 1 }
            return Unicode.Scalar(next)!
        }
    }()

    static func words(_ text: [Unicode.Scalar], prefixSpace: Bool, splits: Bool) -> [[Unicode.Scalar]] {
        guard !text.isEmpty else { return [] }
        let text = prefixSpace && !text[0].properties.isWhitespace ? [" "] + text : text
        return (splits ? cut(text) : [text]).map { word in word.flatMap { UTF8.encode($0)!.map { letters[Int($0)] } } }
    }

    /// `'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`
    private static func cut(_ text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        var words: [[Unicode.Scalar]] = []
        var start = 0
        while start < text.count {
            let end = contraction(text, start) ?? run(text, start) ?? spaces(text, start)
            words.append(Array(text[start..<end]))
            start = end
        }
        return words
    }

    private static func contraction(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
        guard text[start] == "'" else { return nil }
        for end in ["s", "t", "re", "ve", "m", "ll", "d"].map({ Array($0.unicodeScalars) })
        where text[(start + 1)...].starts(with: end) {
            return start + 1 + end.count
        }
        return nil
    }

    /// An optional space, then letters, numbers, or other signs.
    private static func run(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
        let first = text[start] == " " && start + 1 < text.count ? start + 1 : start
        guard let kind = kind(text[first]) else { return nil }
        return text[first...].firstIndex { self.kind($0) != kind } ?? text.count
    }

    /// White space; before a word its last one is left to the word.
    private static func spaces(_ text: [Unicode.Scalar], _ start: Int) -> Int {
        guard let end = text[start...].firstIndex(where: { !$0.properties.isWhitespace }) else { return text.count }
        return end - start > 1 ? end - 1 : end
    }

    /// nil for white space.
    private static func kind(_ scalar: Unicode.Scalar) -> Int? {
        if scalar.properties.isWhitespace { return nil }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: 0
        case .decimalNumber, .letterNumber, .otherNumber: 1
        default: 2
        }
    }
}
