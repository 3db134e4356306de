import SearchFormat

/// What document files say about vectors, by document.
struct VectorPlaces: Sendable {
    /// nil for a document without a vector.
    var places: [DocumentEntry.VectorPlace?]
    /// How many near-copies a document has, itself counted.
    var copies: [Int32]
}
