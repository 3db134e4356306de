import Catalog
import Censuses
import Core
import Report
import Testing

@testable import Analysis

@Suite struct TrendsTests {
    /// Two years of months; each with 100 models, of which so many are quantized and half state a license.
    private func listing(quantized: (Int) -> Int, months: Int = 24, each: Int = 100) -> Census {
        var census = steady("2024-07-11", months: months, each: each)
        census.trends = census.byMonth.compactMap(\.key).enumerated().flatMap { i, month in
            [
                Census.Trend(facet: .license, month: month, term: nil, count: each / 2, downloads: 0),
                Census.Trend(facet: .license, month: month, term: "MIT", count: each / 2, downloads: 0),
                Census.Trend(facet: .making, month: month, term: nil, count: each - quantized(i), downloads: 0),
                Census.Trend(facet: .making, month: month, term: "quantized", count: quantized(i), downloads: 0),
            ]
        }
        return census
    }

    @Test func sharesAreOfAllForWaysOfMakingAndOfThoseThatStateOneElse() throws {
        let trends = try #require(Trends(listing(quantized: { _ in 10 })))
        let year = Month("2023-07")!...Month("2024-06")!
        #expect(trends.share(of: "quantized", in: .making, over: year) == 0.1)
        #expect(trends.share(of: "MIT", in: .license, over: year) == 1)
        #expect(trends.share(of: "BSD", in: .license, over: year) == 0)
    }

    @Test(arguments: [(0, 1, "gained"), (23, -1, "lost ground"), (7, 0, "kept their part"), (0, 0, "kept their part")])
    func theNumbersChooseTheSentence(start: Int, step: Int, words: String) throws {
        let trends = try #require(Trends(listing(quantized: { start + step * $0 })))
        let finding = try #require(trends.findings.first { $0.id == "growth.quantized" })
        #expect(finding.sentence.plain.contains("Quantized models \(words): they were"))
        #expect(finding.figure == "growth-trends")
    }

    @Test func monthsWithFewRowsAreLeftOut() throws {
        let figure = try #require(Trends(listing(quantized: { _ in 1 }, each: 60))?.figure(id: "t"))
        // Ways of making are of 60; licenses of the 30 that state one, too few.
        #expect(figure.chart.options["facets"] == .texts(["making", "Ways of making"]))
        #expect(figure.liveTable == nil)
        #expect(figure.table.rowCount == 24)
    }

    @Test func aYoungListOrOneWithoutTrendsHasNone() {
        #expect(Trends(nil) == nil)
        #expect(Trends(listing(quantized: { _ in 1 }, months: 6)) == nil)
        #expect(Trends(steady("2024-07-11", months: 24, each: 100)) == nil)
    }
}
