package import Core

/// Why vectors or a model that makes them cannot be read or used.
///
///     EmbeddingError(.unsupported("the tokenizer's model \"CharBPE\""), at: "DIR/tokenizer.json").description
///     → "DIR/tokenizer.json: the tokenizer's model "CharBPE" is not supported; use a model with a WordPiece, BPE or Unigram tokenizer"
package struct EmbeddingError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case damaged(String)
        case version
        case missing(String)
        case unsupported(String)
        /// The place is what was asked for.
        case unknownEmbedder
        case file(FileError)
    }

    package var reason: Reason
    package var place: String

    package init(_ reason: Reason, at place: String) {
        self.reason = reason
        self.place = place
    }

    package var description: String {
        switch reason {
        case .damaged(let what): "\(place): damaged (\(what)); make or fetch the file again"
        case .version: "\(place): no file of this kind, or of another version; build the index again ('hubatlas build')"
        case .missing(let what): "\(place): \(what) is missing; name a folder in the Model2Vec layout"
        case .unsupported(let what):
            "\(place): \(what) is not supported; use a model with a WordPiece, BPE or Unigram tokenizer"
        case .unknownEmbedder:
            "\(place): no such embedder; name \"lsa\", or \"static:DIR\" with a folder in the Model2Vec layout"
        case .file(let error): error.description
        }
    }
}
