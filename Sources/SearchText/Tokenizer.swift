/// Cuts the names of models into terms.
///
///     Tokenizer.terms(ofName: "Meta-Llama-3.1-8B").texts(in: .name)  → ["meta", "llama", "3.1", "8b"]
///                                               .texts(in: .namePart) → ["llama3.1"]
///     Tokenizer.terms(ofOwner: "TheBloke").texts(in: .owner)         → ["@thebloke", "thebloke", "the", "bloke"]
///     Tokenizer.key(of: "Meta-Llama 3")                              → "metallama3"
///
/// The same rules in `assets/js/search/text.js`; `Tests/Fixtures/tokens.json` is tested by both. A value of this type
/// keeps its working memory, so one is used for many documents.
package struct Tokenizer: Sendable {
    private(set) var scalars: [UInt32] = []
    private(set) var chunks: [Chunk] = []
    private var pieces: [Range<Int>] = []

    package init() {}

    /// Words as written as `.name`; what is inside and across them as `.namePart`.
    package static func terms(ofName name: String) -> TermList {
        var tokenizer = Tokenizer()
        var list = TermList()
        tokenizer.append(name: name, to: &list)
        return list
    }

    /// `@` with the whole owner, then the words, pieces, and all of them as one word.
    package static func terms(ofOwner owner: String) -> TermList {
        var tokenizer = Tokenizer()
        var list = TermList()
        tokenizer.append(owner: owner, to: &list)
        return list
    }

    /// Letters and digits alone, folded: two names that differ in separators and case have the same key.
    package static func key(of text: String) -> String {
        var tokenizer = Tokenizer()
        tokenizer.load(text)
        var bytes: [UInt8] = []
        for position in tokenizer.chunks.lazy.flatMap({ $0.start..<$0.end }) {
            _ = Folding.appendLower(tokenizer.scalars[position], to: &bytes, limit: .max)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    mutating func load(_ text: String) {
        scalars.removeAll(keepingCapacity: true)
        Folding.append(text, to: &scalars)
        Chunk.scan(scalars, into: &chunks)
    }

    mutating func append(
        name: String, to list: inout TermList, as field: TextField = .name, parts: TextField? = .namePart
    ) {
        load(name)
        var before: Range<Int>?
        for chunk in chunks {
            if chunk.isIdeographic {
                appendIdeographs(chunk, to: &list, as: field)
                before = nil
                continue
            }
            list.append(scalars, chunk.start..<chunk.end, as: field)
            guard let parts else { continue }
            before = appendPieces(of: chunk, after: before, to: &list, as: parts)
        }
    }

    mutating func append(owner: String, to list: inout TermList) {
        list.append(prefix: "@", owner, as: .owner)
        append(name: owner, to: &list, as: .owner, parts: .owner)
        guard chunks.count > 1, let first = chunks.first, chunks.count <= 8 else { return }
        let joined = chunks.dropFirst().reduce(into: Array(scalars[first.start..<first.end])) {
            $0 += scalars[$1.start..<$1.end]
        }
        list.append(joined, 0..<joined.count, as: .owner)
    }

    /// The pieces of the last chunk that was cut, for queries.
    mutating func pieces(of chunk: Chunk) -> [Range<Int>] {
        Pieces.cut(scalars, chunk, into: &pieces)
        return pieces
    }
}

extension Tokenizer {
    /// Pieces that are terms, and a word with the number behind it; returns the last piece.
    private mutating func appendPieces(
        of chunk: Chunk, after before: Range<Int>?, to list: inout TermList, as field: TextField
    ) -> Range<Int>? {
        Pieces.cut(scalars, chunk, into: &pieces)
        var before = before
        for piece in pieces {
            if pieces.count > 1, Pieces.isTerm(scalars, piece) { list.append(scalars, piece, as: field) }
            // "gpt2" is a term as the chunk that it is, so only other pairs are joined.
            if let word = before, !(pieces.count == 2 && word.lowerBound == chunk.start),
                Pieces.isWord(scalars, word), Pieces.isNumber(scalars, piece)
            {
                list.append(scalars, word, piece, as: field)
            }
            before = piece
        }
        return before
    }

    /// Each character, and each pair of neighbors.
    private func appendIdeographs(_ chunk: Chunk, to list: inout TermList, as field: TextField) {
        for position in chunk.start..<chunk.end {
            list.append(scalars, position..<position + 1, as: field)
            if position + 1 < chunk.end { list.append(scalars, position..<position + 2, as: field) }
        }
    }
}
