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

    @Test func librariesAreCountedByMonthAndFollowedLikeFacets() throws {
        var census = steady("2024-07-11", months: 24, each: 120)
        census.cells = census.cells.flatMap { cell in
            ["transformers", nil].map { library in
                var half = cell
                (half.library, half.count) = (library, cell.count / 2)
                return half
            }
        }
        census.trends = [Census.Trend(facet: .language, month: nil, term: nil, count: 1, downloads: 0)]
        let figure = try #require(Trends(census)?.figure(id: "t"))
        #expect(figure.chart.options["facets"] == .texts(["library", "Libraries"]))
        // Of the sixty that state one, all.
        #expect(figure.table.values["share"] == .numbers([Double](repeating: 1, count: 24)))
    }
}

@Suite struct GrowthSpacesTests {
    private func spaces(_ sdks: [String?]) -> Census {
        var census = Census(kind: .spaces, source: steady("2024-07-11", months: 14, each: 1).source)
        census.rows = sdks.count
        census.cells = sdks.map {
            Census.Cell(month: Month("2024-05")!, task: nil, library: $0, count: 1, downloads: 0, likes: 2)
        }
        return census
    }

    @Test func layersAreSDKsAndHaveNoDownloads() throws {
        let figure = GrowthSpaces(census: spaces(["gradio", "gradio", "docker", nil])).figure(id: "s")
        #expect(figure.title?.unspaced == "50 % of Spaces are built with Gradio")
        #expect(figure.chart.options["series"] == .texts(["gradio", "docker", "other", "unknown"]))
        #expect(figure.table.values["sdk"] == .texts(["docker", "gradio", "unknown"]))
        #expect(figure.table.values["count"] == .integers([1, 2, 1]))
        #expect(figure.table.values["downloads"] == nil)
    }

    @Test func withoutSDKsThePictureSpeaksOfGrowth() {
        let figure = GrowthSpaces(census: spaces([nil, nil])).figure(id: "s")
        #expect(figure.title == nil && figure.table.values["sdk"] == .texts(["unknown"]))
        #expect(GrowthSpaces(census: spaces([])).figure(id: "s").table.rowCount == 0)
    }

    @Test func rareSDKsStandTogether() {
        let figure = GrowthSpaces(census: spaces(["a", "a", "b", "b", "c", "c", "d", "d", "e", "e", "f", "g"])).figure(
            id: "s")
        #expect(figure.table.values["sdk"] == .texts(["a", "b", "c", "d", "e", "other"]))
    }
}
