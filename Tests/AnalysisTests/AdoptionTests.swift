import Catalog
import Censuses
import Core
import Report
import Testing

@testable import Analysis

@Suite struct AdoptionTests {
    @Test func saysWhatTheTopHolds() throws {
        let adoption = try #require(Adoption(listing([60, 50] + Array(repeating: 1, count: 198))))
        #expect(
            adoption.sentence.plain.unspaced
                == "The top 1 % of models hold 35.7 % of all downloads of the Hub on 11 Jul 2024.")
        #expect(adoption.doubted == nil)
        #expect(adoption.title == "2 models have more than a third of all downloads")
        #expect(adoption.parts.map(\.label) == ["2 models", "the other 198"])
        #expect(abs(adoption.parts.reduce(0) { $0 + $1.share } - 1) < 1e-12)
    }

    @Test func doubtsACounterThatHoldsMoreThanAFifth() throws {
        let adoption = try #require(Adoption(listing([900, 60] + Array(repeating: 1, count: 199))))
        #expect(adoption.doubted?.repoID == "x/<b>0</b>")
        #expect(
            adoption.sentence.plain.unspaced == """
                With every counter, the top 1 % of models hold 82.8 % of all downloads of the Hub on 11 Jul 2024; without \
                <b>0</b>, whose counter alone says 77.7 %, they hold 23.6 %.
                """)
        #expect(adoption.parts.map(\.models) == [2, 198])
        let figure = adoption.figure(id: "home-adoption")
        #expect(figure.provenance.rows == "200 models")
        #expect(figure.provenance.caveat == "One counter that is not believed is left out.")
        #expect(figure.table.values["label"] == .texts(["2 models", "the other 198"]))
        #expect(figure.subtitle?.hasSuffix("; one doubted counter is left out") == true)
    }

    @Test func hasNothingToSayOfNothing() {
        #expect(Adoption(nil) == nil)
        #expect(Adoption(listing(Array(repeating: 0, count: 200))) == nil)
        #expect(Adoption(listing([5, 1])) == nil)
    }

    private func listing(_ downloads: [Int]) -> Census {
        var census = steady("2024-07-11", months: 1, each: downloads.count)
        census.downloads = Distribution(of: downloads)
        census.mostDownloaded = downloads.indices.prefix(10).map {
            Census.NamedCount(repoID: "x/<b>\($0)</b>", value: downloads[$0])
        }
        return census
    }
}
