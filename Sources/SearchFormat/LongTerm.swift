import JSON

/// A term that stands in very many documents, so that its postings have files of their own (`LongListChunk`) and the term
/// shards do not have it.
package struct LongTerm: Equatable, Sendable {
    package var text: String
    package var df: Int
    /// Of these in the head: in the first chunk.
    package var headCount: Int
    /// Numbers of its `l` files; the first has the head.
    package var chunks: Range<Int>

    package init(text: String, df: Int, headCount: Int, chunks: Range<Int>) {
        self.text = text
        self.df = df
        self.headCount = headCount
        self.chunks = chunks
    }
}

extension LongTerm {
    /// `[text, df, head, chunks]`: the chunks of all terms are numbered one after the other.
    var json: JSONValue { [.string(text), .integer(df), .integer(headCount), .integer(chunks.count)] }

    init?(_ json: JSONValue, firstChunk: Int) {
        guard let row = json.array, row.count == 4, let text = row[0].string, let df = row[1].integer,
            let head = row[2].integer, let count = row[3].integer, df > 0, head >= 0, head <= df, count > 0,
            count < 1 << 20
        else { return nil }
        self.init(text: text, df: df, headCount: head, chunks: firstChunk..<firstChunk + count)
    }
}
