import JSON

/// Words into the pieces that are together the likeliest (Kudo 2018), by Viterbi's algorithm.
struct Unigrams: Sendable {
    private let scores: [String: (number: Int, score: Double)]
    private let longest: Int
    private let unknown: Int?
    private let unknownScore: Double
    private let fallsBackToBytes: Bool

    init(_ json: JSONValue, at place: String) throws(EmbeddingError) {
        var scores: [String: (number: Int, score: Double)] = [:]
        var longest = 0
        for (number, entry) in (json["vocab"]?.array ?? []).enumerated() {
            guard let pair = entry.array, pair.count == 2, let text = pair[0].string, let score = pair[1].number else {
                throw EmbeddingError(.damaged("piece \(number)"), at: place)
            }
            scores[text] = (number, score)
            longest = max(longest, text.unicodeScalars.count)
        }
        (self.scores, self.longest) = (scores, longest)
        unknown = json["unk_id"]?.integer
        unknownScore = (scores.values.map(\.score).min() ?? 0) - 10
        fallsBackToBytes = json["byte_fallback"]?.bool ?? false
    }

    func callAsFunction(_ word: [Unicode.Scalar]) -> [Int] {
        // Of each place the best way there: its score, where its last piece begins, and the piece, nil for an unknown letter.
        var best = [(score: Double, start: Int, piece: Int?)?](repeating: nil, count: word.count + 1)
        best[0] = (0, 0, nil)
        for start in word.indices {
            guard let here = best[start]?.score else { continue }
            let take = { (end: Int, score: Double, piece: Int?) in
                if best[end].map({ score > $0.score }) ?? true { best[end] = (score, start, piece) }
            }
            var hasLetter = false
            for end in start + 1...min(word.count, start + max(1, longest)) {
                guard let known = scores[String(String.UnicodeScalarView(word[start..<end]))] else { continue }
                take(end, here + known.score, known.number)
                if end == start + 1 { hasLetter = true }
            }
            if !hasLetter { take(start + 1, here + unknownScore, nil) }
        }
        return pieces(word, best)
    }

    /// Neighbors that are unknown are one unknown piece.
    private func pieces(_ word: [Unicode.Scalar], _ best: [(score: Double, start: Int, piece: Int?)?]) -> [Int] {
        var spans: [(range: Range<Int>, piece: Int?)] = []
        var end = word.count
        while end > 0, let step = best[end] {
            if step.piece == nil, let last = spans.last, last.piece == nil {
                spans[spans.count - 1].range = step.start..<last.range.upperBound
            } else {
                spans.append((step.start..<end, step.piece))
            }
            end = step.start
        }
        return spans.reversed().flatMap { span -> [Int] in
            if let piece = span.piece { return [piece] }
            let bytes = String(String.UnicodeScalarView(word[span.range])).utf8.map { scores[byteName($0)]?.number }
            if fallsBackToBytes, bytes.allSatisfy({ $0 != nil }) { return bytes.compactMap { $0 } }
            return unknown.map { [$0] } ?? []
        }
    }
}
