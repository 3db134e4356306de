import Embedding
import SearchText

/// Terms of documents kept in the plainest way.
struct PlainTerms: TermSource {
    private var texts: [String] = []
    private var documents: [[(term: UInt32, fields: UInt8)]] = []

    mutating func append(_ list: TermList) {
        var document: [(term: UInt32, fields: UInt8)] = []
        for i in 0..<list.count {
            let text = list.text(of: i)
            if !texts.contains(text) { texts.append(text) }
            let number = UInt32(texts.firstIndex(of: text)!)
            let bit: UInt8 = 1 << list.field(of: i).rawValue
            if let known = document.firstIndex(where: { $0.term == number }) {
                document[known].fields |= bit
            } else {
                document.append((number, bit))
            }
        }
        documents.append(document)
    }

    var count: Int { documents.count }
    var termCount: Int { texts.count }
    func documentFrequency(of term: Int) -> Int { documents.filter { $0.contains { $0.term == term } }.count }
    func bytes(of term: Int) -> ArraySlice<UInt8> { Array(texts[term].utf8)[...] }
    func terms(of document: Int) -> (terms: ArraySlice<UInt32>, fields: ArraySlice<UInt8>) {
        (documents[document].map(\.term)[...], documents[document].map(\.fields)[...])
    }
}
