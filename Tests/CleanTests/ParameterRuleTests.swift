import Catalog
import Core
import Hub
import Testing

@testable import Clean

@Suite struct ParameterRuleTests {
    private func clean(_ id: String, _ change: (inout ModelRecord) -> Void = { _ in }) -> (ModelRow, [String]) {
        var record = ModelRecord(id: id)
        change(&record)
        var diagnostics: [Diagnostic] = []
        let row = ModelCleaner().row(from: record, on: nil, &diagnostics)
        return (row, diagnostics.map(\.identifier))
    }

    private func expect(
        _ found: (ModelRow, [String]), _ parameters: Int?, _ from: ParametersSource?, _ identifiers: [String] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(found.0.parameters == parameters, sourceLocation: sourceLocation)
        #expect(found.0.parametersFrom == from, sourceLocation: sourceLocation)
        #expect(found.1 == identifiers, sourceLocation: sourceLocation)
    }

    @Test func countedTensorsComeFirst() {
        let found = clean("x/a-70B") {
            $0.safetensors = .init(total: 7_615_616_512, byType: ["BF16": 7_615_616_512])
            $0.gguf = .init()
            $0.gguf?.total = 1
        }
        expect(found, 7_615_616_512, .safetensors)
        #expect(found.0.weightBits == 16)
    }

    @Test func packedTensorsAreUnpackedWhenTheBitsAreKnown() {
        expect(
            clean("x/a-GPTQ") {
                $0.safetensors = .init(total: 1_073_418_240, byType: ["I32": 811_008_000, "F16": 262_410_240])
                $0.config = .init()
                $0.config?.quantBits = 4
            }, 811_008_000 * 8 + 262_410_240, .safetensors)
        expect(
            clean("x/a-bnb-4bit") {
                $0.safetensors = .init(total: 3_751_634_176, byType: ["U8": 3_251_634_176, "F32": 500_000_000])
            }, 3_251_634_176 * 2 + 500_000_000, .safetensors)
        expect(
            clean("x/a-mlx") {
                $0.tags = ["mlx", "8-bit"]
                $0.safetensors = .init(total: 2_975_030_512, byType: ["U32": 2_250_000_000, "BF16": 725_030_512])
            }, 2_250_000_000 * 4 + 725_030_512, .safetensors)
    }

    @Test func packedTensorsOfUnknownBitsFallToTheName() {
        let packed: (inout ModelRecord) -> Void = {
            $0.safetensors = .init(total: 1_100_000_000, byType: ["I32": 800_000_000, "F16": 300_000_000])
        }
        expect(clean("x/a-7B-GPTQ", packed), 7_000_000_000, .name, ["parameters.packed"])
        expect(clean("x/a-GPTQ", packed), nil, nil, ["parameters.packed"])
    }

    @Test func aFewIntegersAmongTheWeightsArePositions() {
        expect(
            clean("x/bert") {
                $0.safetensors = .init(total: 109_483_778, byType: ["F32": 109_482_240, "I64": 512, "I32": 1026])
            },
            109_482_240, .safetensors)
    }

    @Test func aBareTotalOfAPackedModelFallsToTheName() {
        func stated(_ id: String, _ count: Int, _ tags: [String], _ formats: [String] = ["safetensors"]) -> (
            ModelRow, [String]
        ) {
            clean(id) {
                $0.statedParameters = .init(count: count, isTensorCount: false)
                ($0.tags, $0.statedFormats) = (tags, formats)
            }
        }
        expect(
            stated("x/Qwen3.5-9B-oQ8e", 2_975_030_512, ["mlx", "8-bit"]), 9_000_000_000, .name, ["parameters.packed"])
        expect(stated("x/some-model", 2_975_030_512, ["mlx", "4-bit"]), nil, nil, ["parameters.packed"])
        expect(stated("x/a-8B-FP8", 8_030_261_248, ["fp8"]), 8_030_261_248, .list)
        expect(stated("x/a-8B-Q4_K_M-GGUF", 8_030_261_248, ["gguf", "4-bit"], ["gguf"]), 8_030_261_248, .list)
        expect(stated("x/a", 7_615_616_512, []), 7_615_616_512, .list)
    }

    @Test func ggufTotals() {
        expect(
            clean("x/a") {
                $0.gguf = .init()
                $0.gguf?.total = 8_030_261_248
            }, 8_030_261_248, .gguf)
    }

    @Test func namesOfAdaptersAndAgentsTellSomethingElse() {
        expect(clean("x/Llama-7B"), 7_000_000_000, .name)
        expect(clean("x/Llama-7B-lora") { $0.tags = ["peft"] }, nil, nil)
        expect(clean("x/Llama-7B-thing") { $0.libraryName = "peft" }, nil, nil)
        expect(clean("x/dqn-SpaceInvaders-10M") { $0.pipelineTag = "reinforcement-learning" }, nil, nil)
    }

    @Test(arguments: [0, -5, 1_000_000_000_000_000])
    func implausibleTotalsAreCounted(_ total: Int) {
        expect(clean("x/a") { $0.safetensors = .init(total: total) }, nil, nil, ["parameters.implausible"])
    }

    @Test func sumsBeyond64BitsAreNoCrash() {
        let (row, _) = clean("x/a") {
            $0.safetensors = .init(total: nil, byType: ["F32": .max, "BF16": .max, "I32": .max])
            $0.tags = ["1-bit"]
        }
        #expect(row.parameters == nil)
    }
}
