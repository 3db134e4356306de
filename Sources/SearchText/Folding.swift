private import Foundation

/// Text without what readers do not type alike: compatibility forms, accents, invisible marks, case.
///
///     Folding.scalars("Café Ⅳ")  → "Cafe IV"      marks dropped, case kept: capitals still tell where words begin
///     Folding.scalars("Всё")     → "Все"
///     Folding.scalars("ﾊﾟ")       → "パ"           voicing marks of kana make another letter and stay
///     Folding.lower("ß")         → "ss"
///
/// Unicode's own tables only, no locale: `assets/js/search/text.js` does the same with `normalize`, and
/// `Tests/Fixtures/tokens.json` holds the two together. Source: UAX #15 (NFKD, NFC), general categories Mn and Cf.
enum Folding {
    /// Appends the scalars of a text, decomposed (NFKD), without Mn and Cf, composed again (NFC).
    static func append(_ text: String, to scalars: inout [UInt32]) {
        var text = text
        let isASCII = text.withUTF8 { bytes in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
            for byte in bytes { scalars.append(UInt32(byte)) }
            return true
        }
        if !isASCII { for scalar in plain(text).unicodeScalars { scalars.append(scalar.value) } }
    }

    static func plain(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars where !isDropped(scalar) {
            kept.append(scalar)
        }
        return String(kept).precomposedStringWithCanonicalMapping
    }

    /// Writes the small letters of one scalar as UTF-8; nothing is written when they would pass `limit` bytes.
    ///
    /// - Returns: whether they were written.
    static func appendLower(_ scalar: UInt32, to bytes: inout [UInt8], limit: Int) -> Bool {
        if scalar < 0x80 {
            guard bytes.count < limit else { return false }
            let isUpper = (0x41...0x5A).contains(scalar)
            bytes.append(UInt8(isUpper ? scalar + 32 : scalar))
            return true
        }
        let lower = Unicode.Scalar(scalar)!.properties.lowercaseMapping
        let text = spelledOut[lower] ?? lower
        guard bytes.count + text.utf8.count <= limit else { return false }
        bytes.append(contentsOf: text.utf8)
        return true
    }
}

extension Folding {
    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value == 0x3099 || scalar.value == 0x309A { return false }
        let category = scalar.properties.generalCategory
        return category == .nonspacingMark || category == .format
    }

    /// Letters that Unicode does not decompose, though readers type them with others.
    private static let spelledOut = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ħ": "h",
        "ς": "σ",
    ]
}
