import Foundation
import JSON

/// What a tokenizer does to a text before it is cut: the `normalizer` of a tokenizer.json.
indirect enum TextNormalizer: Sendable {
    case none
    case sequence([TextNormalizer])
    case lowercase
    case stripAccents
    case composed
    case decomposed
    case compatiblyComposed
    case compatiblyDecomposed
    case replace(String, with: String)
    case prepend(String)
    case strip(left: Bool, right: Bool)
    case bert(clean: Bool, spacesChinese: Bool, stripsAccents: Bool, lowercases: Bool)

    /// - Throws: `EmbeddingError` for a kind that is not known here.
    init(_ json: JSONValue?, at place: String) throws(EmbeddingError) {
        guard let json, let type = json["type"]?.string else {
            self = .none
            return
        }
        let flag = { (name: String, otherwise: Bool) in json[name]?.bool ?? otherwise }
        switch type {
        case "Sequence": self = .sequence(try normalizers(json["normalizers"], at: place))
        case "Lowercase": self = .lowercase
        case "StripAccents": self = .stripAccents
        case "NFC": self = .composed
        case "NFD": self = .decomposed
        case "NFKC": self = .compatiblyComposed
        case "NFKD": self = .compatiblyDecomposed
        case "Prepend": self = .prepend(json["prepend"]?.string ?? "")
        case "Strip": self = .strip(left: flag("strip_left", true), right: flag("strip_right", true))
        case "Replace":
            guard let pattern = json["pattern"]?["String"]?.string, !pattern.isEmpty else {
                throw EmbeddingError(.unsupported("a replacement by regular expression"), at: place)
            }
            self = .replace(pattern, with: json["content"]?.string ?? "")
        case "BertNormalizer":
            let lowercases = flag("lowercase", true)
            self = .bert(
                clean: flag("clean_text", true), spacesChinese: flag("handle_chinese_chars", true),
                stripsAccents: flag("strip_accents", lowercases), lowercases: lowercases)
        default: throw EmbeddingError(.unsupported("the normalizer \"\(type)\""), at: place)
        }
    }

    func callAsFunction(_ text: String) -> String {
        switch self {
        case .none: text
        case .sequence(let all): all.reduce(text) { $1($0) }
        case .lowercase: String(String.UnicodeScalarView(text.unicodeScalars.flatMap(\.lower)))
        case .stripAccents: String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isAccent }))
        case .composed: text.precomposedStringWithCanonicalMapping
        case .decomposed: text.decomposedStringWithCanonicalMapping
        case .compatiblyComposed: text.precomposedStringWithCompatibilityMapping
        case .compatiblyDecomposed: text.decomposedStringWithCompatibilityMapping
        case .replace(let pattern, let content):
            text.replacingOccurrences(of: pattern, with: content, options: .literal)
        case .prepend(let prefix): text.isEmpty ? text : prefix + text
        case .strip(let left, let right): Self.stripped(text, left: left, right: right)
        case .bert(let clean, let chinese, let accents, let lowercases):
            Self.bert(text, clean: clean, chinese: chinese, accents: accents, lowercases: lowercases)
        }
    }

    private static func stripped(_ text: String, left: Bool, right: Bool) -> String {
        var scalars = text.unicodeScalars[...]
        if left { scalars = scalars.drop { $0.properties.isWhitespace } }
        while right, let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func bert(_ text: String, clean: Bool, chinese: Bool, accents: Bool, lowercases: Bool) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !clean || !scalar.isRubbish {
            if chinese, scalar.isChinese {
                out += [" ", scalar, " "]
            } else {
                out.append(clean && scalar.properties.isWhitespace ? " " : scalar)
            }
        }
        if accents {
            out = String(out).decomposedStringWithCanonicalMapping.unicodeScalars
            out.removeAll(where: \.isAccent)
        }
        return lowercases ? TextNormalizer.lowercase(String(out)) : String(out)
    }
}

private func normalizers(_ json: JSONValue?, at place: String) throws(EmbeddingError) -> [TextNormalizer] {
    var all: [TextNormalizer] = []
    for part in json?.array ?? [] { all.append(try TextNormalizer(part, at: place)) }
    return all
}

extension Unicode.Scalar {
    fileprivate var lower: [Unicode.Scalar] { Array(properties.lowercaseMapping.unicodeScalars) }
    fileprivate var isAccent: Bool { properties.generalCategory == .nonspacingMark }

    /// What BERT's cleaning takes away: controls but tab and line ends, formats, private use, and two signs of damage.
    fileprivate var isRubbish: Bool {
        if value == 0 || value == 0xFFFD { return true }
        if value == 9 || value == 10 || value == 13 { return false }
        return [.control, .format, .privateUse].contains(properties.generalCategory)
    }

    /// The blocks that BERT calls Chinese.
    fileprivate var isChinese: Bool {
        switch value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F,
            0x2B920...0x2CEAF, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
            true
        default: false
        }
    }

    /// ASCII signs, and what Unicode calls punctuation.
    var isPunctuation: Bool {
        if value < 128 {
            return (33...47).contains(value) || (58...64).contains(value) || (91...96).contains(value)
                || (123...126).contains(value)
        }
        return switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            true
        default: false
        }
    }
}
