/// What a reader typed, as words to look up.
///
///     QueryText("meta-llama/Llama 3.1 instr")
///     → words   meta, llama, llama, 3.1, instr
///       joins   metallama (0), llamallama (1), llama3.1 (2), 3.1instr (3)
///       owner   "@meta-llama"          what stands before a slash may be a whole owner
///       isOpen  true                   the last word may go on
///
/// The same rules in `assets/js/search/text.js`. Chinese, Japanese and Korean come as pairs of characters, a single one
/// where it stands alone. More than 24 words or 1,000 characters are cut, and `isCut` says so.
package struct QueryText: Equatable, Sendable {
    package struct Word: Equatable, Sendable {
        package var text: String
        /// The words inside, where there are several: "gpt", "2" of "gpt2".
        package var pieces: [String] = []
    }

    /// Two neighbors as one word: "whisper" and "small" may be written "whispersmall".
    package struct Join: Equatable, Sendable {
        /// Index of the first of the two.
        package var first: Int
        package var text: String
    }

    package static let mostWords = 24
    package static let mostCharacters = 1_000

    package private(set) var words: [Word] = []
    package private(set) var joins: [Join] = []
    package private(set) var owner: String?
    package private(set) var isOpen = false
    package private(set) var isCut = false

    package init(_ text: String) {
        var tokenizer = Tokenizer()
        let kept = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.mostCharacters)))
        isCut = kept.unicodeScalars.count < text.unicodeScalars.count
        tokenizer.load(kept)
        var before: Chunk?
        for chunk in tokenizer.chunks {
            guard words.count < Self.mostWords else {
                isCut = true
                break
            }
            if chunk.isIdeographic {
                appendPairs(of: chunk, tokenizer.scalars)
            } else {
                appendWord(of: chunk, &tokenizer, after: before)
            }
            before = chunk.isIdeographic ? nil : chunk
        }
        isOpen = !isCut && tokenizer.chunks.last.map { $0.end == tokenizer.scalars.count } ?? false
        owner = Self.owner(in: kept)
    }
}

extension QueryText {
    private mutating func appendWord(of chunk: Chunk, _ tokenizer: inout Tokenizer, after before: Chunk?) {
        let pieces = tokenizer.pieces(of: chunk)
        let text = Self.text(tokenizer.scalars, chunk.start..<chunk.end)
        if let before {
            let joined = Self.text(tokenizer.scalars, before.start..<before.end, chunk.start..<chunk.end)
            joins.append(Join(first: words.count - 1, text: joined))
        }
        words.append(
            Word(text: text, pieces: pieces.count > 1 ? pieces.map { Self.text(tokenizer.scalars, $0) } : []))
    }

    private mutating func appendPairs(of chunk: Chunk, _ scalars: [UInt32]) {
        if chunk.count == 1 { return words.append(Word(text: Self.text(scalars, chunk.start..<chunk.end))) }
        for position in chunk.start..<chunk.end - 1 {
            guard words.count < Self.mostWords else { return isCut = true }
            words.append(Word(text: Self.text(scalars, position..<position + 2)))
        }
    }

    private static func text(_ scalars: [UInt32], _ ranges: Range<Int>...) -> String {
        var list = TermList()
        list.append(scalars, ranges, as: .name)
        return list.text(of: 0)
    }

    private static func owner(in text: String) -> String? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let name = parts[0].drop { $0 == " " }
        let isOwner =
            !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                default: false
                }
            }
        return isOwner ? ExactTerm.owner(String(name)) : nil
    }
}
