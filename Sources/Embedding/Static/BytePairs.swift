import JSON

/// Words from their letters by merging pairs, the pair that was learned first always first (Sennrich and others 2016).
struct BytePairs: Sendable {
    private struct Pair: Hashable { var left, right: String }

    private let vocabulary: [String: Int]
    private let ranks: [Pair: Int]
    private let unknown: Int?
    private let continuing: String
    private let ending: String
    private let fusesUnknown: Bool
    private let fallsBackToBytes: Bool
    private let ignoresMerges: Bool

    init(_ json: JSONValue, _ vocabulary: [String: Int], unknown: Int?, at place: String) throws(EmbeddingError) {
        self.vocabulary = vocabulary
        self.unknown = unknown
        continuing = json["continuing_subword_prefix"]?.string ?? ""
        ending = json["end_of_word_suffix"]?.string ?? ""
        fusesUnknown = json["fuse_unk"]?.bool ?? false
        fallsBackToBytes = json["byte_fallback"]?.bool ?? false
        ignoresMerges = json["ignore_merges"]?.bool ?? false
        var ranks: [Pair: Int] = [:]
        for (rank, merge) in (json["merges"]?.array ?? []).enumerated() {
            // Either a list of two or, before tokenizers 0.20, a text with a space between.
            let pair =
                merge.array?.compactMap(\.string)
                ?? merge.string?.split(separator: " ", omittingEmptySubsequences: false).map { String($0) } ?? []
            guard pair.count == 2 else { throw EmbeddingError(.damaged("merge \(rank)"), at: place) }
            ranks[Pair(left: pair[0], right: pair[1])] = rank
        }
        self.ranks = ranks
    }

    func callAsFunction(_ word: [Unicode.Scalar]) -> [Int] {
        if ignoresMerges, let whole = vocabulary[String(String.UnicodeScalarView(word))] { return [whole] }
        var parts = letters(word)
        while let (rank, place) = best(parts) {
            _ = rank
            let right = parts[place + 1]
            parts[place] += continuing.isEmpty ? right : String(right.dropFirst(continuing.count))
            parts.remove(at: place + 1)
        }
        return numbers(parts)
    }

    private func letters(_ word: [Unicode.Scalar]) -> [String] {
        word.enumerated().flatMap { i, scalar -> [String] in
            let text = (i > 0 ? continuing : "") + String(scalar) + (i == word.count - 1 ? ending : "")
            guard vocabulary[text] == nil, fallsBackToBytes else { return [text] }
            let bytes = text.utf8.map(byteName)
            return bytes.allSatisfy { vocabulary[$0] != nil } ? bytes : [text]
        }
    }

    /// The neighbors that were learned first; of equal ones those on the left.
    private func best(_ parts: [String]) -> (rank: Int, place: Int)? {
        guard parts.count > 1 else { return nil }
        return (0..<parts.count - 1).compactMap { place in
            ranks[Pair(left: parts[place], right: parts[place + 1])].map { ($0, place) }
        }.min { $0 < $1 }
    }

    private func numbers(_ parts: [String]) -> [Int] {
        var out: [Int] = []
        var wasUnknown = false
        for part in parts {
            if let number = vocabulary[part] {
                out.append(number)
                wasUnknown = false
            } else if let unknown {
                if !wasUnknown || !fusesUnknown { out.append(unknown) }
                wasUnknown = true
            }
        }
        return out
    }
}

/// "<0x0A>"
func byteName(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "<0x\(digits.count < 2 ? "0" : "")\(digits)>"
}
