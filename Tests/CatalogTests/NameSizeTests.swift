import Catalog
import Testing

@Suite struct NameSizeTests {
    @Test(arguments: [
        ("meta-llama/Llama-2-7b-hf", 7_000_000_000), ("HuggingFaceTB/SmolLM-135M", 135_000_000),
        ("TinyLlama/TinyLlama-1.1B-intermediate-step-1431k-3T", 1_100_000_000),
        ("PY007/TinyLlama-1.1B-step-50K-105b", 1_100_000_000), ("Qwen/Qwen2.5-0.5B", 500_000_000),
        ("bigscience/bloom-1b7", 1_700_000_000), ("bigscience/bloom-560m", 560_000_000),
        ("x/alpaca13b", 13_000_000_000), ("mistralai/Mixtral-8x7B-v0.1", 45_220_000_000),
        ("mistralai/Mixtral-8x22B", 142_120_000_000), ("Qwen/Qwen3-235B-A22B", 235_000_000_000),
        ("Qwen/Qwen2.5-7B-Instruct-1M", 7_000_000_000), ("TheBloke/Llama-2-13B-chat-GPTQ", 13_000_000_000),
        ("x/esm2_t6_8M_UR50D", 8_000_000), ("a/olmo-1B-100B-tokens", 1_000_000_000),
        ("gradientai/Llama-3-8B-Instruct-262k", 8_000_000_000), ("tiiuae/falcon-180B", 180_000_000_000),
    ])
    func readsSizes(_ id: String, _ parameters: Int) {
        #expect(NameSize.parameters(in: id) == parameters)
    }

    @Test(arguments: [
        "x/model-4bit", "openai/gpt-4", "lmsys/vicuna-v1.5", "microsoft/phi-2", "meta/llama-3", "google/bert-base-128k",
        "x/Qwen2.5", "x/model-1M", "x/v2b", "x/gemma-3n-E2B", "7B/model", "x/redpajama-300B-tokens", "x/", "x/B",
        "x/8x",
        "x/8xB", "x/1.2.3B", "x/.5B", "x/99999999999999999999B", "x/0B", "x/4000B", "x/model-1m-steps", "gpt2", "x/b7",
        "x/3T", "x/7B1.5",
    ])
    func takesNothingElseForASize(_ id: String) {
        #expect(NameSize.parameters(in: id) == nil)
    }

    @Test func theOwnerSaysNothing() {
        #expect(NameSize.parameters(in: "7B-lovers/tiny-22M") == 22_000_000)
    }
}
