import Testing

@testable import Matching

@Suite struct AutomatonTests {
    static let names = ["llama", "llama 3.1", "llama-3.1-8b", "llama.cpp", "a b c d", "b", "c d e"]
    let automaton = Automaton(names.map { .init($0) })

    func found(_ text: String) -> [String] { automaton.longest(in: text).map { Self.names[$0.word] } }

    @Test(arguments: [
        ("Llama", ["llama"]), ("Meta's LLaMA!", ["llama"]), ("llamas", []), ("ollama", []), ("llama3", []),
        ("llama_", ["llama"]),
        ("Llama_3.1-8B", ["llama-3.1-8b"]), ("Llama 3.1 8", ["llama 3.1"]), ("Llama 3.1 8Bit", ["llama 3.1"]),
        ("Llama 3.10", ["llama"]), ("llama.cpp", ["llama.cpp"]), ("llama.cp", ["llama"]), ("meta/llama/x", ["llama"]),
        ("", []),
        ("llama llama", ["llama", "llama"]), ("éllama llamaé", []), ("用llama写", ["llama"]), ("«llama»", ["llama"]),
        ("llama…", ["llama"]),
    ])
    func wholeTokens(text: String, expected: [String]) { #expect(found(text) == expected) }

    /// The leftmost wins, then the longest; what gave way to a name that was not whole in the end comes back.
    @Test(arguments: [
        ("a b c d", ["a b c d"]), ("a b c d e", ["a b c d"]), ("x b c d e", ["b", "c d e"]), ("a b c x", ["b"]),
        ("b b", ["b", "b"]),
    ])
    func overlaps(text: String, expected: [String]) { #expect(found(text) == expected) }

    @Test func aDigitMayFollowWhereANameTakesOne() {
        let automaton = Automaton([.init("qwen", takesDigits: true), .init("gpt4all")])
        #expect(automaton.longest(in: "Qwen3.5-27B qwenx") == [.init(word: 0, start: 0, end: 4)])
        #expect(automaton.longest(in: "qwenlm").isEmpty)
    }

    @Test func placesAreBytes() {
        #expect(automaton.longest(in: "é llama") == [.init(word: 0, start: 3, end: 8)])
    }

    /// Against the plainest way to say it, on texts of few letters, where everything overlaps.
    @Test func theSameAsTryingEveryNameEverywhere() {
        var seed: UInt64 = 7
        func chance(_ count: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % count
        }
        func text(_ length: Int) -> String { String((0..<length).map { _ in Array("aab .")[chance(5)] }) }
        for _ in 0..<300 {
            let names = (0..<6).map { _ in "a" + text(chance(5)) + "b" }
            let automaton = Automaton(names.map { .init($0) })
            let sample = text(40)
            let found = automaton.longest(in: sample).map { "\($0.start)-\($0.end)" }
            #expect(found == plainly(names, in: sample), "\(names) in \(sample)")
        }
    }

    private func plainly(_ names: [String], in text: String) -> [String] {
        let kinds = Alphabet.classes(of: text)
        var found: [String] = []
        var i = 0
        while i < kinds.count {
            let lengths = names.map { Alphabet.classes(of: $0) }.filter { name in
                let end = i + name.count
                return end <= kinds.count && Array(kinds[i..<end]) == name
                    && (i == 0 || !Alphabet.isWord(kinds[i - 1]))
                    && (end == kinds.count || !Alphabet.isWord(kinds[end]))
            }
            guard let longest = lengths.map(\.count).max() else {
                i += 1
                continue
            }
            found.append("\(i)-\(i + longest)")
            i += longest
        }
        return found
    }
}
