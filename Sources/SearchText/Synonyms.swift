package import JSON

/// Words that people use for what the Hub calls by a code. The table is `assets/search/synonyms.json`, ours.
///
///     matches(in: ["polish", "speech", "to", "text"])
///     → [0] language pl, [1, 3] task automatic-speech-recognition
///     matches(in: ["read", "german", "texts", "aloud"])
///     → [1] language de, [0, 2, 3] task text-to-speech
///     matches(in: ["speech", "model"]) → [0] hints at two tasks
///     code(of: "Deutsch", .language)   → "de"
///
/// A *phrase* means its code; a *hint* often goes with it. Phrases are cut into words as queries are (`QueryText`), and each
/// code's own words are a phrase too; a language's code is a hint. Stop words do not count, nor does the "s" at the end of a
/// word of four letters and more. Languages are found first, and the other phrases among the words that are left.
/// The same rules in `assets/js/search/synonyms.js`.
package struct Synonyms: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case task = "tasks"
        case modality = "modalities"
        case language = "languages"
        case library = "libraries"
        case license = "licenses"
        case format = "formats"
    }

    package struct Meaning: Equatable, Sendable {
        package var kind: Kind
        package var code: String
        package var isHint: Bool

        /// The term of documents that state it; nil for a modality, which no document has as a term.
        package var term: String? {
            switch kind {
            case .task: ExactTerm.task(code)
            case .modality: nil
            case .language: ExactTerm.language(code)
            case .library: ExactTerm.library(code)
            case .license: ExactTerm.license(code)
            case .format: ExactTerm.format(code)
            }
        }
    }

    /// Words of a query that mean something together.
    package struct Match: Equatable, Sendable {
        /// Their places in the query, ascending; stop words are not among them.
        package var positions: [Int]
        package var meanings: [Meaning]
    }

    static let version = 1

    /// What the manifest of an index carries, for the browser.
    package let json: JSONValue
    private var meanings: [String: [Meaning]] = [:]
    private var stopWords: Set<String> = []
    private var longest = 1

    /// - Throws: `SearchTextError` when the table is not one, or of another version.
    package init(_ json: JSONValue) throws {
        self.json = json
        guard let version = json["version"]?.integer else { throw SearchTextError(.notATable("version")) }
        guard version == Self.version else { throw SearchTextError(.version(version)) }
        guard let stop = json["stop"]?.string else { throw SearchTextError(.notATable("stop")) }
        stopWords = Set(Self.list(stop))
        for kind in Kind.allCases {
            for (code, phrases) in try Self.members(json, kind.rawValue) { addPhrases(of: code, kind, phrases) }
        }
        for (word, tasks) in try Self.members(json, "hints") {
            for task in tasks { add(word, Meaning(kind: .task, code: task, isHint: true)) }
        }
    }

    /// Codes of an index: their own words mean them too.
    ///
    ///     adding(["SetFit"], .library)  → "setfit" is a phrase
    package func adding(_ codes: some Sequence<String>, _ kind: Kind) -> Synonyms {
        var copy = self
        for code in codes { copy.addPhrases(of: code, kind, []) }
        return copy
    }

    /// "for", "model": words that no result has to have.
    package func isStopWord(_ word: String) -> Bool { stopWords.contains(word) }

    /// Languages, then every longest phrase or hint among the other words; one that lies within a longer one is left out.
    package func matches(in words: [String]) -> [Match] {
        var places = words.indices.filter { !isStopWord(words[$0]) }
        if places.isEmpty { places = Array(words.indices) }
        let languages = matches(in: words, at: places) { $0.kind == .language && !$0.isHint }
        let taken = Set(languages.flatMap(\.positions))
        return languages + matches(in: words, at: places.filter { !taken.contains($0) }) { _ in true }
    }

    /// The one code that a text means, by its phrases or as the code that it is.
    package func code(of text: String, _ kind: Kind) -> String? {
        let known = meanings[key(text)]?.filter { $0.kind == kind } ?? []
        return (known.first { !$0.isHint } ?? known.first)?.code
    }
}

extension Synonyms {
    private func matches(in words: [String], at places: [Int], counts: (Meaning) -> Bool) -> [Match] {
        var found: [Match] = []
        var end = 0
        for start in places.indices {
            for count in stride(from: min(longest, places.count - start), through: 1, by: -1) where start + count > end
            {
                let positions = Array(places[start..<start + count])
                let key = positions.map { Self.stem(words[$0]) }.joined(separator: " ")
                let meanings = (meanings[key] ?? []).filter(counts)
                guard !meanings.isEmpty else { continue }
                found.append(Match(positions: positions, meanings: meanings))
                end = start + count
                break
            }
        }
        return found
    }

    /// "photos" → "photo"; "is", "gps" and "class" stay.
    private static func stem(_ word: String) -> String {
        word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }

    private mutating func addPhrases(of code: String, _ kind: Kind, _ phrases: [String]) {
        add(code, Meaning(kind: kind, code: code, isHint: kind == .language))
        for phrase in phrases { add(phrase, Meaning(kind: kind, code: code, isHint: false)) }
    }

    private mutating func add(_ phrase: String, _ meaning: Meaning) {
        let key = key(phrase)
        guard !key.isEmpty else { return }
        longest = max(longest, key.split(separator: " ").count)
        // The first saying counts: a phrase of the table before a code of an index that happens to be spelled so.
        if meanings[key]?.contains(where: { $0.kind == meaning.kind && $0.code == meaning.code }) == true { return }
        meanings[key, default: []].append(meaning)
    }

    /// Without stop words, unless it has no others.
    private func key(_ phrase: String) -> String {
        let words = QueryText(phrase).words.map(\.text)
        let telling = words.filter { !isStopWord($0) }
        return (telling.isEmpty ? words : telling).map(Self.stem).joined(separator: " ")
    }

    private static func members(_ json: JSONValue, _ name: String) throws -> [(String, [String])] {
        guard let members = json[name]?.object else { throw SearchTextError(.notATable(name)) }
        return try members.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { key in
            guard let text = members[key]?.string else { throw SearchTextError(.notATable("\(name).\(key)")) }
            return (key, list(text))
        }
    }

    /// "asr, stt" → ["asr", "stt"].
    private static func list(_ text: String) -> [String] {
        text.split(separator: ",").map { String($0.drop { $0 == " " }) }
    }
}
