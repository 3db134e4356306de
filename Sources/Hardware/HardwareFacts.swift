package import Catalog

/// What is known of a model that says what it needs to run. Unknown is nil; nothing is guessed in its place.
///
///     HardwareFacts(row)                                  from the catalog
///     HardwareFacts(parameters: 8_030_261_248, bits: 16)  by hand
package struct HardwareFacts: Equatable, Sendable {
    package var parameters: Int?
    /// Bits a weight as stored.
    package var bits: Int?
    package var formats: [String]
    package var task: String?
    /// An adapter's own size says nothing of what the model it belongs to needs.
    package var isAdapter: Bool
    package var isMixtureOfExperts: Bool?
    package var attention: AttentionShape?
    package var downloads: Int?
    package var likes: Int?
    package var fileCount: Int?

    package init(
        parameters: Int? = nil, bits: Int? = nil, formats: [String] = [], task: String? = nil, isAdapter: Bool = false,
        isMixtureOfExperts: Bool? = nil, attention: AttentionShape? = nil, downloads: Int? = nil, likes: Int? = nil,
        fileCount: Int? = nil
    ) {
        self.parameters = parameters
        self.bits = bits
        self.formats = formats
        self.task = task
        self.isAdapter = isAdapter
        self.isMixtureOfExperts = isMixtureOfExperts
        self.attention = attention
        self.downloads = downloads
        self.likes = likes
        self.fileCount = fileCount
    }

    /// An adapter is one by its base models or by its library, PEFT.
    package init(_ row: ModelRow) {
        self.init(
            parameters: row.parameters, bits: row.weightBits, formats: row.formats, task: row.task,
            isAdapter: row.library == "peft" || row.bases.contains { $0.relation == .adapter },
            isMixtureOfExperts: row.isMixtureOfExperts, downloads: row.downloads, likes: row.likes,
            fileCount: row.fileCount)
    }

    /// Whether it writes text token by token: its task says so, or, where no task is stated, it comes in a format of
    /// llama.cpp.
    package var generatesText: Bool {
        guard let task else { return formats.contains { $0 == "gguf" || $0 == "ggml" } }
        return Self.generatingTasks.contains(task)
    }

    private static let generatingTasks: Set<String> = [
        "text-generation", "conversational", "text2text-generation", "image-text-to-text", "audio-text-to-text",
        "video-text-to-text", "any-to-any",
    ]
}

/// How a model attends to what it has read: what its key-value cache is reckoned from.
///
///     AttentionShape(layers: 32, keyValueHeads: 8, headSize: 128).bytesPerToken → 131072     Llama 3 8B, 16 bits
package struct AttentionShape: Equatable, Sendable {
    package var layers: Int
    package var keyValueHeads: Int
    package var headSize: Int

    package init(layers: Int, keyValueHeads: Int, headSize: Int) {
        self.layers = layers
        self.keyValueHeads = keyValueHeads
        self.headSize = headSize
    }

    /// A key and a value of 16 bits for each head of each layer.
    package var bytesPerToken: Double { 4 * Double(layers) * Double(keyValueHeads) * Double(headSize) }
}
