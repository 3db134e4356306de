import Catalog
import Testing

@testable import Hardware

/// What must hold whatever the figures are.
@Suite struct HardwareLawsTests {
    private let sizes = [1, 120_000_000, 1_100_000_000, 8_030_261_248, 70_553_706_496, 405_000_000_000]
    private let tasks = ["text-generation", "text-to-image", nil]

    @Test func moreBitsMoreContextAndMoreParametersTakeMoreMemory() throws {
        for size in sizes {
            for task in tasks {
                let facts = HardwareFacts(parameters: size, task: task)
                let totals = try (1...32).map { try #require(facts.memory(at: $0)).totalBytes }
                #expect(zip(totals, totals.dropFirst()).allSatisfy { $0 <= $1 })
                let contexts = try [0, 1, 4096, 131_072].map {
                    try #require(facts.memory(at: 4, contextTokens: $0)).totalBytes
                }
                #expect(zip(contexts, contexts.dropFirst()).allSatisfy { $0 <= $1 })
                // Only what writes text has a cache.
                #expect((contexts[0] < contexts[3]) == (task == "text-generation"))
            }
        }
        for bits in [16, 8, 4] {
            let totals = sizes.map { HardwareFacts(parameters: $0).memory(at: bits)!.totalBytes }
            #expect(zip(totals, totals.dropFirst()).allSatisfy { $0 < $1 })
        }
    }

    @Test func theTotalIsItsParts() throws {
        let memory = try #require(HardwareFacts(parameters: 7_000_000_000, task: "text-generation").memory(at: 8))
        #expect(memory.weightBytes == 7_437_500_000)
        #expect(memory.totalBytes == memory.weightBytes + memory.workingBytes + memory.cacheBytes)
        #expect(memory.cacheBytes == 433_479_895)
    }

    @Test func whatIsStoredInFewerBitsStaysSo() {
        let quantized = HardwareFacts(parameters: 7_000_000_000, bits: 4)
        #expect(quantized.memory(at: 16) == quantized.memory(at: 4))
        #expect(quantized.memoryAsStored() == quantized.memory(at: 4))
        let full = HardwareFacts(parameters: 7_000_000_000, bits: 32)
        #expect(full.memory(at: 16)!.bitsPerWeight == 16 && full.memoryAsStored()!.bitsPerWeight == 32)
        #expect(HardwareFacts(parameters: 7).memoryAsStored() == nil)
    }

    @Test func theUnknownStaysUnknown() {
        let device = Device(
            key: "k", name: "n", maker: "m", kind: .gpu, memoryGB: 1000, bandwidthGBs: 1000, source: "s",
            noted: "2026-11-21")
        for facts in [
            HardwareFacts(), HardwareFacts(parameters: 0), HardwareFacts(parameters: 9_000_000, isAdapter: true),
        ] {
            #expect(facts.memory(at: 16) == nil && facts.fits(1000, at: 4) == nil && facts.needsGPU == nil)
            #expect(facts.tokensPerSecond(on: device, at: 4) == nil && facts.compatibility(with: [device]) == nil)
            #expect(facts.popularity == nil && facts.efficiency == nil)
        }
    }

    /// The inverse gives a size that fits, and a thousandth more does not.
    @Test func theLargestThatFitsFits() {
        for memoryGB in [2.0, 8, 24, 80, 512] {
            for bits in [16, 8, 4] {
                for task in ["text-generation", "fill-mask"] {
                    let most = HardwareFacts.largest(
                        fitting: memoryGB, at: bits, generatesText: task == "text-generation")
                    #expect(HardwareFacts(parameters: most - 2, task: task).fits(memoryGB, at: bits) == true)
                    #expect(HardwareFacts(parameters: most + most / 1000, task: task).fits(memoryGB, at: bits) == false)
                }
            }
        }
        #expect(HardwareFacts.largest(fitting: 0.5, at: 4, generatesText: false) == 0)
    }

    /// The approximation of the cache against shapes that are known, as its comment says.
    @Test(arguments: [
        ("Qwen2.5 0.5B", 494_032_768, 24, 2, 64), ("Qwen2.5 7B", 7_615_616_512, 28, 4, 128),
        ("Qwen2.5 72B", 72_706_203_648, 80, 8, 128), ("Llama 3 8B", 8_030_261_248, 32, 8, 128),
        ("Llama 3.1 405B", 405_853_388_800, 126, 8, 128), ("Mistral 7B", 7_241_732_096, 32, 8, 128),
    ])
    func theCacheIsApproximatedWithinTheStatedFactor(
        _ name: String, _ parameters: Int, _ layers: Int, _ heads: Int, _ headSize: Int
    ) throws {
        var facts = HardwareFacts(parameters: parameters, task: "text-generation")
        let approximate = try #require(facts.memory(at: 16))
        facts.attention = AttentionShape(layers: layers, keyValueHeads: heads, headSize: headSize)
        let exact = try #require(facts.memory(at: 16))
        #expect(approximate.cacheFrom == .approximation && exact.cacheFrom == .shape)
        let factor = Double(approximate.cacheBytes) / Double(exact.cacheBytes)
        #expect(factor > 1 / 2.4 && factor < 2.4, "\(name): \(factor)")
    }

    @Test func factsComeFromARow() {
        var row = ModelRow(repoID: "a/b")
        (row.parameters, row.weightBits, row.formats, row.task) = (7, 4, ["gguf"], "text-generation")
        (row.downloads, row.likes, row.fileCount, row.isMixtureOfExperts) = (1, 2, 3, true)
        let expected = HardwareFacts(
            parameters: 7, bits: 4, formats: ["gguf"], task: "text-generation", isMixtureOfExperts: true, downloads: 1,
            likes: 2, fileCount: 3)
        #expect(HardwareFacts(row) == expected)
        row.bases = [BaseModel(repoID: "c/d", relation: .adapter)]
        #expect(HardwareFacts(row).isAdapter)
        (row.bases, row.library) = ([], "peft")
        #expect(HardwareFacts(row).isAdapter)
    }
}
