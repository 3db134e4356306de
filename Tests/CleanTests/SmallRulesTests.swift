import Catalog
import Core
import Hub
import Testing

@testable import Clean

@Suite struct IdentityRuleTests {
    private let rule = IdentityRule()

    @Test(
        arguments: [
            ("gpt2", "openai-community/gpt2", "openai-community"),
            ("bert-base-uncased", "google-bert/bert-base-uncased", "google-bert"),
            ("acme/model", "acme/model", "acme"), ("my-own-old-model", "my-own-old-model", nil),
        ] as [(String, String, String?)])
    func namesOfToday(_ sent: String, _ current: String, _ owner: String?) {
        #expect(rule.current(sent) == current)
        #expect(rule.owner(of: current) == owner)
    }

    @Test func moreRenamesCanBeAdded() {
        var rule = IdentityRule()
        rule.add(rename: "my-own-old-model", to: "me/model")
        #expect(rule.current("my-own-old-model") == "me/model")
        #expect(LegacyIDs.renames.count == 68)
    }

    @Test func aHubIDIsHexadecimal() {
        var diagnostics: [Diagnostic] = []
        #expect(rule.hubID("621ffdc036468d709f174338", at: "a/b", &diagnostics) == "621ffdc036468d709f174338")
        #expect(rule.hubID(nil, at: "a/b", &diagnostics) == nil)
        #expect(diagnostics.isEmpty)
        #expect(rule.hubID("nonsense", at: "a/b", &diagnostics) == nil)
        #expect(diagnostics.map(\.identifier) == ["id.hub"])
    }
}

@Suite struct TaskAndLibraryRuleTests {
    @Test(
        arguments: [
            ("text-generation", "text-generation", Modality.nlp, []),
            ("text2text-generation", "text2text-generation", .nlp, []),
            ("text-to-image", "text-to-image", .cv, []), ("robotics", "robotics", .rl, []),
            ("other", "other", .other, []),
            ("my-own-task", "my-own-task", .other, ["task.unknown"]),
            ("a sentence of mine", nil, .unknown, ["task.bad"]),
            ("\u{202E}ksat", nil, .unknown, ["task.bad"]), ("a\u{200B}b", nil, .unknown, ["task.bad"]),
            ("", nil, .unknown, []), (nil, nil, .unknown, []),
        ] as [(String?, String?, Modality, [String])])
    func tasks(_ sent: String?, _ task: String?, _ modality: Modality, _ identifiers: [String]) {
        var diagnostics: [Diagnostic] = []
        let found = TaskRule.read(sent, at: "a/b", &diagnostics)
        #expect(found == (task, modality))
        #expect(diagnostics.map(\.identifier) == identifiers)
    }

    @Test(
        arguments: [
            ("transformers", "transformers", []), ("PyTorch", "pytorch", []), ("scikit-learn", "sklearn", []),
            ("my library", nil, ["library.bad"]), ("<b>x</b>", nil, ["library.bad"]), (nil, nil, []),
        ] as [(String?, String?, [String])])
    func libraries(_ sent: String?, _ library: String?, _ identifiers: [String]) {
        var diagnostics: [Diagnostic] = []
        #expect(LibraryRule.read(sent, at: "a/b", &diagnostics) == library)
        #expect(diagnostics.map(\.identifier) == identifiers)
    }
}

@Suite struct ReferenceRuleTests {
    @Test(
        arguments: [
            ("1810.04805", "1810.04805"), ("1810.04805v2", "1810.04805"),
            ("https://arxiv.org/abs/1810.04805", "1810.04805"),
            ("https://arxiv.org/pdf/2305.18290.pdf", "2305.18290"), (" 2310.16609", "2310.16609"),
            ("cs.CL/0601001", "cs/0601001"),
            ("math/0309136", "math/0309136"), ("0704.0001", "0704.0001"), ("soon", nil), ("", nil), ("1813.04805", nil),
            ("1810.048055", nil), ("181.04805", nil),
        ] as [(String, String?)])
    func papers(_ sent: String, _ id: String?) {
        #expect(ReferenceRule.arxivID(sent) == id)
    }

