/// In which documents a term stands, and how much it says about each.
///
///     Postings(documents: [3, 4, 90], classes: [12, 12, 5])
package struct Postings: Equatable, Sendable {
    /// Ascending.
    package var documents: [UInt32]
    /// 0…15 for each document: the step of `Manifest.impacts` (BM25F's part of term, fields and lengths, without idf).
    package var classes: [UInt8]

    package init(documents: [UInt32] = [], classes: [UInt8] = []) {
        precondition(documents.count == classes.count, "every document of a term has a class")
        self.documents = documents
        self.classes = classes
    }

    package var count: Int { documents.count }
}

// Documents of one term: the first number, then each number's distance from the one before, less 1.
//
//     [3, 4, 90] → 3 0 85
//
// Classes: one byte each, 0…15.

extension ByteWriter {
    package mutating func append(documents: some Sequence<UInt32>) {
        var next = 0
        for document in documents {
            append(Int(document) - next)
            next = Int(document) + 1
        }
    }
}

extension ByteReader {
    package mutating func documents(_ count: Int) throws(SearchFormatError) -> [UInt32] {
        var next = 0
        return try repeated(count) { (reader) throws(SearchFormatError) in
            let document = next + (try reader.number())
            guard let small = UInt32(exactly: document) else { throw reader.damage("document \(document)") }
            next = document + 1
            return small
        }
    }

    package mutating func classes(_ count: Int) throws(SearchFormatError) -> [UInt8] {
        let classes = try raw(count)
        guard classes.allSatisfy({ $0 < 16 }) else { throw damage("an impact class beyond 15") }
        return Array(classes)
    }
}
