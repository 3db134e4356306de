import JSON

/// How a tokenizer cuts a text into words: the `pre_tokenizer` of a tokenizer.json.
indirect enum PreTokenizer: Sendable {
    enum Prepending: String, Sendable { case always, first, never }

    case none
    case sequence([PreTokenizer])
    /// At white space, and around each sign of punctuation.
    case bert
    /// Runs of word characters and runs of other signs.
    case whitespace
    case whitespaceSplit
    case punctuation
    case digits(each: Bool)
    /// White space becomes a visible mark that begins the next word.
    case metaspace(Unicode.Scalar, Prepending, splits: Bool)
    /// Every byte becomes a visible letter; words begin with their space.
    case byteLevel(prefixSpace: Bool, splits: Bool)

    /// - Throws: `EmbeddingError` for a kind that is not known here.
    init(_ json: JSONValue?, at place: String) throws(EmbeddingError) {
        guard let json, let type = json["type"]?.string else {
            self = .none
            return
        }
        switch type {
        case "Sequence":
            var all: [PreTokenizer] = []
            for part in json["pretokenizers"]?.array ?? [] { all.append(try PreTokenizer(part, at: place)) }
            self = .sequence(all)
        case "BertPreTokenizer": self = .bert
        case "Whitespace": self = .whitespace
        case "WhitespaceSplit": self = .whitespaceSplit
        case "Punctuation" where (json["behavior"]?.string ?? "Isolated") == "Isolated": self = .punctuation
        case "Digits": self = .digits(each: json["individual_digits"]?.bool ?? false)
        case "Metaspace":
            let old: Prepending = json["add_prefix_space"]?.bool == false ? .never : .always
            let scheme = json["prepend_scheme"]?.string.flatMap(Prepending.init) ?? old
            self = .metaspace(
                json["replacement"]?.string?.unicodeScalars.first ?? "\u{2581}", scheme,
                splits: json["split"]?.bool ?? true)
        case "ByteLevel":
            self = .byteLevel(
                prefixSpace: json["add_prefix_space"]?.bool ?? true, splits: json["use_regex"]?.bool ?? true)
        default: throw EmbeddingError(.unsupported("the pre-tokenizer \"\(type)\""), at: place)
        }
    }

    /// - Parameter isFirst: whether `word` begins the text.
    func callAsFunction(_ word: [Unicode.Scalar], isFirst: Bool = true) -> [[Unicode.Scalar]] {
        switch self {
        case .none: word.isEmpty ? [] : [word]
        case .sequence(let all):
            all.reduce([word]) { words, cut in
                words.enumerated().flatMap { cut($1, isFirst: isFirst && $0 == 0) }
            }
        case .bert: runs(word) { $0.properties.isWhitespace ? .gap : $0.isPunctuation ? .single : .run(0) }
        case .whitespace: runs(word) { $0.properties.isWhitespace ? .gap : .run($0.isWordCharacter ? 0 : 1) }
        case .whitespaceSplit: runs(word) { $0.properties.isWhitespace ? .gap : .run(0) }
        case .punctuation: runs(word) { $0.isPunctuation ? .single : .run(0) }
        case .digits(let each):
            runs(word) { $0.properties.numericType == nil ? .run(0) : each ? .single : .run(1) }
        case .metaspace(let mark, let scheme, let splits):
            marked(word, mark, prepends: scheme == .always || scheme == .first && isFirst, splits: splits)
        case .byteLevel(let prefixSpace, let splits): ByteLevel.words(word, prefixSpace: prefixSpace, splits: splits)
        }
    }
}

private enum Kind: Equatable { case gap, single, run(Int) }

/// Neighbors of the same run stay together; gaps go.
private func runs(_ word: [Unicode.Scalar], _ kind: (Unicode.Scalar) -> Kind) -> [[Unicode.Scalar]] {
    var words: [[Unicode.Scalar]] = []
    var last = Kind.gap
    for scalar in word {
        let kind = kind(scalar)
        switch kind {
        case .gap: break
        case .run where kind == last: words[words.count - 1].append(scalar)
        default: words.append([scalar])
        }
        last = kind
    }
    return words
}

private func marked(_ word: [Unicode.Scalar], _ mark: Unicode.Scalar, prepends: Bool, splits: Bool) -> [[Unicode
    .Scalar]]
{
    guard !word.isEmpty else { return [] }
    var marked = word.map { $0 == " " ? mark : $0 }
    if prepends, marked.first != mark { marked.insert(mark, at: 0) }
    guard splits else { return [marked] }
    var words: [[Unicode.Scalar]] = []
    for scalar in marked {
        if scalar == mark || words.isEmpty { words.append([]) }
        words[words.count - 1].append(scalar)
    }
    return words
}

extension Unicode.Scalar {
    /// `\w` of Unicode's regular expressions (UTS 18, annex C).
    fileprivate var isWordCharacter: Bool {
        if properties.isAlphabetic || properties.isJoinControl { return true }
        return switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: true
        default: false
        }
    }
}
