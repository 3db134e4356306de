import Catalog
import Core
import Hub
import Testing

@testable import Clean

@Suite struct FreeTagRuleTests {
    @Test func whatNoColumnTookRemains() {
        var record = ModelRecord(id: "a/x-7b")
        (record.pipelineTag, record.libraryName) = ("text-generation", "transformers")
        record.tags = [
            "transformers", "llama", "mistral", "gguf", "GGUF", "4-bit", "gptq", "merge", "moe", "conversational", "en",
            "zh-TW",
            "text-generation", "license:mit", "arxiv:1810.04805", "base_model:c/d", "dataset:squad", "region:us",
            "doi:10",
            "endpoints_compatible", "medical", "Medical", "multilingual", "Unity ML Agents", "diffusers:FluxPipeline",
        ]
        let (row, identifiers) = cleaned(record)
        #expect(
            row.tags == ["mistral", "gptq", "medical", "multilingual", "Unity ML Agents", "diffusers:FluxPipeline"])
        #expect(row.architecture == "llama" && row.weightBits == 4 && row.formats == ["gguf"])
        #expect(row.isMerge && row.isMixtureOfExperts && row.isConversational && row.languages == ["en", "zh"])
        #expect(identifiers.isEmpty)
    }

    @Test func whatTheColumnsDidNotTakeIsNotLost() {
        var record = ModelRecord(id: "a/x")
        // Sizes that contradict each other make no number of bits; "sd" alone is no language.
        record.tags = ["4-bit", "8-bit", "sd", "text-classification", "lora"]
        #expect(cleaned(record).row.tags == ["4-bit", "8-bit", "sd", "text-classification", "lora"])
    }

    @Test(
        arguments: [
            (String(repeating: "x", count: 65), "tag.tooLong"), ("me@example.org", "tag.bad"), ("<b>x</b>", "tag.bad"),
            ("https://example.org/me", "tag.bad"), ("a\u{202E}b", "tag.bad"), ("a\tb", "tag.bad"), ("", "tag.bad"),
        ])
    func whatIsNoWordIsLeftOutAndCounted(_ tag: String, _ identifier: String) {
        var record = ModelRecord(id: "a/x")
        record.tags = [tag, "音楽", String(repeating: "y", count: 64)]
        let (row, identifiers) = cleaned(record)
        #expect(row.tags == ["音楽", String(repeating: "y", count: 64)])
        #expect(identifiers == [identifier])
    }

    @Test func aListWithoutEndIsCut() {
        var record = ModelRecord(id: "a/x")
        record.tags = (0..<4046).map { "tag-\($0)" }
        let (row, identifiers) = cleaned(record)
        #expect(row.tags == (0..<32).map { "tag-\($0)" })
        #expect(identifiers == ["tag.tooMany"])
        record.tags = Array(record.tags.prefix(32)) + ["TAG-1"]
        #expect(cleaned(record).identifiers.isEmpty)
    }

    @Test func filesAreCountedAndSayTensorRT() throws {
        let (catalog, _) = try clean([
            page(
                """
                [{"id":"a/a","siblings":[{"rfilename":"unet.engine"},{"rfilename":"model.onnx"},{"rfilename":"LICENSE"}]},
                {"id":"a/b","siblings":[]},{"id":"a/c","tags":["TensorRT","onnx"]},{"id":"a/d","siblings":7},
                {"id":"a/e","siblings":[{"rfilename":"vae.plan"}]}]
                """)
        ])
        func row(_ id: String) throws -> ModelRow { try #require(try catalog.model(id)) }
        #expect(try row("a/a").fileCount == 3 && row("a/a").formats == ["onnx", "tensorrt"])
        #expect(try row("a/b").fileCount == 0 && row("a/b").formats == [])
        #expect(try row("a/c").fileCount == nil && row("a/c").formats == ["onnx", "tensorrt"])
        #expect(try row("a/c").tags == [])
        #expect(try row("a/d").fileCount == nil && row("a/e").formats == ["tensorrt"])
        #expect(try catalog.diagnostics().map(\.identifier) == ["field.type"])
    }

    @Test func aLaterListWithoutTagsLosesNone() throws {
        let (catalog, _) = try clean([
            page(#"[{"id":"a/a","likes":1,"tags":["medical"],"siblings":[{"rfilename":"x"}]}]"#),
            page(#"[{"id":"a/a","likes":2}]"#, walk: "models/2", on: "2024-07-18"),
        ])
        #expect(try catalog.model("a/a")?.tags == ["medical"])
        #expect(try catalog.model("a/a")?.fileCount == 1)
    }

    private func cleaned(_ record: ModelRecord) -> (row: ModelRow, identifiers: [String]) {
        var diagnostics: [Diagnostic] = []
        let row = ModelCleaner().row(from: record, on: nil, &diagnostics)
        return (row, diagnostics.map(\.identifier))
    }
}
