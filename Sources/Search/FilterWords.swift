import Core
package import SearchFormat
package import SearchText

/// Filters as people write them, by the names that the page's address has.
///
///     ["task": ["asr"], "language": ["german"], "maxParameters": ["1B"], "fits": ["24GB"]]
///     → task automatic-speech-recognition, language de, at most 1,000,000,000 parameters, fits 24 GB
///
/// A task, language, library, license, format or modality may be given by any of its synonyms. What no model of the index
/// has is refused, with what was probably meant.
package struct FilterWords: Sendable {
    package static let names = [
        "task", "modality", "library", "license", "licenseClass", "language", "owner", "architecture", "minParameters",
        "maxParameters", "minBytes", "maxBytes", "minDownloads", "minLikes", "createdFrom", "createdTo", "gated",
        "kind",
        "format", "bits", "fits", "at",
    ]

    private let values: [String: [String]]
    private let tables: Manifest.Tables
    private let synonyms: Synonyms

    /// The filters of one index. Throws `SearchError`.
    package static func read(_ values: [String: [String]], _ tables: Manifest.Tables, _ synonyms: Synonyms)
        throws(SearchError) -> SearchFilters
    {
        for name in values.keys.sorted() where !names.contains(name) {
            throw SearchError(.unknownFilter(guess: guess(name, among: names)), at: name)
        }
        return try FilterWords(values: values, tables: tables, synonyms: synonyms).filters()
    }

    private func filters() throws(SearchError) -> SearchFilters {
        var filters = SearchFilters()
        filters.task = try codes("task", tables.tasks.names, .task)
        filters.library = try codes("library", tables.libraries.names, .library)
        filters.license = try codes("license", tables.licenses.names, .license)
        filters.language = try codes("language", tables.languages.names, .language)
        filters.format = try codes("format", tables.formats.names, .format)
        filters.architecture = try codes("architecture", tables.architectures.names, nil)
        filters.modality = try codes("modality", Self.unique(tables.tasks.groups) + ["none"], .modality)
        filters.licenseClass = try codes("licenseClass", Self.unique(tables.licenses.groups) + ["none"], nil)
        filters.owner = values["owner"] ?? []
        filters.kind = try codes("kind", ["base", "derived", "finetune", "adapter", "quantized", "merge"], nil)
        try readAmounts(into: &filters)
        return filters
    }

    private func readAmounts(into filters: inout SearchFilters) throws(SearchError) {
        filters.minParameters = try amount("minParameters", example: "7B")
        filters.maxParameters = try amount("maxParameters", example: "7B")
        filters.minBytes = try amount("minBytes", example: "4GB")
        filters.maxBytes = try amount("maxBytes", example: "4GB")
        filters.minDownloads = try amount("minDownloads", example: "1000")
        filters.minLikes = try amount("minLikes", example: "10")
        filters.createdFrom = try day("createdFrom")
        filters.createdTo = try day("createdTo")
        filters.gated = try one("gated").map { (text) throws(SearchError) in
            switch text {
            case "yes", "true": true
            case "no", "false": false
            default: throw SearchError(.notOneOf(text, ["yes", "no"]), at: "gated")
            }
        }
        for text in values["bits"] ?? [] {
            guard let bits = Int(text), bits > 0 else {
                throw SearchError(.notAnAmount(text, example: "4"), at: "bits")
            }
            filters.bits.append(bits)
        }
        filters.fitsGB = try amount("fits", example: "24GB", unit: 1_000_000_000).map { Double($0) / 1e9 }
        filters.at = try one("at").map { (text) throws(SearchError) in
            guard let bits = Int(text), [16, 8, 4].contains(bits) else {
                throw SearchError(.notOneOf(text, ["16", "8", "4"]), at: "at")
            }
            return bits
        }
    }
}

extension FilterWords {
    private func codes(_ name: String, _ known: [String?], _ kind: Synonyms.Kind?) throws(SearchError) -> [String] {
        var codes: [String] = []
        let names = known.compactMap { $0 }
        for text in values[name] ?? [] {
            if let code = names.first(where: { $0.lowercased() == text.lowercased() }) {
                codes.append(code)
            } else if let kind, let code = synonyms.code(of: text, kind), names.contains(code) {
                codes.append(code)
            } else {
                throw SearchError(.unknownValue(text, guess: guess(text, among: names)), at: name)
            }
        }
        return codes
    }

    private func one(_ name: String) throws(SearchError) -> String? {
        guard let texts = values[name], let text = texts.first else { return nil }
        guard texts.count == 1 else { throw SearchError(.onlyOne, at: name) }
        return text
    }

    private func day(_ name: String) throws(SearchError) -> Int? {
        guard let text = try one(name) else { return nil }
        guard let day = Day(text) else { throw SearchError(.notADay(text), at: name) }
        return day.number
    }

    /// "7B" → 7,000,000,000; "1.5 GB" → 1,500,000,000; a number alone counts so many `unit`s.
    private func amount(_ name: String, example: String, unit: Double = 1) throws(SearchError) -> Int? {
        guard let text = try one(name) else { return nil }
        guard let amount = Self.amount(text, unit: unit) else {
            throw SearchError(.notAnAmount(text, example: example), at: name)
        }
        return amount
    }

    package static func amount(_ text: String, unit: Double = 1) -> Int? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let rest = text.dropFirst(digits.count).lowercased().filter { $0 != " " }
        guard let number = Double(digits) else { return nil }
        let scales = ["k": 1e3, "kb": 1e3, "m": 1e6, "mb": 1e6, "b": 1e9, "g": 1e9, "gb": 1e9, "t": 1e12, "tb": 1e12]
        guard let scale = rest.isEmpty ? unit : scales[rest] else { return nil }
        return Int(exactly: (number * scale).rounded())
    }

    private static func unique(_ groups: [String]) -> [String] {
        groups.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
