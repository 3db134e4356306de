import Catalog
import Core
import Hub
import Testing

@testable import Clean

@Suite struct LanguageRuleTests {
    @Test(arguments: [
        ("bert fill-mask en", "en"), ("vit image-classification sd", ""), ("asr en", "en"),
        ("ace acm acq aeb", "ace acm acq aeb"),
        ("multilingual code", ""), ("tts license", ""), ("gpt2 git opt led", ""),
        ("transformers zh-TW en-US", "en zh"), ("eng deu", "de en"), ("iw jw", "he jv"), ("EN German", ""), ("ml", ""),
        ("hi ml ta", "hi ml ta"), ("yue", "yue"), ("sam", ""), ("en en", "en"), ("", ""), ("rl nlp llm", ""),
        ("zz xx", ""), ("trl id en", "en id"), ("trl dna en", "en"), ("moe fr it de es en", "de en es fr it"),
        ("unk", ""),
        ("en trl sd", "en sd"), ("trl sd", ""), ("jax flax en", "en"), ("nli ar bg", "ar bg"),
        ("war ceb en", "ceb en war"),
        ("en unk sd", "en sd"),
    ])
    func findsCodesAmongOtherTags(_ tags: String, _ languages: String) {
        let expected = languages.split(separator: " ").map(String.init)
        #expect(LanguageRule.fromTags(tags.split(separator: " ").map(String.init)) == expected)
    }

    @Test func theOrderOfTagsInARowDoesNotMatter() {
        let row = ["fr", "ceb", "en", "ast", "de"]
        #expect(LanguageRule.fromTags(row) == LanguageRule.fromTags(row.reversed()))
    }

    @Test func aCardMeansLanguagesByAnyCode() {
        var diagnostics: [Diagnostic] = []
        #expect(
            LanguageRule.fromCard(
                ["en", "deu", "English", "asr", "multilingual", "pt-br", "EN"], at: "a/b", &diagnostics)
                == ["asr", "de", "en", "pt"])
        #expect(diagnostics == [Diagnostic("language.unknown", at: "a/b", "English")])
    }
}

@Suite struct LanguagesOfModelsTests {
    /// "card languages | tags" → languages: what one word means is decided by all that is known of the model.
    @Test(arguments: [
        ("vit|transformers vit image-classification", ""), ("led|transformers bert", "led"), ("en led|led", "en"),
        ("jax en|jax flax", "en"), ("trl en|trl sft", "en"), ("unk|autotrain unk", ""), ("trl|trl", ""),
        ("asr|asr", "asr"),
        ("|vit jax trl", ""), ("moe|moe mixtral", ""), ("moe|en", "moe"),
    ])
    func aWordIsOneFact(_ stated: String, _ languages: String) {
        let parts = stated.split(separator: "|", omittingEmptySubsequences: false).map {
            $0.split(separator: " ").map(String.init)
        }
        var record = ModelRecord(id: "a/b")
        (record.card.languages, record.tags) = (parts[0], parts[1])
        var diagnostics: [Diagnostic] = []
        let row = ModelCleaner().row(from: record, on: nil, &diagnostics)
        #expect(row.languages == languages.split(separator: " ").map(String.init) && diagnostics.isEmpty)
    }
}

@Suite struct ISO639Tests {
    @Test(
        arguments: [
            ("en", "en"), ("deu", "de"), ("ger", "de"), ("fre", "fr"), ("iw", "he"), ("yue", "yue"), ("xx", nil),
            ("EN", nil),
            ("e", nil), ("engl", nil), ("mul", nil), ("und", nil), ("zxx", nil), ("mis", nil), ("zho", "zh"), ("", nil),
            ("é", nil),
            ("sh", "sh"), ("hbs", "sh"), ("aaa", "aaa"), ("zzj", "zzj"),
        ] as [(String, String?)])
    func codes(_ text: String, _ code: String?) {
        #expect(ISO639.code(text) == code)
    }

    @Test func everyTwoLetterCodeStaysItself() {
        let letters = (97...122).map { String(Unicode.Scalar(UInt8($0))) }
        let codes = letters.flatMap { a in letters.map { a + $0 } }.filter { ISO639.code($0) == $0 }
        // The 183 of the standard, and "sh", which was withdrawn but still stands for "hbs".
        #expect(codes.count == 184)
    }
}
