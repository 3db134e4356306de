import Core
import Hub
import JSON

extension ModelRecord {
    /// The record of a line of the curated list of August 2026, which has keys of its own.
    ///
    ///     {"id":"a/b","downloads_30d":430,"parameters":7615616512,"formats":["gguf"],"base_model":"c/d","removed":false}
    ///     → downloads 430, stated parameters, stated format, base c/d
    ///
    /// Its `license` stands for the card's; `updated_at` for the last change. Texts and figures written for people are
    /// passed over.
    static func decodeRadar(_ view: JSONView, into diagnostics: inout [Diagnostic]) -> ModelRecord? {
        guard let id = view["id"]?.string, RepoID.isValid(id) else {
            diagnostics.append(Diagnostic("record.noID", at: "", view.kind.rawValue))
            return nil
        }
        var record = ModelRecord(id: id)
        var reader = WireReader(subject: id)
        for (key, value) in view.members where !value.isNull { record.takeRadar(key.string ?? "", value, &reader) }
        if view["removed"]?.bool != true { record.removedAt = nil }
        diagnostics += reader.diagnostics
        return record
    }

    private mutating func takeRadar(_ key: String, _ value: JSONView, _ reader: inout WireReader) {
        switch key {
        case "created_at": createdAt = reader.date(value, "created_at")
        case "updated_at": lastModified = reader.date(value, "updated_at")
        case "removed_at": removedAt = reader.date(value, "removed_at")
        case "license": card.licenses = reader.strings(value, "license")
        case "pipeline_tag": pipelineTag = reader.string(value, "pipeline_tag")
        case "library": libraryName = reader.string(value, "library")
        case "languages": card.languages = reader.strings(value, "languages")
        case "tags": tags = reader.strings(value, "tags")
        case "likes": likes = reader.count(value, "likes")
        case "downloads_30d": downloads = reader.count(value, "downloads_30d")
        case "trending_score": trendingScore = reader.number(value, "trending_score")
        case "parameters":
            statedParameters = reader.size(value, "parameters").map {
                StatedParameters(count: $0, isTensorCount: false)
            }
        case "storage_bytes": usedStorageBytes = reader.size(value, "storage_bytes")
        // A merge's bases are one text with commas, which may be longer than any single id.
        case "base_model": card.baseModels = reader.words(value, "base_model")
        case "formats": statedFormats = reader.strings(value, "formats")
        case "is_conversational": isStatedConversational = reader.bool(value, "is_conversational")
        case "gated": gated = reader.gated(value)
        default: break
        }
    }
}

extension WireReader {
    /// "a/b, c/d" → ["a/b", "c/d"].
    fileprivate mutating func words(_ view: JSONView, _ field: StaticString) -> [String] {
        guard let text = view.string else { return strings(view, field) }
        let words = text.split { $0 == "," || $0 == " " }.map(String.init)
        if words.count > Limit.listItems { note("field.tooMany", "\(field): \(words.count) items") }
        return Array(words.prefix(Limit.listItems))
    }
}
