import Catalog

extension ExportTable {
    /// A row a model, in the order of their ids: names that stand together begin alike, and pack well.
    static let models = ExportTable(
        name: "models", meaning: "Every model of the list, one a row.", subjects: [.models],
        columns: identity + made + built + described + counted + estimated,
        rows: .query("FROM models m ORDER BY m.repo_id"))

    private static let list = "list of models"
    private static let cleaned = "list of models, cleaned"

    private static let identity: [ExportColumn] = [
        .init("id", .text, "m.repo_id", "Owner and name, as in the address.", from: list, isAlwaysThere: true),
        .init("owner", .text, "m.owner", "The account before the slash; models of old have none.", from: list),
        .init(
            "name", .text, "substr(m.repo_id, instr(m.repo_id, '/') + 1)", "What stands behind the slash.", from: list,
            isAlwaysThere: true),
        .init("hub_id", .text, "m.hub_id", "The Hub's own number, which stays when a model is renamed.", from: list),
        .init(
            "former_names", .words, all("name", of: "former_names WHERE model = m.id ORDER BY name"),
            "Ids that it had before.", from: "earlier lists"),
    ]

    private static let made: [ExportColumn] = [
        .init(
            "created_at", .instant, "m.created_at",
            "When the repo was made; missing where that was before the Hub noted it (2022-03-02).", from: list),
        .init(
            "is_before_record", .flag, "m.is_before_record", "Made before the Hub noted days.", from: list,
            isAlwaysThere: true),
        .init("last_modified", .instant, "m.last_modified", "The last commit.", from: list),
        .init("removed_on", .day, "m.removed_on", "The first list that no longer has it.", from: "comparison of lists"),
    ]

    private static let built: [ExportColumn] = [
        .init("task", .text, "m.task", "The pipeline tag.", from: list),
        .init(
            "modality", .text, "m.modality", "What the task is about: nlp, cv, mm, audio, tab, rl, other, none.",
            from: "the task", isAlwaysThere: true),
        .init("library", .text, "m.library", "What loads it.", from: list),
        .init("architecture", .text, "m.architecture", "llama, bert: the family of the code.", from: "config or tags"),
        .init("formats", .words, "m.formats", "Formats of the weights.", from: "files or tags"),
        .init("parameters", .integer, "m.parameters", "Weights.", from: "see parameters_from"),
        .init(
            "parameters_from", .text, "m.parameters_from",
            "safetensors and gguf are counted, name is read off the name, list and page are as stated.", from: cleaned),
        .init("weight_bits", .integer, "m.weight_bits", "Bits a weight as stored.", from: "tags, dtypes or name"),
        .init(
            "base_models", .words, all("base", of: "bases WHERE model = m.id ORDER BY position"),
            "Models that it states to be made from.", from: "tags"),
        .init(
            "base_relations", .words, all("relation", of: "bases WHERE model = m.id ORDER BY position"),
            "How, of each: finetune, adapter, quantized, merge, unknown.", from: "tags"),
        .init("is_merge", .flag, "m.is_merge", "Says to be merged of several.", from: "tags", isAlwaysThere: true),
        .init(
            "is_mixture_of_experts", .flag, "m.is_mixture_of_experts", "Says to be of experts.", from: "tags",
            isAlwaysThere: true),
        .init(
            "is_conversational", .flag, "m.is_conversational", "Says to answer in a conversation.", from: "tags",
            isAlwaysThere: true),
    ]

    private static let described: [ExportColumn] = [
        .init("license", .text, "m.license", "SPDX where there is one.", from: cleaned),
        .init("license_stated", .text, "m.license_raw", "The license as the owner spells it.", from: list),
        .init(
            "license_class", .text, "m.license_class",
            "permissive, copyleft, responsible-ai, community, non-commercial, other, none.", from: "the license",
            isAlwaysThere: true),
        .init("gated", .text, "m.gated", "open, auto, manual, or gated where the way is not told.", from: list),
        .init("languages", .words, "m.languages", "ISO 639 codes.", from: "tags, cleaned"),
        .init("tags", .tags, "m.tags", "Tags that no other column has.", from: list),
        .init("datasets", .words, "m.datasets", "Datasets that it states to be trained on.", from: "tags"),
        .init("papers", .words, "m.papers", "arXiv numbers.", from: "tags"),
    ]

    private static let counted: [ExportColumn] = [
        .init("downloads", .integer, "m.downloads", "Of the last 30 days.", from: list),
        .init("downloads_all_time", .integer, "m.downloads_all_time", "Since it was made.", from: list),
        .init("likes", .integer, "m.likes", "Likes.", from: list),
        .init("trending_score", .number, "m.trending_score", "The Hub's own figure.", from: list),
        .init("storage_bytes", .integer, "m.used_storage_bytes", "The repo with all its versions.", from: "details"),
        .init("files_bytes", .integer, "m.tree_size_bytes", "The files that it has now.", from: "details"),
        .init("files", .integer, "m.file_count", "How many files.", from: "list or details"),
        .init(
            "spaces", .integer, "(SELECT spaces FROM model_spaces WHERE model = m.repo_id)",
            "Spaces that name it, of those in the list; missing where none does.", from: "list of Spaces"),
    ]

    private static let estimate =
        "estimate: parameters × bits, working memory, cache of 4,096 tokens (Hardware/MemoryEstimate.swift)"

    private static let estimated: [ExportColumn] = [
        .init(
            "memory_bytes_stored_estimated", .memory(bits: nil), "NULL", "What it takes to run as it is stored.",
            from: estimate),
        .init("memory_bytes_16bit_estimated", .memory(bits: 16), "NULL", "At 16 bits a weight.", from: estimate),
        .init("memory_bytes_8bit_estimated", .memory(bits: 8), "NULL", "At 8 bits a weight.", from: estimate),
        .init("memory_bytes_4bit_estimated", .memory(bits: 4), "NULL", "At 4 bits a weight.", from: estimate),
    ]

    /// One column of some rows as a list with spaces between.
    private static func all(_ column: String, of rows: String) -> String {
        "(SELECT group_concat(\(column), ' ') FROM (SELECT \(column) FROM \(rows)))"
    }

    /// What an estimate is reckoned from, behind the columns.
    static let facts = [
        "m.parameters", "m.weight_bits", "m.formats", "m.task",
        "(m.library IS 'peft' OR EXISTS (SELECT 1 FROM bases WHERE model = m.id AND relation = 'adapter'))",
    ]
}
