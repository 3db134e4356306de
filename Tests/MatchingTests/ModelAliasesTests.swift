import TestSupport
import Testing

@testable import Matching

@Suite struct ModelAliasesTests {
    func names(_ ids: [String], limit: Int = 100) throws -> ModelAliases {
        ModelAliases(of: ids, try FamilyTable(path: Repository.path("assets/mentions/families.json")), limit: limit)
    }

    @Test func theIdTheNameAndTheLine() throws {
        let found = try names(["meta-llama/Llama-3.1-8B-Instruct", "meta-llama/Llama-3.1-70B"])
        #expect(
            found.aliases.map(\.text) == [
                "Llama-3.1", "meta-llama/Llama-3.1-8B-Instruct", "Llama-3.1-8B-Instruct", "meta-llama/Llama-3.1-70B",
                "Llama-3.1-70B",
            ])
        #expect(Set(found.lines.values) == ["Llama-3.1"])
        #expect(found.names == ["Llama-3.1", "meta-llama/Llama-3.1-8B-Instruct", "meta-llama/Llama-3.1-70B"])
    }

    /// The two that a well-known table merged stay apart, and a copy does not take its original's name.
    @Test func differentModelsStayApart() throws {
        let found = try names([
            "HuggingFaceTB/SmolLM-135M", "HuggingFaceTB/SmolLM2-135M", "copies/SmolLM2-135M",
            "copies/SmolLM2-135M-GGUF",
        ])
        let byText = Dictionary(
            uniqueKeysWithValues: found.aliases.map { ($0.text, $0.models.map { found.names[$0] }) })
        #expect(byText["SmolLM-135M"] == ["HuggingFaceTB/SmolLM-135M"])
        #expect(byText["SmolLM2-135M"] == ["HuggingFaceTB/SmolLM2-135M", "SmolLM2"])
        #expect(byText["SmolLM2-135M-GGUF"] == ["copies/SmolLM2-135M-GGUF", "SmolLM2"])
        #expect(byText["SmolLM2"] == ["SmolLM2"])
    }

    @Test(arguments: ["gpt2", "acme/mistral", "acme/ключ", "acme/…", "/x", "a/" + String(repeating: "b", count: 200)])
    func whatIsNoNameIsLeftOut(id: String) throws {
        let texts = try names([id]).aliases.map(\.text)
        #expect(texts == (id == "acme/mistral" ? [id] : []))
    }

    @Test func thereIsALimit() throws {
        #expect(try names((0..<50).map { "acme/model-\($0)" }, limit: 20).aliases.count == 20)
    }
}
