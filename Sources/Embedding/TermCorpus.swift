package import SearchText

/// The terms of all documents, with the fields they stand in: what an embedding is fitted on.
///
///     var corpus = TermCorpus()
///     for row in rows { corpus.append(SearchDocument(of: row).terms) }
///     corpus.count → as many as rows, in their order
///
/// 760,000 models take 60 MB.
package struct TermCorpus: Sendable {
    private(set) var table = TermTable()
    /// Where each document ends in `terms`.
    private(set) var ends: [Int] = []
    /// The terms of a document, each once, in the order they first came.
    private(set) var terms: [Int32] = []
    /// The fields a term stands in: bit n for the field of raw value n.
    private(set) var fields: [UInt8] = []
    /// In how many documents a term is.
    private(set) var documentFrequencies: [Int32] = []
    /// The document that a term came in last, and where it lies there.
    private var lastSeen: [(document: Int32, place: Int)] = []

    package init() {}

    package var count: Int { ends.count }

    /// Takes the next document.
    package mutating func append(_ list: TermList) {
        let document = Int32(ends.count)
        for i in 0..<list.count {
            let bit: UInt8 = 1 << list.field(of: i).rawValue
            let number = table.number(of: list.bytes(of: i))
            if number == documentFrequencies.count {
                documentFrequencies.append(0)
                lastSeen.append((-1, 0))
            }
            if lastSeen[number].document == document {
                fields[lastSeen[number].place] |= bit
            } else {
                lastSeen[number] = (document, terms.count)
                documentFrequencies[number] += 1
                terms.append(Int32(number))
                fields.append(bit)
            }
        }
        ends.append(terms.count)
    }

    func range(of document: Int) -> Range<Int> { (document == 0 ? 0 : ends[document - 1])..<ends[document] }
}
