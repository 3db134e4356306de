import Core
import SQLite
import Testing

@testable import Catalog

@Suite struct ModelNamesTests {
    static let models = [
        "meta-llama/Llama-3.1-8B", "HuggingFaceTB/SmolLM-135M", "HuggingFaceTB/SmolLM2-135M", "TheBloke/Zephyr-7B-AWQ",
        "openai-community/gpt2", "a/same", "b/same", "acme/new-name",
    ]

    @Test(
        arguments: [
            ("meta-llama/Llama-3.1-8B", .model(0, .id)), ("Meta-Llama/llama-3.1-8b", .model(0, .id)),
            ("meta_llama/Llama 3.1 8B", .model(0, .spelling)), ("smollm2 135m", .model(2, .spelling)),
            ("SmolLM-135M", .model(1, .spelling)), ("smollm3-135m", .none), ("Zephyr-7B", .none),
            ("zephyr-7b-awq", .model(3, .spelling)), ("same", .ambiguous(2)), ("a/same", .model(5, .id)),
            ("acme/old-name", .model(7, .renamed)), ("gpt2", .model(4, .renamed)), ("gpt", .none), ("", .none),
            ("Llama-3.18B", .none), ("Llama-31-8B", .none),
        ] as [(String, ModelNames.Match)])
    func namesMeanModels(name: String, match: ModelNames.Match) {
        var names = ModelNames(asked: [name])
        for (number, id) in Self.models.enumerated() { names.add(number, id: id) }
        names.add(7, formerName: "Acme/Old-Name")
        names.add(4, formerName: "gpt2")
        #expect(names.match(name) == match)
    }

    @Test func whatDoesNotJoinIsCountedAndListed() throws {
        let catalog = try Catalog(path: ":memory:")
        for id in Self.models { try catalog.upsert(ModelRow(repoID: id)) }
        let counts = try catalog.joinModels(
            named: ["gpt2", "same", "nobody/here", "A/Same"], of: "board",
            legacy: [("gpt2", "openai-community/gpt2")])
        #expect(counts.byIdentifier["join.none"]?.examples.map(\.subject) == ["nobody/here"])
        #expect(counts.byIdentifier["join.ambiguous"]?.examples.map(\.subject) == ["same"])
        let joined = try catalog.database.prepare(
            "SELECT j.name, m.repo_id, j.rule FROM joins j JOIN models m ON m.id = j.model ORDER BY 1"
        ).all { "\($0.string(0)!) \($0.string(1)!) \($0.string(2)!)" }
        #expect(joined == ["A/Same a/same id", "gpt2 openai-community/gpt2 renamed"])
    }
}
