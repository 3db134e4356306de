package import Catalog

/// What of a model can be found by words, as terms in fields.
///
///     openai/whisper-small, task automatic-speech-recognition, library transformers, languages [de]
///     → name      whisper small
///       owner     @openai openai
///       tag       #automatic-speech-recognition automatic speech recognition #lib:transformers #lang:de
///
/// Library, license, languages and formats are one exact term each: the words that mean them are known to the query's
/// side (`Synonyms` and the code tables of the index), where they cost nothing for each model.
package struct SearchDocument: Sendable {
    package private(set) var terms = TermList()
    private var tokenizer = Tokenizer()

    package init() {}

    package init(of row: ModelRow) { read(row) }

    /// Takes the terms of another model, in the same memory.
    package mutating func read(_ row: ModelRow) {
        terms.removeAll()
        tokenizer.append(name: Self.name(of: row.repoID), to: &terms)
        if let owner = row.owner { tokenizer.append(owner: owner, to: &terms) }
        readFacts(row)
        for tag in row.tags where FreeTag.isWorthWords(tag, of: row) { appendWords(tag) }
        for base in row.bases {
            tokenizer.append(name: Self.name(of: base.repoID), to: &terms, as: .base, parts: .base)
        }
        for dataset in row.datasets {
            tokenizer.append(name: Self.name(of: dataset), to: &terms, as: .base, parts: nil)
        }
    }

    /// "author/name" → "name".
    package static func name(of repoID: String) -> String {
        guard let slash = repoID.utf8.firstIndex(of: UInt8(ascii: "/")) else { return repoID }
        return String(repoID[repoID.index(after: slash)...])
    }
}

extension SearchDocument {
    private mutating func readFacts(_ row: ModelRow) {
        if let task = row.task {
            terms.append(prefix: "#", task, as: .tag)
            appendWords(task)
        }
        if let library = row.library { terms.append(prefix: "#lib:", library, as: .tag) }
        if let license = row.license { terms.append(prefix: "#license:", license, as: .tag) }
        for language in row.languages { terms.append(prefix: "#lang:", language, as: .tag) }
        for format in row.formats { terms.append(prefix: "#format:", format, as: .tag) }
        if let architecture = row.architecture { appendWords(architecture) }
        if row.isConversational { appendWords("conversational") }
        if row.isMerge { appendWords("merge") }
        if row.isMixtureOfExperts { appendWords("moe") }
    }

    /// Each word once: a task and a tag often say the same. "to" of "text-to-speech" says nothing.
    private mutating func appendWords(_ text: String) {
        var words = TermList()
        tokenizer.append(name: text, to: &words)
        for index in 0..<words.count where !words.bytes(of: index).elementsEqual("to".utf8) {
            terms.append(words, index, as: .tag)
            terms.dropLastIfKnown()
        }
    }
}
