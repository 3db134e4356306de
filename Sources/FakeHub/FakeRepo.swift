package import Core
package import JSON

/// One repository of the invented Hub: what is true of it. What goes over the wire may differ, see `overrides`.
package struct FakeRepo: Sendable {
    /// The three kinds of repos.
    package enum Kind: String, Sendable, CaseIterable { case models, datasets, spaces }

    /// How a model came from its base.
    package enum Relation: String, Sendable, CaseIterable { case finetune, adapter, quantized, merge }

    package var kind: Kind
    package var id: String
    /// 24 hex digits; the first 8 are the second of creation.
    package var oid = ""
    package var createdAt: Instant
    package var lastModified: Instant
    /// In the last 30 days; nil where the record lacks it, always for spaces.
    package var downloads: Int?
    package var likes = 0
    package var trendingScore = 0
    package var tags: [String] = []
    package var task: String?
    package var library: String?
    package var license: String?
    package var languages: [String] = []
    package var datasets: [String] = []
    package var gated: JSONValue = false
    package var architecture: String?
    package var parameters: Int?
    package var formats: [Format] = []
    package var baseModels: [String] = []
    package var relation: Relation?
    /// Spaces: the models they use. Models: the spaces that use them.
    package var links: [String] = []
    package var sdk: String?
    package var hasCard = false
    package var hasConfig = false
    /// Wire fields that say something else than the truth, or, when nil, are left out: hostile records.
    package var overrides: [String: JSONValue?] = [:]

    /// What the weights are stored in.
    package enum Format: Sendable { case safetensors, packed, gguf, pytorch }

    package init(kind: Kind, id: String, createdAt: Instant) {
        self.kind = kind
        self.id = id
        self.createdAt = createdAt
        self.lastModified = createdAt
    }

    /// The part before the slash; nil for canonical ids.
    package var owner: String? { id.firstIndex(of: "/").map { String(id[..<$0]) } }
    package var name: String { id.firstIndex(of: "/").map { String(id[id.index(after: $0)...]) } ?? id }
    package var isHostile: Bool { !overrides.isEmpty }
    /// False for records that come without a usable id.
    package var isIdentifiable: Bool { overrides["id"] == nil }
}
