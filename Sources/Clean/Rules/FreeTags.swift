import Catalog
import Core
import Hub

/// The free tags of a model: those that no other column has taken, in their order, as they were sent.
///
///     task text-generation, library transformers, languages [en], family llama, 4 bits, and tags
///     ["transformers", "llama", "4-bit", "en", "text-generation", "license:mit", "endpoints_compatible", "region:us",
///      "medical", "Medical", "multilingual", "diffusers:FluxPipeline"]
///     → ["medical", "multilingual", "diffusers:FluxPipeline"]
///
/// A tag is here once, whatever its case. One of more than 64 bytes counts as `tag.tooLong`, one with something invisible,
/// mark-up, an address or an `@` as `tag.bad`, and what comes after the 32nd as `tag.tooMany`: of 760,000 models of 2024,
/// fewer than one in 3,000 have more.
package enum FreeTagRule {
    static let mostTags = 32
    static let mostBytes = 64

    static func read(
        _ record: ModelRecord, _ facts: TagFacts, besides row: ModelRow, _ diagnostics: inout [Diagnostic]
    ) -> [String] {
        read(facts, at: row.repoID, &diagnostics) { isTaken($0, of: record, by: row) }
    }

    /// The same for any repo, of whose tags its own columns take some.
    static func read(
        _ facts: TagFacts, at repoID: String, _ diagnostics: inout [Diagnostic], isTaken: (String) -> Bool
    ) -> [String] {
        var free: [String] = []
        var folded: [String] = []
        for tag in facts.plain + facts.prefixed where !isTaken(tag) {
            guard tag.utf8.count <= mostBytes else {
                diagnostics.append(Diagnostic("tag.tooLong", at: repoID, "\(tag.utf8.count) bytes"))
                continue
            }
            guard isWordly(tag) else {
                diagnostics.append(Diagnostic("tag.bad", at: repoID))
                continue
            }
            let key = tag.lowercased()
            if folded.contains(key) { continue }
            guard free.count < mostTags else {
                diagnostics.append(Diagnostic("tag.tooMany", at: repoID, "\(facts.plain.count) tags"))
                break
            }
            free.append(tag)
            folded.append(key)
        }
        return free
    }
}

extension FreeTagRule {
    /// Whether another column says it already, or the Hub itself put it there about its own services.
    private static func isTaken(_ tag: String, of record: ModelRecord, by row: ModelRow) -> Bool {
        if tag == row.task || tag == row.library || tag == record.libraryName || hubsOwn.contains(tag) { return true }
        if TagMarks.isTaken(tag, by: row) { return true }
        return tag.utf8.count <= 7 && !row.languages.isEmpty && LanguageRule.isOneOf(row.languages, tag)
    }

    /// Words of any writing, with single spaces between.
    private static func isWordly(_ tag: String) -> Bool {
        !tag.isEmpty && !tag.utf8.contains { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "<") }
            && !tag.contains("://") && tag.isVisible
    }

    private static let hubsOwn: Set<String> = [
        "endpoints_compatible", "autotrain_compatible", "text-generation-inference", "text-embeddings-inference",
        "has_space", "model-index", "co2_eq_emissions",
    ]
}
