import JSON

/// Which fields a kind has on the wire, and which of them an answer holds.
///
/// Source: the Hub's own refusal of unknown `expand` values, and what its clients document of default answers.
enum Fields {
    /// What `expand` may name.
    static func expandable(_ kind: FakeRepo.Kind) -> [String] {
        switch kind {
        case .models: models
        case .datasets: datasets
        case .spaces: spaces
        }
    }

    /// Without `expand` and `full`; `_id` and `id` always come.
    static func standard(_ kind: FakeRepo.Kind) -> [String] {
        switch kind {
        case .models:
            words("modelId private downloads likes trendingScore tags pipeline_tag library_name createdAt")
        case .datasets:
            words(
                "author private downloads likes trendingScore tags createdAt lastModified sha gated disabled description"
            )
        case .spaces: words("private likes trendingScore tags createdAt sdk")
        }
    }

    /// What `full=true` adds.
    static func full(_ kind: FakeRepo.Kind) -> [String] {
        switch kind {
        case .models: words("author sha lastModified siblings gated")
        case .datasets: words("cardData siblings")
        case .spaces: words("author sha lastModified siblings cardData")
        }
    }

    /// What the answer for one repo adds to the standard fields.
    static func single(_ kind: FakeRepo.Kind) -> [String] {
        let common = words("author sha lastModified gated disabled cardData siblings usedStorage")
        switch kind {
        case .models: return common + words("config safetensors gguf transformersInfo model-index widgetData spaces")
        case .datasets: return common
        case .spaces: return common.filter { $0 != "gated" } + words("models datasets runtime subdomain")
        }
    }

    private static let models = words(
        """
        author baseModels cardData childrenModelCount config createdAt disabled downloads downloadsAllTime evalResults \
        gated gguf inference inferenceProviderMapping lastModified library_name likes mask_token model-index \
        pipeline_tag private resourceGroup safetensors sha siblings spaces tags transformersInfo trendingScore \
        usedStorage widgetData xetEnabled
        """)
    private static let datasets = words(
        """
        author cardData citation createdAt description disabled downloads downloadsAllTime gated lastModified likes \
        mainSize paperswithcode_id private resourceGroup sha siblings tags trendingScore usedStorage xetEnabled
        """)
    private static let spaces = words(
        """
        author cardData createdAt datasets disabled lastModified likes models private region resourceGroup runtime \
        sdk sha siblings subdomain tags trendingScore usedStorage xetEnabled
        """)

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}

/// Which fields a request wants.
///
///     expand=likes&expand[]=tags → likes, tags and nothing else
///     full=true                  → the standard fields and a few more
struct Projection: Equatable, Sendable {
    var fields: [String]

    /// - Throws: `Refusal` with status 400 for a name that does not exist, and for `expand` beside `full`.
    init(kind: FakeRepo.Kind, _ query: [(name: String, value: String)], isSingle: Bool = false) throws(Refusal) {
        let expand = query.filter { $0.name == "expand" || $0.name == "expand[]" }
            .flatMap { $0.value.split(separator: ",").map(String.init) }
        let flags = ["full", "cardData", "config"].filter { flag in
            query.contains { $0.name == flag && ["true", "1"].contains($0.value.lowercased()) }
        }
        guard expand.isEmpty || flags.isEmpty else {
            throw Refusal(400, "expand cannot be used together with full, cardData or config")
        }
        let known = Fields.expandable(kind)
        guard expand.allSatisfy(known.contains) else { throw Refusal(400, oneOf(known)) }
        fields = expand.isEmpty ? Fields.standard(kind) : expand
        if isSingle, expand.isEmpty { fields += Fields.single(kind) }
        if flags.contains("full") { fields += Fields.full(kind) }
        fields += flags.filter { $0 != "full" }
    }
}
