private import Foundation

/// Names as keys: letters and digits in small letters without accents, everything else a single space.
///
///     folded("  Zürich ")      → "zurich"
///     folded("Xi’an")          → "xian"
///     folded("U.S.A.")         → "usa"
///     folded("Tel Aviv-Yafo")  → "tel aviv yafo"
func folded(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var isSpaceDue = false
    for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
        switch scalar.properties.generalCategory {
        // A dot or an apostrophe inside of a name parts nothing: "U.S.", "Xi'an".
        case .nonspacingMark, .format: continue
        case _ where dropped.contains(scalar): continue
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
            if isSpaceDue, !out.isEmpty { out.append(" ") }
            isSpaceDue = false
            let lower = scalar.properties.lowercaseMapping
            out.append(contentsOf: (spelledOut[lower] ?? lower).unicodeScalars)
        default: isSpaceDue = true
        }
    }
    return String(out).precomposedStringWithCanonicalMapping
}

private let dropped: Set<Unicode.Scalar> = [".", "'", "’", "‘", "ʻ", "ʼ", "`"]

/// Letters that Unicode does not decompose, though people type them with others.
private let spelledOut = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ħ": "h",
]
