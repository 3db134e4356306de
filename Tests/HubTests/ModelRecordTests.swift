import Core
import JSON
import Testing

@testable import Hub

@Suite struct ModelRecordTests {
    private func decode(_ json: String) throws -> (ModelRecord?, [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let record = ModelRecord.decode(try JSONDocument.parse(json).root, into: &diagnostics)
        return (record, diagnostics)
    }

    @Test func readsAnItemOfTheList() throws {
        let (record, diagnostics) = try decode(
            """
            {"_id":"621ffdc036468d709f174338","id":"acme/bert","likes":33,"trendingScore":1.5,"private":false,"downloads":427,
            "downloadsAllTime":9000,"tags":["transformers","en","license:mit"],"pipeline_tag":"fill-mask",
            "library_name":"transformers","createdAt":"2022-03-02T23:29:04.000Z","lastModified":"2024-02-19T11:06:12.000Z",
            "gated":"auto","usedStorage":12345,"modelId":"acme/bert","unheardOf":{"x":1}}
            """)
        var expected = ModelRecord(id: "acme/bert")
        expected.hubID = "621ffdc036468d709f174338"
        (expected.likes, expected.downloads, expected.downloadsAllTime, expected.trendingScore) = (33, 427, 9000, 1.5)
        expected.tags = ["transformers", "en", "license:mit"]
        (expected.pipelineTag, expected.libraryName) = ("fill-mask", "transformers")
        expected.createdAt = Instant("2022-03-02T23:29:04Z")
        expected.lastModified = Instant("2024-02-19T11:06:12Z")
        (expected.gated, expected.usedStorageBytes) = (.auto, 12345)
        #expect(record == expected)
        #expect(diagnostics.isEmpty)
    }

    @Test func readsASingleAnswer() throws {
        let (found, diagnostics) = try decode(
            """
            {"id":"a/b","cardData":{"license":["mit"],"license_name":"own","language":"en","datasets":["squad"],
            "base_model":["c/d"],"base_model_relation":"merge","extra":[1]},
            "config":{"model_type":"llama","architectures":["LlamaForCausalLM"],"peft":{},
            "quantization_config":{"load_in_4bit":true,"quant_method":"bitsandbytes"},"tokenizer_config":{"chat_template":"x"}},
            "safetensors":{"parameters":{"BF16":7,"F32":1},"total":8},
            "gguf":{"total":9,"architecture":"qwen2","chat_template":"x"},
            "baseModels":{"relation":"finetune","models":[{"_id":"1","id":"e/f"}]},
            "siblings":[{"rfilename":"model.safetensors"},{"rfilename":"README.md"},{"rfilename":"noending"},{}]}
            """)
        let record = try #require(found)
        #expect(record.card.licenses == ["mit"] && record.card.licenseName == "own" && record.card.languages == ["en"])
        #expect(record.card.baseModels == ["c/d"] && record.card.baseModelRelation == "merge")
        #expect(record.config?.modelType == "llama" && record.config?.quantBits == 4)
        #expect(record.config?.hasChatTemplate == true && record.config?.isAdapter == true)
        #expect(record.safetensors == .init(total: 8, byType: ["BF16": 7, "F32": 1]))
        #expect(record.gguf?.total == 9 && record.gguf?.hasChatTemplate == true)
        #expect(record.baseIDs == ["e/f"] && record.baseRelation == "finetune")
        #expect(record.fileEndings == ["safetensors", "md"])
        #expect(diagnostics.isEmpty)
    }

    @Test func readsTheShapeOf2022AndPlainBaseModels() throws {
        #expect(try decode(#"{"modelId":"gpt2","downloads":7,"pipeline_tag":null,"config":null}"#).0?.id == "gpt2")
        #expect(try decode(#"{"id":"a/b","baseModels":["c/d","e/f"]}"#).0?.baseIDs == ["c/d", "e/f"])
        #expect(try decode(#"{"id":"a/b","gated":false}"#).0?.gated == .open)
        #expect(try decode(#"{"id":"a/b","gated":true}"#).0?.gated == .gated)
    }

    @Test func whatIsLargeAndTrueIsKept() throws {
        let (record, diagnostics) = try decode(
            #"{"id":"a/b","usedStorage":3882185993184,"safetensors":{"parameters":{"BF16":1572999528803}}}"#)
        #expect(record?.usedStorageBytes == 3_882_185_993_184)
        #expect(record?.safetensors?.byType["BF16"] == 1_572_999_528_803)
        #expect(diagnostics.isEmpty)
    }

    @Test(arguments: [
        (#""likes":"many""#, "field.type", "likes: string instead of a whole number"),
        (#""likes":-3"#, "field.negative", "likes: -3"),
        (#""likes":2.5"#, "field.type", "likes: number instead of a whole number"),
        (#""likes":1e300"#, "field.tooLarge", "likes"), (#""likes":18446744073709551615"#, "field.tooLarge", "likes"),
        (#""downloads":9223372036854775807"#, "field.tooLarge", "downloads: 9223372036854775807"),
        (#""tags":7"#, "field.type", "tags: integer instead of a list"),
        (#""tags":["en",7]"#, "field.type", "tags: integer instead of text"),
        (#""createdAt":"yesterday""#, "date.bad", "createdAt"),
        (#""createdAt":"0001-01-01T00:00:00Z""#, "date.bad", "createdAt"),
        (#""createdAt":7"#, "field.type", "createdAt: integer instead of text"),
        (#""gated":"perhaps""#, "gated.unknown", "perhaps"), (#""_id":[]"#, "field.type", "_id: array instead of text"),
        (#""cardData":{"base_model":7}"#, "field.type", "cardData.base_model: integer instead of a list"),
        (#""safetensors":{"total":"big"}"#, "field.type", "safetensors.total: string instead of a whole number"),
    ])
    func aWrongFieldIsNilAndCounted(_ field: String, _ identifier: String, _ detail: String) throws {
        let (record, diagnostics) = try decode("{\"id\":\"a/b\",\(field)}")
        #expect(diagnostics == [Diagnostic(identifier, at: "a/b", detail)])
        #expect(record?.likes == nil && record?.createdAt == nil && record?.gated == nil && record?.hubID == nil)
    }

    @Test(arguments: [
        (#"{"likes":1}"#, "record.noID"), ("[]", "record.noID"), ("7", "record.noID"), (#"{"id":7}"#, "record.noID"),
        (#"{"id":""}"#, "record.badID"), (#"{"id":"a/b/c"}"#, "record.badID"),
        (#"{"id":"a/<script>"}"#, "record.badID"),
        (#"{"id":"a b"}"#, "record.badID"), (#"{"id":"/b"}"#, "record.badID"), (#"{"id":"a/"}"#, "record.badID"),
    ])
    func aRecordWithoutIDIsKeptOut(_ json: String, _ identifier: String) throws {
        let (record, diagnostics) = try decode(json)
        #expect(record == nil)
        #expect(diagnostics.map(\.identifier) == [identifier])
    }

    @Test func hugeListsAndTextsAreBounded() throws {
        let tags = (0..<12_000).map { "\"t\($0)\"" }.joined(separator: ",")
        let (record, diagnostics) = try decode(#"{"id":"a/b","tags":[\#(tags)]}"#)
        #expect(record?.tags.count == 10_000)
        #expect(diagnostics == [Diagnostic("field.tooMany", at: "a/b", "tags: 12000 items")])
        let long = String(repeating: "x", count: 5000)
        #expect(
            try decode(#"{"id":"a/b","library_name":"\#(long)"}"#) == (
                ModelRecord(id: "a/b"), [Diagnostic("field.tooLong", at: "a/b", "library_name: 5000 bytes")]
            ))
        #expect(try decode(#"{"id":"\#(long)"}"#).1.map(\.identifier) == ["record.badID"])
    }

    @Test func datasetsAndSpaces() throws {
        var diagnostics: [Diagnostic] = []
        let dataset = DatasetRecord.decode(
            try JSONDocument.parse(#"{"id":"a/d","gated":"manual","downloads":5,"tags":["language:en"]}"#).root,
            into: &diagnostics)
        #expect(dataset?.gated == .manual && dataset?.downloads == 5 && dataset?.tags == ["language:en"])
        let space = SpaceRecord.decode(
            try JSONDocument.parse(#"{"id":"a/s","sdk":"gradio","models":["gpt2"],"likes":null}"#).root,
            into: &diagnostics)
        #expect(space?.sdk == "gradio" && space?.models == ["gpt2"] && space?.likes == nil)
        #expect(diagnostics.isEmpty)
        #expect(DatasetRecord.decode(try JSONDocument.parse("{}").root, into: &diagnostics) == nil)
        #expect(SpaceRecord.decode(try JSONDocument.parse("{}").root, into: &diagnostics) == nil)
        #expect(diagnostics.map(\.identifier) == ["record.noID", "record.noID"])
    }

    @Test func readsASpacesRuntime() throws {
        func space(_ runtime: String) throws -> (SpaceRecord?, [String]) {
            var diagnostics: [Diagnostic] = []
            let view = try JSONDocument.parse(#"{"id":"a/s","tags":["license:mit"],"runtime":\#(runtime)}"#).root
            return (SpaceRecord.decode(view, into: &diagnostics), diagnostics.map(\.identifier))
        }
        let (running, none) = try space(
            #"{"stage":"RUNNING","hardware":{"current":"t4-small","requested":"cpu-basic"},"replicas":{"requested":"auto"}}"#
        )
        #expect((running?.stage, running?.hardware, running?.requestedHardware) == ("RUNNING", "t4-small", "cpu-basic"))
        #expect(running?.tags == ["license:mit"] && none.isEmpty)
        let (idle, _) = try space(#"{"stage":"SLEEPING","hardware":{"current":null,"requested":null}}"#)
        #expect(idle?.stage == "SLEEPING" && idle?.hardware == nil)
        #expect(try space(#""RUNNING""#).1 == ["field.type"])
        #expect(try space(#"{"stage":3,"hardware":"t4"}"#).1 == ["field.type", "field.type"])
        #expect(try space("null").1.isEmpty)
    }
}
