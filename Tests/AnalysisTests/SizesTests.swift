import Catalog
import Censuses
import Core
import Report
import Testing

@testable import Analysis

@Suite struct SizesTests {
    @Test(arguments: [
        (1e8, 7e9, "the middle one grew from 100 M parameters in Q1 2022 to 7 B in Q1 2025."),
        (7e9, 1e8, "the middle one shrank from 7 B parameters in Q1 2022 to 100 M in Q1 2025."),
        (7e9, 7.5e9, "the middle one hardly moved: 7 B parameters in Q1 2022, 7.5 B in Q1 2025."),
    ]) func choosesTheWordForTheDirection(first: Double, last: Double, words: String) {
        let sizes = Sizes(listing: listing([quarter("2022-01", first), quarter("2025-01", last)]), selection: nil)
        let lede = sizes.lede.plain.unspaced
        #expect(lede.hasPrefix("Of the 60 models of the Hub whose size and date are known, \(words)"), "\(lede)")
    }

    @Test func saysWhenThePeakIsOver() {
        let sizes = Sizes(
            listing: listing([quarter("2022-01", 1e8), quarter("2024-01", 9e9), quarter("2025-01", 2e9)]),
            selection: nil)
        #expect(sizes.lede.plain.unspaced.contains("to 2 B in Q1 2025, down from 9 B in Q1 2024."))
    }

    @Test func aThinQuarterHasNoMiddle() {
        let sizes = Sizes(
            listing: listing([
                quarter("2021-10", 5, count: 3), quarter("2022-01", 1e8), quarter("2025-01", 7e9),
                quarter("2025-04", 1e12, count: 19),
            ]), selection: nil)
        #expect(sizes.lede.plain.unspaced.contains("in Q1 2022 to 7 B in Q1 2025"))
        #expect(sizes.page.figures[0].table.rowCount == 2)
        // The classes begin with the first quarter that the title counts: three quarters of four classes.
        #expect(sizes.page.figures[1].table.rowCount == 12)
        #expect(
            sizes.page.method.map(\.plain.unspaced).joined().contains(
                "Q4 2021 and Q2 2025 have fewer than 20 known sizes and are left out of the line; "))
    }

    @Test func saysWhenThereIsNothingToTell() {
        #expect(
            Sizes(listing: nil, selection: nil).lede.plain
                == "No model of this atlas says how large it is and when it was made.")
        #expect(Sizes(listing: listing([]), selection: nil).page.figures.isEmpty)
        let one = Sizes(listing: listing([quarter("2022-01", 1e8, count: 1)]), selection: nil)
        #expect(one.lede.plain.hasPrefix("Only 1 model says how large it is: too few"))
        #expect(one.page.figures.isEmpty)
        let few = Sizes(
            listing: listing([quarter("2022-01", 1e8, count: 9), quarter("2024-01", 1e9, count: 9)]), selection: nil)
        #expect(few.page.figures.map(\.id) == ["sizes-classes"], "no line through quarters without a middle")
    }

    @Test func takesTheListingWhereItsFilesTellTheSizes() {
        let weighed = listing([quarter("2022-01", 1e8)])
        let named = listing([quarter("2022-01", 1e8, from: .name)])
        var selection = listing([quarter("2022-01", 2e8)])
        selection.source.coverage = .selection
        #expect(Sizes(listing: weighed, selection: selection).rows == weighed)
        #expect(Sizes(listing: named, selection: selection).rows == selection)
        #expect(Sizes(listing: named, selection: nil).rows == named)
        #expect(Sizes(listing: nil, selection: selection).rows == selection)
    }

    @Test func aSelectionSaysSo() {
        let named = listing([quarter("2022-01", 1e8, from: .name), quarter("2024-01", 6e9, from: .name)])
        var selection = listing([quarter("2022-01", 2e8), quarter("2025-01", 7e9)])
        selection.source.coverage = .selection
        selection.source.note = "The most liked only."
        let page = Sizes(listing: named, selection: selection).page
        #expect(page.lede.plain.contains("models of this selection"))
        #expect(page.figures[0].provenance.caveat == "The most liked only.")
        let method = page.method.map(\.plain.unspaced).joined(separator: " ")
        #expect(
            method.contains(
                "60 of 60 models have a known size (60 from the model’s name); their middle is 100 M in Q1 2022"))
    }

    @Test func classesAreSharesByQuarter() {
        let figure = Sizes(
            listing: listing([quarter("2022-01", 1e8), quarter("2025-01", 7e9)]), selection: nil
        ).page.figures[1]
        #expect(figure.table.values["class"] == .texts(Sizes.classKeys + Sizes.classKeys))
        #expect(figure.table.values["count"] == .integers([30, 0, 0, 0, 0, 30, 0, 0]))
        #expect(figure.chart.options["series"] == .texts(Sizes.classKeys))
        #expect(figure.title?.unspaced == "Models under a billion parameters fell from 100.0 % to 0.0 %")
    }

    /// Thirty models of nearly one size.
    private func quarter(
        _ month: String, _ median: Double, count: Int = 30, from: ParametersSource = .safetensors
    ) -> Census.SizeQuantiles {
        var classes = [0, 0, 0, 0]
        classes[median < 1e9 ? 0 : median < 1e10 ? 1 : median < 1e11 ? 2 : 3] = count
        return Census.SizeQuantiles(
            group: "all", quarter: Month(month)!, from: from, count: count,
            quantiles: [0.8, 0.9, 1, 1.1, 1.2].map { $0 * median }, classes: classes)
    }

    private func listing(_ quarters: [Census.SizeQuantiles]) -> Census {
        var census = steady("2025-03-11", months: 3, each: 20)
        census.sizes =
            quarters
            + quarters.map {
                var all = $0
                all.from = nil
                return all
            }
        return census
    }
}
