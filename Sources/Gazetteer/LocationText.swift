/// A location as people write it, cut into alternatives, each into parts.
///
///     LocationText("Paris / Remote").alternatives   → [["paris"], ["remote"]]
///     LocationText("Kyoto (京都), Japan").alternatives → [["kyoto", "京都", "japan"]]
///     LocationText("94107 San Francisco").alternatives → [["san francisco"]]
struct LocationText {
    private static let maxScalars = 200
    private static let between: Set<Unicode.Scalar> = [
        "/", "|", "&", ";", "•", "·", "+", "\n", "→", "⇄", "↔", "、", "\\",
    ]
    private static let inside: Set<Unicode.Scalar> = [",", "(", ")", "[", "]", "–", "—", "，", ":"]

    /// Folded parts; no empty ones.
    var alternatives: [[String]]
    /// The same when nothing but commas parts it: "Trinidad & Tobago" is one place.
    var whole: [String]

    init(_ text: String) {
        // What is longer is no location.
        let scalars = text.unicodeScalars.count > Self.maxScalars ? [] : Array(text.unicodeScalars)
        whole = Self.parts(scalars)
        alternatives = scalars.split(whereSeparator: Self.between.contains).flatMap { Self.joined(Array($0)) }
            .filter { !$0.isEmpty }
    }

    /// "London and Berlin", "Paris or Remote".
    private static func joined(_ scalars: [Unicode.Scalar]) -> [[String]] {
        var groups: [[String]] = [[]]
        for part in parts(scalars) {
            var words: [Substring] = []
            for word in part.split(separator: " ") {
                if ["and", "or", "und", "et"].contains(word) {
                    if !words.isEmpty { groups[groups.count - 1].append(words.joined(separator: " ")) }
                    words = []
                    groups.append([])
                } else {
                    words.append(word)
                }
            }
            if !words.isEmpty { groups[groups.count - 1].append(words.joined(separator: " ")) }
        }
        return groups
    }

    private static func parts(_ scalars: [Unicode.Scalar]) -> [String] {
        let text = String(String.UnicodeScalarView(scalars))
        // A hyphen parts only with spaces around it: "Paris - France", but "Gif-sur-Yvette".
        return text.split(separator: " - ").flatMap { piece in
            piece.unicodeScalars.split(whereSeparator: inside.contains).map { withoutNumbers(folded(String($0))) }
        }.filter { !$0.isEmpty }
    }

    /// Postal codes and house numbers say nothing here.
    private static func withoutNumbers(_ part: String) -> String {
        part.split(separator: " ").filter { word in
            !word.unicodeScalars.contains { $0.properties.generalCategory == .decimalNumber }
        }.joined(separator: " ")
    }
}
