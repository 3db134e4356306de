import Core
import JSON
import LinearAlgebra
import Numerics

/// Places texts by the mean of vectors of their tokens, from a folder in the layout of Model2Vec: `model.safetensors` with
/// the tensor `embeddings` (and perhaps `weights` and `mapping`), `tokenizer.json`, `config.json`.
///
///     let embedder = try StaticEmbedder("DIR")
///     embedder.embed("german speech recognition")   → as StaticModel.from_pretrained("DIR").encode(…)
///
/// Source: github.com/MinishLab/model2vec; its version 0.10 gives the same vectors within a millionth.
package struct StaticEmbedder: Sendable {
    static let fileNames = ["model.safetensors", "tokenizer.json", "config.json"]
    private let tokenizer: TokenizerFile
    private let vectors: Matrix
    private let weights: [Float]?
    private let mapping: [Int]?
    private let normalizes: Bool
    /// Tokens, and by way of the median token letters, beyond which a text is cut; nil for never.
    private let longest: Int?

    package var dimensions: Int { vectors.columns }

    /// - Throws: `EmbeddingError` with the file and what in it is missing, damaged or not supported.
    package init(_ folder: String) throws(EmbeddingError) {
        for name in Self.fileNames where !Files.exists("\(folder)/\(name)") {
            throw EmbeddingError(.missing(name), at: folder)
        }
        let tensors = try SafeTensors("\(folder)/model.safetensors")
        let (rows, columns, values) = try tensors.matrix(tensors.has("embeddings") ? "embeddings" : "embedding.weight")
        vectors = Matrix(rows: rows, columns: columns, values: values)
        tokenizer = try TokenizerFile("\(folder)/tokenizer.json")
        weights = tensors.has("weights") ? try tensors.vector("weights") : nil
        mapping = tensors.has("mapping") ? try tensors.integers("mapping") : nil
        let config = try readObject("\(folder)/config.json")
        normalizes = config["normalize"]?.bool ?? false
        longest = config["max_length"].map(\.integer) ?? 512
        try check("\(folder)/model.safetensors")
    }

    /// Every token must have its vector.
    private func check(_ place: String) throws(EmbeddingError) {
        let tokens = mapping?.count ?? vectors.rows
        guard tokens >= tokenizer.count, weights.map({ $0.count >= tokenizer.count }) ?? true,
            mapping?.allSatisfy({ (0..<vectors.rows).contains($0) }) ?? true
        else { throw EmbeddingError(.damaged("\(tokens) vectors for \(tokenizer.count) tokens"), at: place) }
    }

    /// The mean of the vectors of the text's tokens; zeros when no token is known.
    package func embed(_ text: String) -> [Float] {
        let cut = longest.map {
            String(String.UnicodeScalarView(text.unicodeScalars.prefix($0 * tokenizer.medianLength)))
        }
        let tokens = tokenizer.numbers(of: cut ?? text, limit: longest ?? .max).filter { $0 != tokenizer.unknown }
        var sum = [Float](repeating: 0, count: dimensions)
        for token in tokens where token < (mapping?.count ?? vectors.rows) {
            let weight = weights?[token] ?? 1
            for (i, value) in vectors.row(mapping?[token] ?? token).enumerated() { sum[i] += value * weight }
        }
        if !tokens.isEmpty { for i in sum.indices { sum[i] /= Float(tokens.count) } }
        guard normalizes else { return sum }
        let length = sum.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot() + 1e-32
        return sum.map { $0 / length }
    }

    /// The vectors of many texts as the index takes them: of length 1, turned, their dimensions a multiple of 8.
    ///
    /// - Throws: `LinearAlgebraError`.
    package func embedPacked(_ count: Int, seed: UInt64, text: @Sendable (Int) -> String) throws -> PackedVectors {
        let width = (dimensions + 7) / 8 * 8
        let rotation = try Matrix.rotation(width, seed: seed)
        var packed = PackedVectors(dimensions: width)
        packed.reserve(count)
        for first in stride(from: 0, to: count, by: 1 << 13) {
            let here = min(1 << 13, count - first)
            let rows = try concurrentMap(here) { embed(text(first + $0)) }
            var matrix = Matrix(rows: here, columns: dimensions, values: rows.flatMap { $0 }).widened(to: width)
            matrix = matrix.times(rotation)
            matrix.normalizeRows()
            packed.append(matrix)
        }
        return packed
    }
}
