import Catalog

/// Which of the Hub's tags are words worth finding a model by.
///
///     "medical", "deep-reinforcement-learning"  → yes
///     "region:us", "dataset:squad"              → no      a prefix: a field of the row, or of no use
///     "endpoints_compatible", "model-index"     → no      what the Hub can do with the files
///     "pytorch", "fill-mask", "en", of a row that says so in its fields → no
enum FreeTag {
    static func isWorthWords(_ tag: String, of row: ModelRow) -> Bool {
        if tag.utf8.contains(UInt8(ascii: ":")) || tag.utf8.count > 60 { return false }
        if machinery.contains(tag) || tag.hasSuffix("_compatible") || tag.hasPrefix("generated_from_") { return false }
        let folded = tag.lowercased()
        if folded == row.task || folded == row.architecture || folded == row.library?.lowercased() { return false }
        return !row.languages.contains(folded) && !row.formats.contains(folded)
    }

    private static let machinery: Set<String> = [
        "co2_eq_emissions", "custom_code", "endpoints-template", "endpoints_template", "has_space", "model-index",
        "tensorboard", "text-embeddings-inference", "text-generation-inference", "autotrain_compatible",
    ]
}
