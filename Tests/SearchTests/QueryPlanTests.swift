import Core
import JSON
import SearchFormat
import SearchText
import TestSupport
import Testing

@testable import Search

@Suite struct QueryPlanTests {
    private func plan(_ query: String, isTyping: Bool = false, corrects: Bool = true) throws -> QueryPlan {
        let synonyms = try Synonyms(JSONValue.parse(Files.read(Repository.path("assets/search/synonyms.json"))))
        let words = Corrections(
            CorrectionsTests.table(["bert": 200, "base": 180, "llama": 240, "small": 100, "german": 50, "model": 9]))
        return QueryPlan(
            query, words: words, synonyms: synonyms, weights: Weights(), isTyping: isTyping, corrects: corrects)
    }

    private func terms(_ plan: QueryPlan, _ source: QueryPlan.Source) -> [String] {
        plan.alternatives.filter { $0.source == source }.map { "\($0.positions) \($0.terms.joined(separator: "+"))" }
    }

    @Test func aPhraseStandsForItsWords() throws {
        let plan = try plan("german speech to text small")
        #expect(plan.positions.map(\.word) == ["german", "speech", "to", "text", "small"])
        #expect(plan.positions.map(\.isRequired) == [true, true, false, true, true])
        #expect(terms(plan, .phrase) == ["[0] #lang:de", "[1, 3] #automatic-speech-recognition"])
        #expect(terms(plan, .word).count == 5)
        #expect(terms(plan, .join).isEmpty)
        #expect(terms(try self.plan("lla ma"), .join) == ["[0, 1] llama"])
    }

    @Test func unknownWordsAreGuessedAtAndKnownOnesNot() throws {
        #expect(terms(try plan("lama base"), .correction) == ["[0] llama"])
        #expect(try plan("lama base").corrections == [.init(from: "lama", to: "llama", isKnown: false)])
        #expect(try plan("smal", isTyping: true).corrections.isEmpty)
        #expect(terms(try plan("llama base"), .correction) == [])
        #expect(terms(try plan("lama", corrects: false), .correction) == [])
        #expect(terms(try plan("bertbase"), .split) == ["[0] bert+base"])
        #expect(terms(try plan("llama3"), .split) == ["[0] llama+3"])
    }

    @Test func theLastWordGoesOnOnlyWhileItIsTyped() throws {
        #expect(terms(try plan("ber", isTyping: true), .completion) == ["[0] bert"])
        #expect(terms(try plan("ber "), .completion) == [])
        #expect(terms(try plan("ber", isTyping: false), .completion) == [])
        #expect(terms(try plan("bert", isTyping: true), .completion) == [])
    }

    @Test func aQueryOfStopWordsRequiresThem() throws {
        #expect(try plan("the model").positions.allSatisfy(\.isRequired))
        #expect(try plan("").positions.isEmpty)
        #expect(try plan("!!!").alternatives.isEmpty)
    }

    @Test func whatStandsBeforeASlashMayBeAnOwner() throws {
        #expect(terms(try plan("meta-llama/Llama"), .owner).contains("[0, 1] @meta-llama"))
        #expect(try plan("meta-llama/Llama").key == "metallamallama")
    }

    @Test func longQueriesAreCut() throws {
        let plan = try plan(String(repeating: "word ", count: 2000))
        #expect(plan.positions.count == QueryText.mostWords)
        #expect(plan.isCut)
    }
}
