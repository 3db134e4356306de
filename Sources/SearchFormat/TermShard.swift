/// A range of the dictionary with its postings: `t####`.
///
///     letter "t", version, number        as every shard begins
///     count                              terms
///     terms                              sorted by bytes, front coded (`FrontCoding.swift`)
///     df                                 for each term: documents, ≥ 1
///     documents                          for each term, one term after the other (`Postings.swift`)
///     classes                            the same, a byte each
///
/// Which shard has a term: the last whose first term, as the manifest has it, is not after the term.
package struct TermShard: Equatable, Sendable {
    package struct Term: Equatable, Sendable {
        /// UTF-8.
        package var text: [UInt8]
        package var postings: Postings

        package init(text: [UInt8], postings: Postings) {
            self.text = text
            self.postings = postings
        }
    }

    package var number: Int
    /// Sorted by bytes.
    package var terms: [Term]

    package init(number: Int, terms: [Term]) {
        self.number = number
        self.terms = terms
    }

    package var contents: [UInt8] { written.bytes }

    package var written: ByteWriter {
        var out = ByteWriter(ShardName(.terms, number))
        out.append(terms.count)
        out.append(frontCoded: terms.map(\.text))
        out.cut()
        for term in terms { out.append(term.postings.count) }
        for term in terms { out.append(documents: term.postings.documents) }
        out.cut()
        for term in terms { out.append(raw: term.postings.classes) }
        return out
    }

    /// Throws `SearchFormatError`.
    package init(number: Int, contents: [UInt8]) throws(SearchFormatError) {
        var reader = try ByteReader(contents, of: ShardName(.terms, number))
        let count = try reader.count()
        let texts = try reader.sortedTexts(count)
        let df = try reader.numbers(count)
        guard !df.contains(0) else { throw reader.damage("a term without documents") }
        var documents: [[UInt32]] = []
        for df in df { documents.append(try reader.documents(df)) }
        self.number = number
        terms = []
        terms.reserveCapacity(count)
        for i in 0..<count {
            let classes = try reader.classes(df[i])
            terms.append(Term(text: texts[i], postings: Postings(documents: documents[i], classes: classes)))
        }
        try reader.end()
    }

    /// The postings of a term; nil when it is not in this shard.
    package func postings(of text: [UInt8]) -> Postings? {
        var range = terms.indices
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            if terms[middle].text == text { return terms[middle].postings }
            range =
                terms[middle].text.lexicographicallyPrecedes(text)
                ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }
}
