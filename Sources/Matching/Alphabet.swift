/// What bytes are to the matcher: case is folded, space, hyphen, underscore and line ends are one and the same.
///
///     Alphabet.classes(of: "Llama-3.1") == Alphabet.classes(of: "llama 3.1") → true
///
/// A token ends where neither a letter nor a digit goes on. Signs and letters of scripts that write without spaces
/// (Chinese, Japanese, …) end one too; accented Latin, Greek, Cyrillic and other letters of two bytes do not.
enum Alphabet {
    static let separator: UInt8 = 0
    static let sign: UInt8 = 1
    /// First byte of a letter beyond ASCII that is a part of a word.
    static let letterLead: UInt8 = 2
    /// Byte of a letter or sign behind its first.
    static let continuation: UInt8 = 3
    static let firstLetter: UInt8 = 4
    static let firstDigit: UInt8 = firstLetter + 26
    static let firstUsedSign: UInt8 = firstDigit + 10
    /// Signs that names hold, told from each other and from the rest.
    static let usedSigns = Array("./+:&'".utf8)
    static let count = Int(firstUsedSign) + usedSigns.count

    /// The class of every byte.
    static let ofByte: [UInt8] = (0...255).map { classify(UInt8($0)) }

    static func classes(of text: String) -> [UInt8] { text.utf8.map { ofByte[Int($0)] } }

    static func isDigit(_ kind: UInt8) -> Bool { kind >= firstDigit && kind < firstUsedSign }

    /// Whether a token goes on with it.
    static func isWord(_ kind: UInt8) -> Bool { kind >= letterLead && kind != continuation && kind < firstUsedSign }

    /// Whether a token can begin behind it.
    static func isBoundary(_ kind: UInt8) -> Bool { kind <= sign || kind >= firstUsedSign }

    /// 3 where a hyphen or dash beyond ASCII stands (U+2010 to U+2015; "GPT‑5" is often set with one), else 0.
    static func hyphenBytes(_ text: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
        guard i + 2 < text.count, text[i] == 0xE2, text[i + 1] == 0x80 else { return 0 }
        return (0x90...0x95).contains(text[i + 2]) ? 3 : 0
    }

    private static func classify(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"), 9, 10, 13: return separator
        case UInt8(ascii: "a")...UInt8(ascii: "z"): return firstLetter + byte - UInt8(ascii: "a")
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): return firstLetter + byte - UInt8(ascii: "A")
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return firstDigit + byte - UInt8(ascii: "0")
        case 0x80...0xBF: return continuation
        // U+0080 to U+00BF are signs and spaces; from U+2000 on come signs, and scripts without spaces.
        case 0xC3...0xE1: return letterLead
        default: return usedSigns.firstIndex(of: byte).map { firstUsedSign + UInt8($0) } ?? sign
        }
    }
}
