package import JSON

/// All that is said of a model's hardware, in the fields that `hubatlas search --json` gives for each result.
///
///     HardwareRecord(HardwareFacts(row), devices: devices).json.text
///     → {"compatibility_score":0.966,…,"memory_bytes":{"16":18630859878,"4":5933009279,"8":10349652966,"stored":null},…}
///
/// Memory and speed are estimates by `MemoryEstimate`'s formula. What is unknown is null.
package struct HardwareRecord: Equatable, Sendable {
    package var facts: HardwareFacts
    package var at16: MemoryEstimate?
    package var at8: MemoryEstimate?
    package var at4: MemoryEstimate?
    package var asStored: MemoryEstimate?
    package var needsGPU: Bool?
    /// A file or a tag says so; false where none does.
    package var supportsONNX: Bool
    package var supportsTensorRT: Bool
    /// Weights of 8 bits or fewer are there, or a format made for them: GGUF, GGML, MLX.
    package var supportsQuantization: Bool
    package var popularity: Double?
    package var efficiency: Double?
    package var compatibility: Double?

    package init(_ facts: HardwareFacts, devices: [Device]) {
        self.facts = facts
        (at16, at8, at4) = (facts.memory(at: 16), facts.memory(at: 8), facts.memory(at: 4))
        asStored = facts.memoryAsStored()
        needsGPU = facts.needsGPU
        supportsONNX = facts.formats.contains("onnx")
        supportsTensorRT = facts.formats.contains("tensorrt")
        supportsQuantization =
            facts.bits.map { $0 <= 8 } == true || facts.formats.contains { ["gguf", "ggml", "mlx"].contains($0) }
        popularity = facts.popularity
        efficiency = facts.efficiency
        compatibility = facts.compatibility(with: devices)
    }

    package var json: JSONValue {
        [
            "parameters": JSONValue(facts.parameters), "weight_bits": JSONValue(facts.bits),
            "model_file_count": JSONValue(facts.fileCount),
            "supports_onnx": .bool(supportsONNX), "supports_tensorrt": .bool(supportsTensorRT),
            "supports_quantization": .bool(supportsQuantization),
            "memory_bytes": [
                "16": JSONValue(at16?.totalBytes), "8": JSONValue(at8?.totalBytes), "4": JSONValue(at4?.totalBytes),
                "stored": JSONValue(asStored?.totalBytes),
            ],
            "context_tokens": JSONValue(at16.flatMap { $0.cacheFrom == .none ? nil : $0.contextTokens }),
            "needs_gpu": JSONValue(needsGPU),
            "popularity_score": JSONValue(popularity), "efficiency_score": JSONValue(efficiency),
            "compatibility_score": JSONValue(compatibility),
        ]
    }
}
