import Search
import SearchFormat
import Testing

@Suite struct CorrectionsTests {
    private let words = Corrections(
        table([
            "bert": 200, "berta": 40, "base": 180, "instruct": 220, "llama": 240, "gpt2": 210, "whisper": 150,
            "vert": 10,
        ]))

    @Test(arguments: [
        ("lama", ["llama"]), ("llamma", ["llama"]), ("lalma", ["llama"]), ("instuct", ["instruct"]),
        ("instrcut", ["instruct"]), ("isntrcut", ["instruct"]), ("wihsepr", []), ("whisprer", ["whisper"]),
        ("bertt", ["bert", "berta"]), ("gpt3", []), ("1234", []), ("bet", []), ("bret", ["bert"]),
    ])
    func findsKnownWordsNearby(typed: String, meant: [String]) {
        #expect(words.corrections(of: typed).map(\.text) == meant)
    }

    @Test func nearerIsBetterThanPopular() {
        let words = Corrections(Self.table(["international": 10, "internationally": 250]))
        #expect(words.corrections(of: "internationale").map(\.distance) == [1, 2])
        #expect(words.corrections(of: "internationale").first?.text == "international")
    }

    @Test func splitsWhatIsGlued() {
        #expect(words.split("bertbase")! == ("bert", "base"))
        #expect(words.split("bertxyz") == nil)
        #expect(words.split("abc") == nil)
        #expect(words.split("") == nil)
    }

    @Test func completesByPopularity() {
        #expect(words.completions(of: "ber") == ["bert", "berta"])
        #expect(words.completions(of: "bert") == ["berta"])
        #expect(words.completions(of: "x") == [])
        #expect(words.completions(of: "") == ["llama", "instruct", "gpt2", "bert", "base"])
    }

    @Test func measuresLikeTheDefinition() {
        #expect(EditDistance.measure(Array("brte".utf8), Array("bert".utf8), atMost: 3) == 2)
        #expect(EditDistance.measure([], Array("ab".utf8), atMost: 2) == 2)
        #expect(EditDistance.measure(Array("ca".utf8), Array("abc".utf8), atMost: 3) == 3)
        #expect(EditDistance.measure(Array("same".utf8), Array("same".utf8), atMost: 0) == 0)
        #expect(EditDistance.measure(Array("kitten".utf8), Array("sitting".utf8), atMost: 2) == 3)
    }

    static func table(_ words: [String: UInt8]) -> WordTable {
        let sorted = words.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return WordTable(words: sorted.map { Array($0.utf8) }, popularity: sorted.map { words[$0]! })
    }
}
