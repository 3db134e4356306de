package import JSON

/// Words that people use for what the Hub calls by a code. The table is `assets/search/synonyms.json`, ours.
///
///     matches(in: ["polish", "speech", "to", "text"])
///     → 0..<1 language pl, 1..<4 task automatic-speech-recognition
///     matches(in: ["speech", "model"]) → 0..<1 hints at two tasks
///     code(of: "Deutsch", .language)   → "de"
///
/// A *phrase* means its code; a *hint* often goes with it. Phrases are cut into words as queries are (`QueryText`), and each
/// code's own words are a phrase too; a language's code is a hint. The same rules in `assets/js/search/text.js`.
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
        package var range: Range<Int>
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
        for kind in Kind.allCases {
            for (code, phrases) in try Self.members(json, kind.rawValue) { addPhrases(of: code, kind, phrases) }
        }
        for (word, tasks) in try Self.members(json, "hints") {
            for task in tasks { add(word, Meaning(kind: .task, code: task, isHint: true)) }
        }
        guard let stop = json["stop"]?.string else { throw SearchTextError(.notATable("stop")) }
        stopWords = Set(Self.list(stop))
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

    /// Every longest phrase or hint, in order; one that lies within a longer one is left out.
    package func matches(in words: [String]) -> [Match] {
        var found: [Match] = []
        var end = 0
        for start in words.indices {
            let limit = min(longest, words.count - start)
            for count in stride(from: limit, through: 1, by: -1) where start + count > end {
                let range = start..<start + count
                let meanings = meanings(of: words[range])
                guard !meanings.isEmpty else { continue }
                found.append(Match(range: range, meanings: meanings))
                end = range.upperBound
                break
            }
        }
        return found
    }

    /// The one code that a text means, by its phrases or as the code that it is.
    package func code(of text: String, _ kind: Kind) -> String? {
        let known = meanings[Self.key(text)]?.filter { $0.kind == kind } ?? []
        return (known.first { !$0.isHint } ?? known.first)?.code
    }
}

extension Synonyms {
    /// A stop word hints at nothing: "to" is Tongan, "be" Belarusian.
    private func meanings(of words: ArraySlice<String>) -> [Meaning] {
        let meanings = meanings[words.joined(separator: " ")] ?? []
        return words.count == 1 && isStopWord(words.first!) ? meanings.filter { !$0.isHint } : meanings
    }

    private mutating func addPhrases(of code: String, _ kind: Kind, _ phrases: [String]) {
        add(code, Meaning(kind: kind, code: code, isHint: kind == .language))
        for phrase in phrases { add(phrase, Meaning(kind: kind, code: code, isHint: false)) }
    }

    private mutating func add(_ phrase: String, _ meaning: Meaning) {
        let key = Self.key(phrase)
        guard !key.isEmpty else { return }
        longest = max(longest, key.split(separator: " ").count)
        // The first saying counts: a phrase of the table before a code of an index that happens to be spelled so.
        if meanings[key]?.contains(where: { $0.kind == meaning.kind && $0.code == meaning.code }) == true { return }
        meanings[key, default: []].append(meaning)
    }

    private static func key(_ phrase: String) -> String {
        QueryText(phrase).words.map(\.text).joined(separator: " ")
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
