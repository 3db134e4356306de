import Embedding
import SearchText

/// The terms of all documents in the order of the index.
struct OrderedTerms: TermSource {
    private let forward: ForwardIndex
    private let order: DocumentOrder

    init(_ forward: ForwardIndex, _ order: DocumentOrder) { (self.forward, self.order) = (forward, order) }

    var count: Int { order.rows.count }
    var termCount: Int { forward.dictionary.count }

    func documentFrequency(of term: Int) -> Int { Int(forward.df[term]) }
    func bytes(of term: Int) -> ArraySlice<UInt8> { forward.dictionary.text(term) }

    func terms(of document: Int) -> (terms: ArraySlice<UInt32>, fields: ArraySlice<UInt8>) {
        let range = forward.range(of: Int(order.rows[document]))
        return (forward.terms[range], forward.fields[range])
    }
}
