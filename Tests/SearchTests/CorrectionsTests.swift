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
        #expect(words.corrections(of: typed, rival: 30).map(\.text) == meant)
    }

    @Test func nearerIsBetterThanPopular() {
        let words = Corrections(Self.table(["international": 10, "internationally": 250]))
        #expect(words.corrections(of: "internationale", rival: 30).map(\.distance) == [1, 2])
        #expect(words.corrections(of: "internationale", rival: 30).first?.text == "international")
    }

    /// "instuct" may stand in a name; it is still a mistake.
    @Test func aKnownWordYieldsToAFarMorePopularNeighbor() {
        let words = Corrections(Self.table(["instuct": 40, "instruct": 240, "bertbase": 20, "bert": 200, "base": 180]))
        #expect(words.corrections(of: "instuct", rival: 5).map(\.text) == ["instruct"])
        #expect(words.corrections(of: "instuct", rival: 26).isEmpty)
        #expect(words.corrections(of: "instruct", rival: 5).isEmpty)
        #expect(words.split("bertbase", rival: 5)! == ("bert", "base"))
        #expect(words.split("bertbase", rival: 26) == nil)
    }

    @Test func splitsWhatIsGlued() {
        #expect(words.split("bertbase", rival: 30)! == ("bert", "base"))
        #expect(words.split("bertxyz", rival: 30) == nil)
        #expect(words.split("abc", rival: 30) == nil)
        #expect(words.split("", rival: 30) == nil)
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
