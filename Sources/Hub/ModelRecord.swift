package import Core

/// One model as a list or the Hub's answer about it says, before cleaning. Only what the project uses is kept: no names of
/// people, no cards, no free text.
package struct ModelRecord: Equatable, Sendable {
    /// "author/name"; canonical ids of old have no slash.
    package var id: String
    /// `_id`, 24 hexadecimal digits.
    package var hubID: String?
    package var createdAt: Instant?
    package var lastModified: Instant?
    package var removedAt: Instant?
    package var gated: GatedState?
    package var downloads: Int?
    package var downloadsAllTime: Int?
    package var likes: Int?
    package var trendingScore: Double?
    package var usedStorageBytes: Int?
    package var tags: [String] = []
    package var pipelineTag: String?
    package var libraryName: String?

    package var card = Card()
    package var config: Config?
    package var safetensors: TensorCounts?
    package var gguf: GGUFInfo?
    /// `baseModels`, and the relation that the Hub gives for all of them.
    package var baseIDs: [String] = []
    package var baseRelation: String?
    /// Endings of the repo's files, each once: "safetensors", "gguf".
    package var fileEndings: Set<String> = []
    /// Files of the repo; nil where the list does not name them.
    package var fileCount: Int?
    /// A number of parameters that a list states.
    package var statedParameters: StatedParameters?
    package var statedFormats: [String] = []
    package var isStatedConversational: Bool?

    /// Whether one must ask for a model, as the Hub says it.
    package enum GatedState: String, Sendable {
        case open, auto, manual
        /// Gated; the list does not say how approval comes.
        case gated
    }

    /// Front matter of the model card, as far as it is used.
    package struct Card: Equatable, Sendable {
        package var licenses: [String] = []
        /// `license_name`: what stands behind the license "other".
        package var licenseName: String?
        package var languages: [String] = []
        package var datasets: [String] = []
        package var baseModels: [String] = []
        package var baseModelRelation: String?
        package var libraryName: String?
        package var pipelineTag: String?
        package var tags: [String] = []
        package init() {}
    }

    /// The model's `config.json`, as far as it is used.
    package struct Config: Equatable, Sendable {
        package var modelType: String?
        package var architectures: [String] = []
        package var quantMethod: String?
        package var quantBits: Int?
        package var hasChatTemplate = false
        package var isAdapter = false
        package init() {}
    }

    /// `safetensors`: how many numbers the weight files hold, by their type.
    package struct TensorCounts: Equatable, Sendable {
        package var total: Int?
        package var byType: [String: Int] = [:]
        package init(total: Int? = nil, byType: [String: Int] = [:]) {
            self.total = total
            self.byType = byType
        }
    }

    /// What the header of a GGUF file says.
    package struct GGUFInfo: Equatable, Sendable {
        package var total: Int?
        package var architecture: String?
        package var hasChatTemplate = false
        package init() {}
    }

    /// A number of parameters, and whether it was counted.
    package struct StatedParameters: Equatable, Sendable {
        package var count: Int
        /// The list took it from the Hub's `safetensors.total`.
        package var isTensorCount: Bool
        package init(count: Int, isTensorCount: Bool) {
            self.count = count
            self.isTensorCount = isTensorCount
        }
    }

    package init(id: String) { self.id = id }
}

/// One dataset as the Hub sends it.
package struct DatasetRecord: Equatable, Sendable {
    package var id: String
    package var hubID: String?
    package var createdAt: Instant?
    package var lastModified: Instant?
    package var gated: ModelRecord.GatedState?
    package var downloads: Int?
    package var downloadsAllTime: Int?
    package var likes: Int?
    package var trendingScore: Double?
    package var usedStorageBytes: Int?
    package var tags: [String] = []

    package init(id: String) { self.id = id }
}

/// One Space as the Hub sends it.
package struct SpaceRecord: Equatable, Sendable {
    package var id: String
    package var hubID: String?
    package var createdAt: Instant?
    package var lastModified: Instant?
    package var likes: Int?
    package var trendingScore: Double?
    package var sdk: String?
    package var tags: [String] = []
    package var models: [String] = []
    package var datasets: [String] = []
    /// Of `runtime`: "RUNNING", "SLEEPING", "BUILD_ERROR".
    package var stage: String?
    /// "cpu-basic", "t4-small": what it runs on, and what its owner asked for.
    package var hardware: String?
    package var requestedHardware: String?

    package init(id: String) { self.id = id }
}
