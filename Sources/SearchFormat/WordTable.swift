/// The words of the names of the most popular models: what a typed word is corrected to, and completed to: `words`.
///
///     letter "w", version, number 0      as every shard begins
///     count
///     words                              sorted by bytes, front coded (`FrontCoding.swift`)
///     popularity                         a byte each
///
/// Popularity is 8 · round(log2(1 + Σ (downloads + 30 · likes))) over those models that have the word in their name, at
/// most 248: 8 more is twice as popular.
package struct WordTable: Equatable, Sendable {
    /// UTF-8, sorted by bytes.
    package var words: [[UInt8]]
    package var popularity: [UInt8]

    package init(words: [[UInt8]], popularity: [UInt8]) {
        precondition(words.count == popularity.count, "every word has its popularity")
        self.words = words
        self.popularity = popularity
    }

    package var contents: [UInt8] { written.bytes }

    package var written: ByteWriter {
        var out = ByteWriter(ShardName(.words))
        out.append(words.count)
        out.append(frontCoded: words)
        out.cut()
        out.append(raw: popularity)
        return out
    }

    /// Throws `SearchFormatError`.
    package init(contents: [UInt8]) throws(SearchFormatError) {
        var reader = try ByteReader(contents, of: ShardName(.words))
        let count = try reader.count()
        words = try reader.sortedTexts(count)
        popularity = Array(try reader.raw(count))
        try reader.end()
    }
}
