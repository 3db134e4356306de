/// A part of the postings of a term that stands in very many documents: `l####`.
///
///     letter "l", version, number        as every shard begins
///     term                               text
///     count                              documents in this chunk
///     documents, classes                 `Postings.swift`
///
/// The first chunk of a term has its documents of the head (number < `Manifest.head`), also when there are none; the
/// chunks after it the others, in order. The manifest says which chunks a term has, and how many documents.
package struct LongListChunk: Equatable, Sendable {
    package var number: Int
    package var term: String
    package var postings: Postings

    package init(number: Int, term: String, postings: Postings) {
        self.number = number
        self.term = term
        self.postings = postings
    }

    package var contents: [UInt8] { written.bytes }

    package var written: ByteWriter {
        var out = ByteWriter(ShardName(.longList, number))
        out.append(term)
        out.append(postings.count)
        out.append(documents: postings.documents)
        out.cut()
        out.append(raw: postings.classes)
        return out
    }

    /// Throws `SearchFormatError`.
    package init(number: Int, contents: [UInt8]) throws(SearchFormatError) {
        var reader = try ByteReader(contents, of: ShardName(.longList, number))
        self.number = number
        term = try reader.text()
        let count = try reader.count()
        let documents = try reader.documents(count)
        postings = Postings(documents: documents, classes: try reader.classes(count))
        try reader.end()
    }
}
