import Core
import Embedding
import Hashing
package import JSON
package import SearchFormat
import SearchText

/// Everything that shapes an index besides the models in it, as a short text that changes when any of it does.
///
///     IndexSettings.fingerprint(models: 760_000, levels: levels, synonyms: table)   → "9f2c04d17be6a385"
///
/// It stands in the manifest, so that `hubatlas check` can tell an index of other settings. Settings are taken as Swift
/// prints them, member by member: a new one is in it without being named here.
package enum IndexSettings {
    /// - Parameters:
    ///   - models: how many models the index has, and `levels` where those of each level begin: sizes follow from them.
    ///   - synonyms: the table of `assets/search/synonyms.json`.
    /// - Throws: `FileError` when a file of the embedder cannot be read.
    package static func fingerprint(
        models: Int, levels: [Manifest.Level], synonyms: JSONValue, weights: Weights = Weights(),
        vectors: VectorSettings = VectorSettings()
    ) throws -> String {
        var lines = [
            "format \(SearchFormat.version)", "\(IndexShape(models: models, levels: levels))",
            "head from level \(IndexShape.headLevel)", "words of \(IndexShape.popularModels)",
            "orders of \(OrderList.most)", "\(weights)",
            "synonyms \(synonyms.text)",
        ]
        lines += probes.map { "\($0) \(terms(of: $0))" }
        // Where the embedder's folder lies makes no difference, what is in it does.
        lines += try vectors.embedder.files.map { SHA256.hex(try Files.read($0)) }
        var vectors = vectors
        if case .staticTokens = vectors.embedder { vectors.embedder = .staticTokens(folder: "") }
        lines.append("\(vectors)")
        return String(SHA256.hex(Array(lines.joined(separator: "\n").utf8)).prefix(16))
    }

    /// Names in whose terms every rule of the tokenizer is seen, in place of a number that someone would have to raise.
    private static let probes = [
        "Meta-Llama-3.1-8B-Instruct", "wav2vec2-large-xlsr-53-german_v1.0", "c++CodeGPT2.q4_K_M", "Größe-naïve-ŁÓDŹ",
        "語言モデル-한국어", "the-model-of-bert", "www.x--y..z/2024",
    ]

    private static func terms(of name: String) -> String {
        let list = [Tokenizer.terms(ofName: name), Tokenizer.terms(ofOwner: name)]
        return list.flatMap { list in
            (0..<list.count).map { "\(list.text(of: $0)):\(list.field(of: $0).rawValue)" }
        }.joined(separator: " ")
    }
}
