// Texts, front coded, by column:
//
//     shared    for each text: how many of its first bytes it shares with the text before (0 for the first)
//     rest      for each text: how many bytes follow
//     bytes     those bytes, end to end
//
//     ["bert", "berta", "bge"] → 0 4 1 · 4 1 2 · "bert" "a" "ge"

extension ByteWriter {
    /// Texts as UTF-8; sorted ones come out short.
    package mutating func append(frontCoded texts: [[UInt8]]) {
        var shared: [Int] = []
        var before: [UInt8] = []
        for text in texts {
            shared.append(zip(before, text).prefix { $0 == $1 }.count)
            before = text
        }
        for count in shared { append(count) }
        for (text, count) in zip(texts, shared) { append(text.count - count) }
        cut()
        for (text, count) in zip(texts, shared) { append(raw: text[count...]) }
    }
}

extension ByteReader {
    /// So many texts, as bytes; not found to be UTF-8.
    package mutating func frontCoded(_ count: Int) throws(SearchFormatError) -> [[UInt8]] {
        let shared = try numbers(count)
        let rest = try numbers(count)
        var texts: [[UInt8]] = []
        texts.reserveCapacity(count)
        for i in 0..<count {
            let before = texts.last ?? []
            guard shared[i] <= before.count else { throw damage("\(shared[i]) bytes shared with \(before.count)") }
            texts.append(Array(before[..<shared[i]]) + (try raw(rest[i])))
        }
        return texts
    }

    /// The same of texts that ascend in the order of their bytes, and are UTF-8.
    package mutating func sortedTexts(_ count: Int) throws(SearchFormatError) -> [[UInt8]] {
        let texts = try frontCoded(count)
        for (before, text) in zip(texts, texts.dropFirst()) where !before.lexicographicallyPrecedes(text) {
            throw damage("texts out of order")
        }
        for text in texts { _ = try utf8(text) }
        return texts
    }
}
