import JSON

/// Words into the longest pieces that the vocabulary has, from the left (Schuster and Nakajima 2012, as BERT has it).
///
///     "tokenizer" → "token" "##izer"
struct WordPiece: Sendable {
    private let vocabulary: [String: Int]
    private let prefix: String
    private let unknown: Int?
    private let longestWord: Int

    init(_ json: JSONValue, _ vocabulary: [String: Int], unknown: Int?) {
        self.vocabulary = vocabulary
        self.unknown = unknown
        prefix = json["continuing_subword_prefix"]?.string ?? "##"
        longestWord = json["max_input_chars_per_word"]?.integer ?? 100
    }

    func callAsFunction(_ word: [Unicode.Scalar]) -> [Int] {
        guard word.count <= longestWord else { return unknown.map { [$0] } ?? [] }
        var pieces: [Int] = []
        var start = 0
        while start < word.count {
            guard let (piece, end) = longest(word, from: start) else { return unknown.map { [$0] } ?? [] }
            pieces.append(piece)
            start = end
        }
        return pieces
    }

    private func longest(_ word: [Unicode.Scalar], from start: Int) -> (piece: Int, end: Int)? {
        for end in stride(from: word.count, to: start, by: -1) {
            let text = String(String.UnicodeScalarView(word[start..<end]))
            if let piece = vocabulary[start > 0 ? prefix + text : text] { return (piece, end) }
        }
        return nil
    }
}
