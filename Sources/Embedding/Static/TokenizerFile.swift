import JSON

/// A tokenizer.json of the `tokenizers` library, as far as static embeddings use it.
///
///     let tokenizer = try TokenizerFile("DIR/tokenizer.json")
///     tokenizer.numbers(of: "Speech recognition") → [6041, 5038]
///
/// What it asks for and is not known here is refused by its name. No tokens are put around a text.
struct TokenizerFile: Sendable {
    private enum Model: Sendable {
        case wordPiece(WordPiece)
        case bytePairs(BytePairs)
        case unigrams(Unigrams)
    }

    /// Dropped from what is embedded.
    let unknown: Int?
    /// Half of the tokens are not longer, counted as Python does.
    let medianLength: Int
    let count: Int
    private let normalizer: TextNormalizer
    private let preTokenizer: PreTokenizer
    private let model: Model
    /// Found in the text before it is cut: as they are, or in the normalized text.
    private let added: [(text: [Unicode.Scalar], number: Int, isNormalized: Bool)]

    /// - Throws: `EmbeddingError`.
    init(_ path: String) throws(EmbeddingError) {
        let json = try readObject(path)
        guard let model = json["model"] else { throw EmbeddingError(.damaged("it has no \"model\""), at: path) }
        normalizer = try TextNormalizer(json["normalizer"], at: path)
        preTokenizer = try PreTokenizer(json["pre_tokenizer"], at: path)
        var vocabulary: [String: Int] = [:]
        for (text, number) in model["vocab"]?.object ?? [:] { vocabulary[text] = number.integer }
        let stated = model["unk_token"]?.string.flatMap { vocabulary[$0] }
        switch model["type"]?.string ?? "" {
        case "WordPiece": self.model = .wordPiece(WordPiece(model, vocabulary, unknown: stated))
        case "BPE": self.model = .bytePairs(try BytePairs(model, vocabulary, unknown: stated, at: path))
        case "Unigram":
            self.model = .unigrams(try Unigrams(model, at: path))
            for (number, entry) in (model["vocab"]?.array ?? []).enumerated() {
                if let text = entry.array?.first?.string { vocabulary[text] = number }
            }
        case let type: throw EmbeddingError(.unsupported("the tokenizer's model \"\(type)\""), at: path)
        }
        unknown = model["type"]?.string == "Unigram" ? model["unk_id"]?.integer : stated
        added = try Self.added(json["added_tokens"], at: path)
        for token in added { vocabulary[String(String.UnicodeScalarView(token.text))] = token.number }
        count = vocabulary.count
        medianLength = Self.median(vocabulary.keys.map { $0.unicodeScalars.count })
    }

    /// The numbers of a text's tokens, at most so many.
    func numbers(of text: String, limit: Int = .max) -> [Int] {
        var out: [Int] = []
        for (part, number, isFirst) in split(Array(text.unicodeScalars), normalized: false) {
            if let number { out.append(number) }
            let normal = Array(normalizer(String(String.UnicodeScalarView(part))).unicodeScalars)
            for (piece, number, isFirstHere) in split(normal, normalized: true) {
                if let number { out.append(number) }
                for word in preTokenizer(piece, isFirst: isFirst && isFirstHere) { out += pieces(of: word) }
            }
        }
        return Array(out.prefix(limit))
    }

    private func pieces(of word: [Unicode.Scalar]) -> [Int] {
        switch model {
        case .wordPiece(let model): model(word)
        case .bytePairs(let model): model(word)
        case .unigrams(let model): model(word)
        }
    }

    /// The text between added tokens; `number` is the added token in front of a part.
    private func split(
        _ text: [Unicode.Scalar], normalized: Bool
    ) -> [(part: [Unicode.Scalar], number: Int?, isFirst: Bool)] {
        let tokens = added.filter { $0.isNormalized == normalized }
        var parts: [(part: [Unicode.Scalar], number: Int?, isFirst: Bool)] = [([], nil, true)]
        var place = 0
        while place < text.count {
            let here = tokens.filter { text[place...].starts(with: $0.text) }.max { $0.text.count < $1.text.count }
            if let here {
                parts.append(([], here.number, false))
                place += here.text.count
            } else {
                parts[parts.count - 1].part.append(text[place])
                place += 1
            }
        }
        return parts
    }

    private static func added(
        _ json: JSONValue?, at path: String
    ) throws(EmbeddingError) -> [(text: [Unicode.Scalar], number: Int, isNormalized: Bool)] {
        var all: [(text: [Unicode.Scalar], number: Int, isNormalized: Bool)] = []
        for entry in json?.array ?? [] {
            guard let text = entry["content"]?.string, !text.isEmpty, let number = entry["id"]?.integer else {
                throw EmbeddingError(.damaged("an added token"), at: path)
            }
            for option in ["single_word", "lstrip", "rstrip"] where entry[option]?.bool == true {
                throw EmbeddingError(.unsupported("the added token \"\(text)\" with \(option)"), at: path)
            }
            all.append((Array(text.unicodeScalars), number, entry["normalized"]?.bool ?? false))
        }
        return all
    }

    /// The middle one, or the mean of the two in the middle, rounded down.
    private static func median(_ lengths: [Int]) -> Int {
        let sorted = lengths.sorted()
        guard !sorted.isEmpty else { return 1 }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
