import Catalog
import Censuses
import Core
import Report
import Testing

@testable import Analysis

@Suite struct GrowthTests {
    @Test func saysFromHowManyToHowMany() {
        let list = census(
            "2024-07-11",
            [
                (nil, nil, 100), ("2022-06", "text-generation", 10), ("2023-06", nil, 100),
                ("2024-06", "text-to-image", 190), ("2024-07", nil, 100),
            ])
        #expect(
            Growth(censuses: [list]).page.lede.plain.unspaced == """
                From 110 models at the end of June 2022, of those that still exist, to 500 on 11 Jul 2024, and ever faster: \
                June 2024 alone brought 190. Three fifths of all, 60.0 %, never say what they are for.
                """)
    }

    @Test(arguments: [
        ([10, 20], ", and ever faster:"), ([20, 10], ", but more slowly than before:"),
        ([10, 10], ", at a steady pace:"),
    ]) func choosesTheWordForThePace(years: [Int], words: String) {
        let months = (0..<24).map {
            (Month("2022-07")!.advanced(by: $0).description as String?, String?.none, years[$0 / 12])
        }
        #expect(Growth(censuses: [census("2024-07-11", months)]).page.lede.plain.contains(words))
    }

    @Test func aYoungListHasNoPace() {
        let lede = Growth(censuses: [steady("2024-07-11", months: 3, each: 1)]).page.lede.plain.unspaced
        #expect(
            lede.hasPrefix(
                "From 1 model at the end of April 2024, of those that still exist, to 3 on 11 Jul 2024: June 2024 alone brought 1."
            ))
        #expect(lede.hasSuffix("Every one of them says what it is for."))
    }

    @Test func aListOfOneMonthSaysItsStock() {
        let lede = Growth(censuses: [census("2024-07-11", [("2024-07", nil, 1)])]).page.lede.plain.unspaced
        #expect(lede == "The Hub holds 1 model on 11 Jul 2024. Not one of them says what it is for.")
    }

    @Test func nothingIsSaidOfNothing() {
        let none = Growth(censuses: []).page
        #expect(none.lede.plain.hasPrefix("No list that this atlas was built from says when"))
        #expect(none.figures.isEmpty)
        #expect(none.findings.isEmpty)
        let undated = census("2022-07-02", [(nil, nil, 5)], beforeRecord: 0)
        #expect(Growth(censuses: [undated]).page.lede == none.lede)
    }

    @Test func aSliceIsNotTheHub() {
        var list = steady("2024-07-11", months: 30, each: 2)
        list.source.coverage = .slice
        list.source.note = "Models of acme only."
        let page = Growth(censuses: [list]).page
        #expect(page.lede.plain.contains("in this slice of the Hub"))
        #expect(page.figures[0].provenance.caveat == "Models of acme only.")
    }

    @Test func aSelectionNeverSpeaks() {
        let list = steady("2024-07-11", months: 30, each: 2)
        var later = steady("2026-08-22", months: 30, each: 9)
        later.source.coverage = .selection
        #expect([list, later].leading(.models)?.source.day == Day("2024-07-11"))
        later.source.coverage = .slice
        #expect([list, later].leading(.models)?.source.day == Day("2024-07-11"))
        #expect([later].leading(.models)?.source.day == Day("2026-08-22"))
    }

    @Test func aLaterSliceSpeaksForLessThanAnEarlierWhole() {
        let whole = steady("2024-07-11", months: 30, each: 9)
        var slice = steady("2025-03-11", months: 30, each: 2)
        slice.source.coverage = .slice
        #expect([whole, slice].leading(.models)?.source.day == Day("2024-07-11"))
    }

    @Test func theTableHasOneRowAMonthAndTask() {
        var list = census("2024-07-11", [("2024-06", "fill-mask", 2), (nil, nil, 1), ("2024-06", "fill-mask", 3)])
        list.cells[0].library = "transformers"
        let table = Growth(censuses: [list]).page.figures[0].table
        #expect(table.values["month"] == .texts([nil, "2024-06"]))
        #expect(table.values["task"] == .texts([nil, "fill-mask"]))
        #expect(table.values["modality"] == .texts(["none", "nlp"]))
        #expect(table.values["count"] == .integers([1, 5]))
        #expect(table.values["downloads"] == .integers([10, 50]))
    }

    @Test func ratesStopWhereTheListDoes() {
        let figure = Growth(censuses: [steady("2024-07-11", months: 3, each: 1)]).page.figures[0]
        #expect(figure.chart.options["lastWholeMonth"] == .text("2024-06"))
        #expect(figure.notes.map(\.unspaced).contains { $0.hasPrefix("July 2024 is not a whole month") })
        let whole = Growth(censuses: [steady("2024-07-31", months: 3, each: 1)]).page.figures[0]
        #expect(whole.chart.options["lastWholeMonth"] == .text("2024-07"))
        #expect(whole.notes.isEmpty)
    }

    @Test func aCopyOfAnOldListEndsWithIt() {
        var list = steady("2024-07-11", months: 30, each: 50)
        list.source.day = Day("2026-11-21")!
        let page = Growth(censuses: [list]).page
        #expect(page.figures[0].chart.options["lastWholeMonth"] == .text("2024-05"))
        #expect(page.lede.plain.unspaced.contains("of those that still exist, to 1,500 on "))
        #expect(
            page.figures[0].notes.map(\.unspaced) == [
                "Nothing in the list of 21 Nov 2026 is newer than June 2024, so monthly counts end with May 2024."
            ])
        var quiet = steady("2024-07-11", months: 3, each: 2)
        quiet.source.day = Day("2026-11-21")!
        #expect(Growth(censuses: [quiet]).page.figures[0].chart.options["lastWholeMonth"] == .text("2026-10"))
    }

    @Test func remarksComeFromTheData() {
        let page = Growth(
            censuses: [steady("2024-07-11", months: 6, each: 10)],
            greatest: [
                model("x/late", likes: 99, on: "2025-01-20"), model("a/<b>great</b>", likes: 50, on: "2024-03-09"),
                model("b/same-month", likes: 40, on: "2024-03-20"), model("c/second", likes: 30, on: "2024-05-02"),
                model("d/third", likes: 20, on: "2024-06-02"),
            ]
        ).page
        #expect(
            page.figures[0].chart.remarks.map { "\($0.at) \($0.text)".unspaced } == [
                "2024-03 <b>great</b> is published", "2024-04 half of the June 2024 total",
                "2024-05 second is published",
            ])
    }

    @Test func anEarlierListShowsWhatWasDeleted() {
        let list = census(
            "2024-07-11", [(nil, nil, 50), ("2022-06", nil, 50), ("2022-07", nil, 10), ("2024-06", nil, 9)])
        let earlier = census("2022-07-02", [(nil, nil, 130)], beforeRecord: 0)
        let method = Growth(censuses: [earlier, list]).page.method.map(\.plain.unspaced)
        #expect(
            method.contains(
                "A list of 2 Jul 2022 held 130 models; of those made by the end of June 2022, the list of 11 Jul 2024 "
                    + "has 100: the rest was deleted or made private since."))
        let middle = census("2022-06-15", [(nil, nil, 130)], beforeRecord: 0)
        #expect(!Growth(censuses: [middle, list]).page.method.contains { $0.plain.contains("A list of") })
    }

    @Test func datasetsHaveTheirOwnFigure() {
        let page = Growth(censuses: [
            steady("2024-07-11", months: 30, each: 4), census("2024-07-09", [("2024-06", nil, 40)], kind: .datasets),
        ]).page
        #expect(page.figures.map(\.id) == ["growth", "growth-datasets"])
        #expect(page.figures[1].chart.options["noun"] == .text("datasets"))
        #expect(page.shows[1].plain.unspaced == "Below, the datasets: 40 on 9 Jul 2024, one for every 3.0 models.")
    }

    @Test func aMonthThatCannotBeStandsBeforeTheRecord() {
        let table = Growth(censuses: [census("2024-07-11", [("0001-01", nil, 1), ("2030-01", nil, 2)])]).page.figures[0]
            .table
        #expect(table.values["month"] == .texts([nil, "2024-07"]))
    }
}

extension String {
    /// With plain spaces, to be read in a test.
    var unspaced: String { String(map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 }) }
}
