import Arguments
import Search
import SearchFormat

/// The filters of `hubatlas search`, by the names that the page's address has: `--license-class` is `licenseClass` there.
enum SearchFilterOptions {
    private static let table: [(key: String, option: Option<[String]>)] = [
        ("task", .repeated("task", "TASK", "of this task: \"asr\", \"text-to-image\"")),
        ("modality", .repeated("modality", "MODALITY", "nlp, cv, mm, audio, tab, rl, other or none")),
        ("library", .repeated("library", "LIBRARY", "for this library")),
        ("license", .repeated("license", "LICENSE", "under this license")),
        ("licenseClass", .repeated("license-class", "CLASS", "permissive, copyleft, community …")),
        ("language", .repeated("language", "LANGUAGE", "for this language: \"de\", \"german\", \"deutsch\"")),
        ("owner", .repeated("owner", "OWNER", "of this owner")),
        ("architecture", .repeated("architecture", "NAME", "of this family: \"llama\"")),
        ("minParameters", .repeated("min-parameters", "N", "at least so many parameters: 7B")),
        ("maxParameters", .repeated("max-parameters", "N", "at most so many parameters")),
        ("minBytes", .repeated("min-bytes", "SIZE", "weights of at least this size: 4GB")),
        ("maxBytes", .repeated("max-bytes", "SIZE", "weights of at most this size")),
        ("minDownloads", .repeated("min-downloads", "N", "at least so many downloads in 30 days")),
        ("minLikes", .repeated("min-likes", "N", "at least so many likes")),
        ("createdFrom", .repeated("created-from", "YYYY-MM-DD", "made on this day or later")),
        ("createdTo", .repeated("created-to", "YYYY-MM-DD", "made on this day or before")),
        ("gated", .repeated("gated", "YES|NO", "one must, or need not, ask for it")),
        ("kind", .repeated("kind", "KIND", "base, derived, finetune, adapter, quantized or merge")),
        ("format", .repeated("format", "FORMAT", "with weights in this format: gguf")),
        ("bits", .repeated("bits", "N", "with weights of so many bits")),
        ("fits", .repeated("fits", "SIZE", "an estimate of what it needs is at most this: 24GB")),
        ("at", .repeated("at", "16|8|4", "the bits a weight that --fits and --max-bytes reckon with (16)")),
    ]

    static let entries = table.map(\.option.entry)

    /// What was given, understood. Throws `SearchError` by the option's name.
    static func filters(_ context: Context, _ engine: SearchEngine) throws(SearchError) -> SearchFilters {
        do {
            return try FilterWords.read(values(context), engine.manifest.tables, engine.synonyms)
        } catch {
            let option = table.first { $0.key == error.place }?.option
            throw SearchError(error.reason, at: option.map { "--\($0.entry.name)" } ?? error.place)
        }
    }

    /// What was given, by key.
    private static func values(_ context: Context) -> [String: [String]] {
        var values: [String: [String]] = [:]
        for (key, option) in table where !context[option].isEmpty { values[key] = context[option] }
        return values
    }
}