    @Test func sortedOnceAndCounted() {
        var diagnostics: [Diagnostic] = []
        #expect(
            ReferenceRule.papers(["2305.18290", "1810.04805", "2305.18290v1", "soon"], at: "a/b", &diagnostics) == [
                "1810.04805", "2305.18290",
            ])
        #expect(
            ReferenceRule.datasets(["squad", "a/b", "squad", "my own texts"], at: "a/b", &diagnostics) == [
                "a/b", "squad",
            ])
        #expect(diagnostics.map(\.identifier) == ["arxiv.bad", "dataset.bad"])
    }
}

@Suite struct BaseRuleTests {
    private func read(_ statements: [BaseRule.Statement], of id: String = "me/x") -> ([BaseModel], [String]) {
        var diagnostics: [Diagnostic] = []
        let bases = BaseRule.read(statements, of: id, identity: IdentityRule(), &diagnostics)
        return (bases, diagnostics.map(\.identifier))
    }

    @Test func aNamedRelationBeatsASilentStatement() {
        let expected = [BaseModel(repoID: "a/b", relation: .finetune)]
        #expect(read([.init("a/b"), .init("a/b", "finetune")]) == (expected, []))
        #expect(read([.init("a/b", "finetune"), .init("a/b")]) == (expected, []))
    }

    @Test func tagsInBothForms() {
        #expect(BaseRule.Statement(tag: "a/b") == .init("a/b"))
        #expect(BaseRule.Statement(tag: "quantized:a/b") == .init("a/b", "quantized"))
        #expect(BaseRule.Statement(tag: "adapter:gpt2") == .init("gpt2", "adapter"))
    }

    @Test func oldNamesAreResolved() {
        #expect(read([.init("gpt2")]).0 == [BaseModel(repoID: "openai-community/gpt2", relation: .unknown)])
        #expect(read([.init("gpt2")], of: "openai-community/gpt2") == ([], ["base.self"]))
    }

    @Test func whatIsNoModelIsCounted() {
        #expect(read([.init("me/x")]) == ([], ["base.self"]))
        #expect(
            read([.init("my laptop"), .init("/data/model"), .init(" a/b")]) == (
                [BaseModel(repoID: "a/b", relation: .unknown)], ["base.bad", "base.bad"]
            ))
        #expect(read([.init("https://huggingface.co/a/b", "merge")]).0 == [BaseModel(repoID: "a/b", relation: .merge)])
        #expect(read([.init("a/b", "stolen")]).0 == [BaseModel(repoID: "a/b", relation: .unknown)])
    }

    @Test func aListWithoutEndIsCut() {
        let (bases, identifiers) = read((0..<2000).map { .init("a/b\($0)") })
        #expect(bases.count == 500)
        #expect(identifiers == ["base.tooMany"])
    }
}

@Suite struct KindRulesTests {
    @Test(arguments: [
        ("x/Mixtral-8x7B", true), ("x/Qwen3-30B-A3B", true), ("x/tiny-moe", true), ("x/mixed-precision", false),
        ("x/a2b", true), ("x/ab", false), ("x/8x7", false), ("x/x7b", false), ("x/moeller", false),
    ])
    func mixturesByName(_ id: String, _ isMixture: Bool) {
        #expect(MixtureRule.isInName(id) == isMixture)
    }

    @Test(
        arguments: [
            ("x/a-4bit", 4), ("x/a-Q4_K_M-GGUF", 4), ("x/a-IQ3_XS", 3), ("x/a-4.65bpw-exl2", 5), ("x/a-fp16", 16),
            ("x/a-8-bit", 8),
            ("x/a-nvfp4", 4), ("x/llama-3-8B", nil), ("x/a", nil), ("4bit", nil), ("x/gpt-4-turbo", nil),
        ] as [(String, Int?)])
    func bitsByName(_ id: String, _ bits: Int?) {
        #expect(WeightBits.inName(id) == bits)
    }
}
