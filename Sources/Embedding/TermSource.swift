/// Documents as an embedding is fitted on them: numbered terms, and the fields they stand in.
package protocol TermSource {
    /// Documents.
    var count: Int { get }
    /// Different terms; their numbers are 0 ..< termCount.
    var termCount: Int { get }
    /// In how many documents a term is.
    func documentFrequency(of term: Int) -> Int
    /// UTF-8.
    func bytes(of term: Int) -> ArraySlice<UInt8>
    /// The terms of a document, each once, and for each the fields that it stands in: bit n for the `TextField` of raw value n.
    func terms(of document: Int) -> (terms: ArraySlice<UInt32>, fields: ArraySlice<UInt8>)
}
