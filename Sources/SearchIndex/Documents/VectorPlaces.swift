import SearchFormat
import SearchText

/// What document files say about vectors, by document.
struct VectorPlaces: Sendable {
    /// nil for a document without a vector.
    let places: [DocumentEntry.VectorPlace?]
    /// How many copies a document has, itself counted: models of its group that bear its name, whatever their owner and
    /// spelling. A group alone is not enough: whisper-large and whisper-large-v3 say the same of themselves, and models
    /// with hardly a term share a group, too.
    let copies: [Int32]

    /// - Parameter repoID: of a document.
    init(_ places: [DocumentEntry.VectorPlace?], repoID: (_ document: Int) -> String) {
        let sizes = places.reduce(into: [DocumentEntry.VectorPlace: Int32]()) { sizes, place in
            if let place { sizes[place, default: 0] += 1 }
        }
        let names = places.indices.map { document -> Namesakes? in
            guard let place = places[document], sizes[place, default: 0] > 1 else { return nil }
            return Namesakes(
                place: place, name: Tokenizer.key(of: SearchDocument.name(of: repoID(document))))
        }
        let counts = names.reduce(into: [Namesakes: Int32]()) { counts, name in
            if let name { counts[name, default: 0] += 1 }
        }
        self.places = places
        copies = names.map { $0.flatMap { counts[$0] } ?? 1 }
    }
}

/// What copies have in common.
private struct Namesakes: Hashable {
    var place: DocumentEntry.VectorPlace
    var name: String
}
