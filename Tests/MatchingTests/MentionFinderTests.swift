import TestSupport
import Testing

@testable import Matching

@Suite struct MentionFinderTests {
    static let table = Result { try FamilyTable(path: Repository.path("assets/mentions/families.json")) }

    func families(_ text: String) throws -> Set<String> {
        let table = try Self.table.get()
        var finder = MentionFinder(table)
        return Set(
            finder.mentions(in: text).map {
                if case .family(let number) = $0 { table.families[number].id } else { "?" }
            })
    }

    @Test(arguments: [
        ("Llama 3.1 405B is out", ["llama"]), ("llama-3.1-8b on a phone", ["llama"]),
        ("meta-llama/Llama-3.1-8B", ["llama"]),
        ("llama.cpp gets faster", []), ("Qwen3.5-27B in llama.cpp", ["qwen"]), ("ChatGPT’s memory", ["gpt"]),
        ("ChatGPT's memory", ["gpt"]), ("GPT\u{2011}5.5 for all", ["gpt"]), ("A GPT from scratch", []),
        ("gpt4all 3.0", []),
        ("gpt-oss-120b on one GPU", ["gpt-oss"]), ("GPT-J and GPT-4", ["gpt", "gpt-neo"]),
        ("GLM-5.1 matches Opus 4.6", ["glm", "claude"]), ("Opus 1.6 codec released", []), ("A haiku about Go", []),
        ("Haiku R1/beta6 has been released", []), ("Claude Shannon's last paper", []), ("Jean-Claude Juncker", []),
        ("Claude writes a haiku", ["claude"]), ("Gemini protocol clients", []), ("Gemini 3 Pro", ["gemini"]),
        ("Phi is an irrational number", []), ("Phi-4 technical report", ["phi"]),
        ("Microsoft's Phi goes small", ["phi"]),
        ("Opt out of tracking", []), ("OPT-175B logbook", ["opt"]), ("Falcon 9 lands", []),
        ("TII's Falcon is open", ["falcon"]),
        ("Falcon-40B instruct", ["falcon"]), ("Bloom filters by example", []),
        ("BLOOM, a 176B language model", ["bloom"]),
        ("BLOOM is the BigScience model", ["bloom"]), ("DALL·E 3", ["dall-e"]), ("Step 3: profit", []),
        ("I grok Haskell now", []),
        ("Seed oils are fine", []), ("Sam Altman on AI", []), ("SAM for image segmentation", ["sam"]),
    ])
    func familiesOf(text: String, expected: [String]) throws { #expect(try families(text) == Set(expected)) }

    @Test func companyIsNear() throws {
        let far = String(repeating: "word ", count: 40)
        #expect(try families("the Phi language model") == ["phi"])
        #expect(try families("Phi \(far) language model") == [])
    }

    @Test func aModelCountsForItsFamilyToo() throws {
        let table = try Self.table.get()
        let models = ModelAliases(of: ["meta-llama/Llama-3.1-8B-Instruct", "acme/tool"], table)
        var finder = MentionFinder(table, models: models.aliases)
        func names(_ text: String) -> [String] {
            finder.mentions(in: text).map {
                switch $0 {
                case .family(let number): table.families[number].id
                case .model(let number): models.names[number]
                }
            }
        }
        #expect(
            names("Llama 3.1 8B Instruct, twice: llama-3.1-8b-instruct")
                == ["meta-llama/Llama-3.1-8B-Instruct", "Llama-3.1", "llama"])
        #expect(names("Llama-3.1 and acme/tool") == ["Llama-3.1", "llama", "acme/tool"])
        #expect(names("the tool of acme") == [])
    }

    @Test func badTextIsNoMatter() throws {
        var finder = MentionFinder(try Self.table.get())
        let bytes: [UInt8] = [0xFF, 0x80, 0xE2] + Array("gpt-".utf8) + [0xE2, 0x80]
        #expect(bytes.withUnsafeBufferPointer { finder.mentions(in: $0) }.isEmpty)
    }
}
