import Search
import SearchFormat
import Testing

@Suite struct ScoringTests {
    private let scoring = Scoring(weights: Weights(), impacts: [], modelCount: 760_000)

    @Test func roundsWhatLibrariesDisagreeOn() {
        #expect(Rounded.idf(df: 35, of: 760_000) == 9.9715)
        #expect(Rounded.idf(df: 700_000, of: 760_000) == 0.0822)
        #expect(Rounded.idf(df: 760_000, of: 760_000) == 0)
        #expect(Rounded.popularity(use: 9999) == 4)
        #expect(Rounded.popularity(use: 0) == 0)
        #expect(Rounded.power(0.5, 2) == 0.25)
    }

    @Test func coverageFallsWithEachMissingWord() {
        #expect(scoring.coverage(matched: 3, of: 3) == 1)
        #expect(scoring.coverage(matched: 0, of: 0) == 1)
        #expect(scoring.coverage(matched: 0, of: 2) == 0)
        #expect(scoring.coverage(matched: 1, of: 2) < scoring.coverage(matched: 2, of: 3))
    }

    @Test func popularityRaisesButNotWithoutEnd() {
        #expect(scoring.prior(0) == 1)
        #expect(scoring.prior(8) == 1 + Weights().prior)
        #expect(scoring.prior(12) == scoring.prior(8))
        #expect(Scoring.popularity(ofLevel: 4) == 2.25)
    }

    @Test func knowsAnExactName() {
        #expect(Scoring.exactness(query: "bert", name: "bert", id: "xbert") == .name)
        #expect(Scoring.exactness(query: "xbert", name: "bert", id: "xbert") == .id)
        #expect(Scoring.exactness(query: "gpt2", name: "gpt2", id: "gpt2") == .id)
        #expect(Scoring.exactness(query: "", name: "", id: "") == .none)
        #expect(Scoring.exactness(query: "ber", name: "bert", id: "xbert") == .none)
    }

    /// The best of many are those of a full sort, in whatever order they come.
    @Test func theBestAreThoseOfAFullSort() {
        for seed in 1...20 {
            let values = (0..<900).map { ($0 * 7_919 + seed * 104_729) % 1_009 }
            #expect(values.best(50, by: >) == Array(values.sorted(by: >).prefix(50)))
            #expect((values.sorted(by: >)).best(50, by: >) == Array(values.sorted(by: >).prefix(50)))
        }
    }
}
