package import Core

/// Which languages a repo is for, as ISO 639 codes, sorted.
///
///     card ["en", "deu", "English"]               → ["de", "en"], with a `language.unknown` diagnostic
///     tags ["bert", "fill-mask", "en"]            → ["en"]
///     tags ["vit", "image-classification", "sd"]  → []             Stable Diffusion, hardly Sindhi
///     tags ["asr", "en"]                          → ["en"]         `asr` is a code too, but stands alone
///     tags ["ace", "acm", "acq", "aeb"]           → all four       three codes in a row are a list of languages
///     tags ["trl", "id", "en"]                    → ["en", "id"]   a word of the trade, in a row of codes, too
///     tags ["multilingual", "code"]               → []             not languages
///     card ["unk", "trl", "asr"]                  → ["asr"]        programs write `unk` and `trl` into cards
///
/// A model's list of tags mixes codes with every other word, so there a code of three letters, and a few of two, must be
/// one of the well-used languages or stand in a row of codes, and what names a tool, an architecture or a task never
/// counts. A card's list, and a dataset's `language:` tags, say "language", so any code counts.
package enum LanguageRule {
    /// The languages of a list that holds nothing else.
    package static func fromCard(_ sent: [String], at subject: String, _ diagnostics: inout [Diagnostic]) -> [String] {
        var codes: Set<String> = []
        for text in sent {
            let word = text.lowercased()
            if notLanguages.contains(word) || writtenByPrograms.contains(word) { continue }
            if let code = code(word) {
                codes.insert(code)
            } else {
                diagnostics.append(Diagnostic("language.unknown", at: subject, String(text.prefix(20))))
            }
        }
        return codes.sorted()
    }

    /// The languages among tags of every kind.
    package static func fromTags(_ tags: [String]) -> [String] {
        var codes: [String] = []
        var run: [String] = []
        var runLength = 0
        func close() {
            for tag in run where counts(tag, in: runLength) { codes.append(ISO639.code(base(tag))!) }
            run.removeAll(keepingCapacity: true)
            runLength = 0
        }
        for tag in tags {
            // Neither lengthens a row of codes nor ends it.
            if tag.utf8.count == 3, wordsOfTheTrade.contains(tag) || writtenByPrograms.contains(tag) { continue }
            if notLanguages.contains(tag) {
                runLength += 1
            } else if tag.utf8.count <= 7, isCodeLike(tag) {
                run.append(tag)
                runLength += 1
            } else if runLength > 0 {
                close()
            }
        }
        close()
        return codes.count < 2 ? codes : Set(codes).sorted()
    }
}

extension LanguageRule {
    /// Whether a tag is one of a repo's languages: "en", "deu", "zh-TW".
    static func isOneOf(_ languages: [String], _ tag: String) -> Bool {
        guard let code = code(tag.lowercased()) else { return false }
        return languages.contains(code)
    }

    /// "zh-TW" and "sr-Latn" are forms of "zh" and "sr".
    private static func code(_ text: String) -> String? {
        ISO639.code(text) ?? ISO639.code(String(text.prefix { $0 != "-" && $0 != "_" }))
    }

    private static func base(_ tag: String) -> String { tag.utf8.count <= 3 ? tag : String(tag.prefix { $0 != "-" }) }

    private static func isCodeLike(_ tag: String) -> Bool {
        if tag.utf8.count <= 3 { return ISO639.code(tag) != nil }
        // Of the longer tags only "xx-YY" and "xx-Yyyy" are forms of a language.
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 2, parts[1].utf8.count == 2 || parts[1].utf8.count == 4,
            parts[1].first!.isUppercase
        else { return false }
        return ISO639.code(String(parts[0])) != nil
    }

    private static func counts(_ tag: String, in runLength: Int) -> Bool {
        if tag.utf8.count == 2 { return runLength >= 2 || !ambiguous.contains(tag) }
        return tag.utf8.count > 3 || runLength >= 3 || wellUsed.contains(tag)
    }

    private static let notLanguages: Set<String> = [
        "multilingual", "code", "mul", "und", "unk", "zxx", "mis", "unknown", "other", "none",
    ]

    /// Words that a program writes into every card it makes; the languages of these codes (Traveller Scottish, Folopa) are
    /// those of no model known. Of 8,650 recorded single models 138 bear `trl` and 13 `ppo`: no card means a language by it.
    private static let writtenByPrograms: Set<String> = ["trl", "ppo"]

    /// Codes that as tags name a library, an architecture, a method or a task. Found in the list of 2024-07-11: tags of 40
    /// models or more of which most stand by themselves, and their kin. A list of a thousand languages loses a few by it.
    private static let wordsOfTheTrade = Set(
        """
        jax mlx bnb gnn rnn gan lam sac mix moe vit opt esm led mpt git mvp sam bit dac sew van llm mlm clm lcm rag cot kto agi \
        ner pos nli asr tts mtl dna nat sea
        """.split(separator: " ").map(String.init))

    /// As tags these mean Stable Diffusion, machine learning, computer vision, input and output, TypeScript.
    private static let ambiguous: Set<String> = ["sd", "ml", "cv", "io", "ts"]

    /// Three letters that 25 datasets or more state as their language, and that are no English word or usual abbreviation.
    private static let wellUsed = Set(
        """
        vie tha ceb eng jav mya ckb yue ilo ast fil khm tgl bjn nso kab shn lao arz sah azb hsb lij vec mhr mni hin tpi tam crh \
        luo fur scn spa fra nds pap ltg fon rus szl swh tet lmo kmr hau ben jpn deu ita tum urd bho cmn guj nld yor pes pcm cbk \
        myv gom amh ary zsm kor ron tel pol haw ory npi kea lug xho swe dan hun srp umb udm lus kbp kin afr nya ibo awa jbo wuu \
        bcl dyu quy zul tur ukr bem mrj pnb mos heb cnh pms krc mdf zho ces csb dsb hil tyv tgk azj wol hrv zgh kac bxr kbd tzm \
        ell bul kir hne mzn xmf srn cym isl grc por fas ara ind
        """.split(separator: " ").map(String.init))
}
