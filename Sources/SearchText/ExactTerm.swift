/// Terms that say one fact exactly; a word never begins with their signs.
///
///     ExactTerm.task("text-to-speech")   → "#text-to-speech"
///     ExactTerm.library("Transformers")  → "#lib:transformers"
///     ExactTerm.license("Apache-2.0")    → "#license:apache-2.0"
///     ExactTerm.language("de")           → "#lang:de"
///     ExactTerm.format("gguf")           → "#format:gguf"
///     ExactTerm.owner("TheBloke")        → "@thebloke"
package enum ExactTerm {
    package static func task(_ code: String) -> String { term("#", code) }
    package static func library(_ code: String) -> String { term("#lib:", code) }
    package static func license(_ code: String) -> String { term("#license:", code) }
    package static func language(_ code: String) -> String { term("#lang:", code) }
    package static func format(_ code: String) -> String { term("#format:", code) }
    package static func owner(_ name: String) -> String { term("@", name) }

    private static func term(_ prefix: StaticString, _ code: String) -> String {
        var list = TermList()
        list.append(prefix: prefix, code, as: .tag)
        return list.text(of: 0)
    }
}
