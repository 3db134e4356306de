/// What makes the vectors, as the option `--embedder` names it.
///
///     try Embedder("lsa")              → .latentSemantic, fitted on the models themselves
///     try Embedder("static:models/m")  → .staticTokens(folder: "models/m"), a folder in the layout of Model2Vec
package enum Embedder: Equatable, Sendable {
    case latentSemantic
    case staticTokens(folder: String)

    /// - Throws: `EmbeddingError` for any other text.
    package init(_ text: String) throws(EmbeddingError) {
        if text == "lsa" {
            self = .latentSemantic
        } else if text.hasPrefix("static:"), text.count > 7 {
            self = .staticTokens(folder: String(text.dropFirst(7)))
        } else {
            throw EmbeddingError(.unknownEmbedder, at: text)
        }
    }

    /// Files that decide what comes out.
    package var files: [String] {
        switch self {
        case .latentSemantic: []
        case .staticTokens(let folder): StaticEmbedder.fileNames.map { "\(folder)/\($0)" }
        }
    }
}
