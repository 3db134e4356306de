/// How much memory a model takes while it runs: an estimate, and so shown with "≈".
///
///     total = weights + working memory + key-value cache
///
///     weights         parameters × bits a weight ÷ 8. Eight bits or fewer come with half a bit more: blocks of 32 weights
///                     share a scale of 16 bits. Source: the block layouts Q8_0 (34 bytes) and Q4_0 (18 bytes) of ggml.
///                     A model stored in fewer bits than asked for stays as it is.
///     working memory  0.5 GB for the runtime, and a tenth of the weights for what is computed. Our own figure: published
///                     rules of thumb give up to a fifth of the weights, the cache included ("Transformer Math 101",
///                     EleutherAI, 2023).
///     cache           only for models that write text: bytes a token × tokens of context, from the attention's shape;
///                     where that is unknown, 40 kB × √(parameters ÷ 10⁹) a token. That lies within a factor of 2.4 of
///                     Qwen2.5 0.5B–72B, Llama 3 8B–405B and Mistral 7B; models of before mid-2023, whose every head
///                     has keys of its own, take up to five times as much.
///
///     HardwareFacts(parameters: 8_030_261_248, task: "text-generation").memory(at: 16)
///     → weights 16.06 GB, working memory 2.11 GB, cache 0.46 GB: ≈ 18.6 GB
///     HardwareFacts(parameters: nil).memory(at: 16) → nil
///
/// GB are 10⁹ bytes, here and in the memory of devices. `assets/js/search/hardware.js` reckons the same; both are held to
/// `Tests/Fixtures/hardware.json`.
package struct MemoryEstimate: Equatable, Sendable {
    package enum CacheSource: String, Sendable { case none, shape, approximation }

    /// Bits a weight, with the share of its block's scale.
    package var bitsPerWeight: Double
    package var contextTokens: Int
    package var weightBytes: Int
    package var workingBytes: Int
    package var cacheBytes: Int
    package var cacheFrom: CacheSource

    package var totalBytes: Int { weightBytes + workingBytes + cacheBytes }

    /// Tokens of context where none is asked for.
    package static let defaultContext = 4096
    static let runtimeBytes = 0.5e9
    static let workingShare = 0.1
    static let scaleBits = 0.5
    static let approximateCacheBytes = 40_000.0
}

extension HardwareFacts {
    /// What it takes at so many bits a weight; nil where the size is unknown, and for an adapter.
    package func memory(at bits: Int, contextTokens: Int = MemoryEstimate.defaultContext) -> MemoryEstimate? {
        precondition(bits > 0 && contextTokens >= 0, "bits are above zero, tokens not below")
        guard let parameters, parameters > 0, !isAdapter else { return nil }
        let bitsPerWeight = Self.bitsPerWeight(min(bits, self.bits ?? bits))
        let weights = Double(parameters) * bitsPerWeight / 8
        let cache = cacheBytesPerToken(Double(parameters)) * Double(contextTokens)
        return MemoryEstimate(
            bitsPerWeight: bitsPerWeight, contextTokens: contextTokens, weightBytes: Int(weights.rounded()),
            workingBytes: Int((MemoryEstimate.runtimeBytes + weights * MemoryEstimate.workingShare).rounded()),
            cacheBytes: Int(cache.rounded()), cacheFrom: cacheSource)
    }

    /// The same as it is stored; nil where also the bits are unknown.
    package func memoryAsStored(contextTokens: Int = MemoryEstimate.defaultContext) -> MemoryEstimate? {
        bits.flatMap { memory(at: $0, contextTokens: contextTokens) }
    }

    /// Whether so much memory holds it; nil where what it takes is unknown.
    ///
    ///     HardwareFacts(parameters: 8_030_261_248).fits(24, at: 16) → true
    ///     HardwareFacts().fits(24, at: 16)                          → nil
    package func fits(
        _ memoryGB: Double, at bits: Int, contextTokens: Int = MemoryEstimate.defaultContext
    ) -> Bool? {
        memory(at: bits, contextTokens: contextTokens).map { Double($0.totalBytes) <= memoryGB * 1e9 }
    }

    /// The most parameters that so much memory holds: `memory` turned around, of unknown attention and stored bits.
    ///
    ///     HardwareFacts.largest(fitting: 24, at: 16, generatesText: true) → ≈ 10.4 B
    package static func largest(
        fitting memoryGB: Double, at bits: Int, generatesText: Bool,
        contextTokens: Int = MemoryEstimate.defaultContext
    ) -> Int {
        // With x = √parameters the memory is a·x² + b·x + c.
        let a = bitsPerWeight(bits) / 8 * (1 + MemoryEstimate.workingShare)
        let b = generatesText ? MemoryEstimate.approximateCacheBytes * Double(contextTokens) / 1e9.squareRoot() : 0
        let room = memoryGB * 1e9 - MemoryEstimate.runtimeBytes
        guard room > 0 else { return 0 }
        let x = ((b * b + 4 * a * room).squareRoot() - b) / (2 * a)
        return Int((x * x).rounded(.down))
    }
}

extension HardwareFacts {
    static func bitsPerWeight(_ bits: Int) -> Double { Double(bits) + (bits <= 8 ? MemoryEstimate.scaleBits : 0) }

    private var cacheSource: MemoryEstimate.CacheSource {
        guard generatesText else { return .none }
        return attention == nil ? .approximation : .shape
    }

    private func cacheBytesPerToken(_ parameters: Double) -> Double {
        guard generatesText else { return 0 }
        return attention?.bytesPerToken ?? MemoryEstimate.approximateCacheBytes * (parameters / 1e9).squareRoot()
    }
}
