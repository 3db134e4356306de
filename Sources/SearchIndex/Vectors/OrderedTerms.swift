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

    /// What of a document reads as words: its name, tags and bases, without owner and without terms of exact facts.
    func text(of document: Int) -> String {
        let (terms, fields) = terms(of: document)
        let owner: UInt8 = 1 << TextField.owner.rawValue
        let words = zip(terms, fields).filter { $1 & ~owner != 0 }.map { bytes(of: Int($0.0)) }
        let read = words.filter { $0.first != UInt8(ascii: "#") && $0.first != UInt8(ascii: "@") }
        return String(decoding: Array(read.joined(separator: " ".utf8)), as: UTF8.self)
    }
}
