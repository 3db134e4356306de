import Catalog
import Core
import JSON
import Report
import Testing

@testable import Analysis

@Suite struct EvolutionTests {
    @Test func saysWhoLedEachYearAndWhoHoldsTheRecord() {
        let models =
            [
                model(
                    "deepseek-ai/DeepSeek-R1", likes: 11_150, on: "2025-01-20", task: "text-generation",
                    counted: "2025-03-11")
            ]
            + year(2022, "text-to-image", 16, "text-generation", 4)
            + year(2024, "text-generation", 12, "text-to-image", 8)
        #expect(
            evolution(models).lede.plain.unspaced == """
                Vision models are 16 of the 20 most liked of 2022, language models 12 of the 20 of 2024. Then, in January \
                2025, DeepSeek-R1 passed them all: 11,150 likes in 50 days.
                """)
    }

    @Test func oneModalityCanLeadThroughout() {
        let models = year(2022, "fill-mask", 12, nil, 8) + year(2023, "fill-mask", 20, nil, 0)
        #expect(
            evolution(models).lede.plain.hasPrefix(
                "Language models are 12 of the 20 most liked of 2022 and still 20 of the 20 of 2023."))
    }

    @Test func aYearThatNobodyLedIsNotNamed() {
        let models = year(2022, "fill-mask", 9, "text-to-image", 9, more: 2) + year(2023, nil, 20, nil, 0)
        #expect(evolution(models).years.isEmpty)
        #expect(evolution(models).lede.plain.hasPrefix("40 models here were liked."))
    }

    @Test(arguments: [
        ("2025-03-01", "2025-03-11", "The most liked model is r, of March 2025: 9 likes in 10 days."),
        ("2020-01-01", "2025-03-11", "The most liked model is r, of January 2020: 9 likes by 11 Mar 2025."),
        (nil, "2025-03-11", "The most liked model is r, older than the record of dates: 9 likes by 11 Mar 2025."),
    ]) func wordsTheRecordByItsDate(created: String?, counted: String, words: String) {
        let models =
            [model("x/r", likes: 9, on: created, counted: counted)] + year(2024, "fill-mask", 20, nil, 0, likes: 5)
        #expect(evolution(models).recordSentence.plain.unspaced == words)
    }

    @Test func aTieHasNoSingleHolder() {
        let models = [model("x/a", likes: 1, on: "2024-01-01"), model("x/b", likes: 1, on: "2024-01-02")]
        #expect(evolution(models).recordSentence.plain.unspaced == "No model has more than 1 like in 192 days.")
    }

    @Test func aSelectionSpeaksOfItself() {
        var evolution = evolution(year(2024, "fill-mask", 20, nil, 0) + [model("x/r", likes: 1, on: "2024-01-01")])
        evolution.greatest[0].likes = 200
        evolution.place = "this selection"
        #expect(
            evolution.lede.plain.unspaced == """
                In this selection, language models are 20 of the 20 most liked of 2024. Then, in May 2024, a0 passed them \
                all: 200 likes in 71 days.
                """)
        #expect(evolution.recordSentence.plain.hasPrefix("In this selection, the most liked model is a0"))
    }

    @Test func countsOneAndNone() {
        #expect(
            evolution([model("x/only", likes: 1, on: "2024-07-10")]).lede.plain.unspaced
                == "One model here was liked. It is only, with 1 like in 1 day.")
        let none = evolution([]).page
        #expect(none.lede.plain == "No model of this atlas has a like yet, so none made its mark.")
        #expect(none.figures.isEmpty)
    }

    @Test func theTableKeepsWhatIsMissingMissing() {
        var row = model("acme/<img src=x onerror=alert(1)>", likes: 3)
        row.bases = [BaseModel(repoID: "up/stream", relation: .merge), BaseModel(repoID: "b/b", relation: .merge)]
        let figure = evolution([row]).figure
        #expect(
            figure.table.columns.map(\.key) == [
                "id", "owner", "createdOn", "beforeRecord", "likes", "likesOn", "parameters", "parametersFrom", "task",
                "modality", "license", "licenseClass", "library", "downloads", "base",
            ])
        #expect(figure.table.values["id"] == .texts(["acme/<img src=x onerror=alert(1)>"]))
        #expect(figure.table.values["createdOn"] == .texts([nil]))
        #expect(figure.table.values["parameters"] == .numbers([nil]))
        #expect(figure.table.values["downloads"] == .integers([nil]))
        #expect(figure.table.values["base"] == .texts(["up/stream"]))
        #expect(figure.notes == ["1 model without a date of publication cannot be drawn."])
        #expect(!figure.json(shard: nil).text.contains("</"))
    }

    @Test func theStillHoldsTheGreatestAndTheLiveChartMore() {
        let models = (0..<700).map { model("x/\($0)", likes: 1000 - $0, on: "2024-01-01") }
        let figure = evolution(models, total: 99_999).figure
        #expect(figure.table.rowCount == 500)
        #expect(figure.liveTable?.rowCount == 700)
        #expect(figure.totalRows == 99_999)
        #expect(evolution(Array(models.prefix(500))).figure.liveTable == nil)
    }

    @Test func remarksAreComputed() {
        let models = [
            model("a/first", likes: 90, on: "2024-01-01", parameters: 7_000_000_000),
            model("b/giant", likes: 50, on: "2023-01-01", parameters: 176_000_000_000), model("c/c", likes: 2),
        ]
        #expect(
            evolution(models).remarks.map { "\($0.at): \($0.text)".unspaced } == [
                "a/first: 90 likes", "b/giant: 176 B, the largest of the 100 most liked",
            ])
    }

    private func evolution(_ models: [ModelRow], total: Int? = nil) -> Evolution {
        Evolution(
            greatest: models, total: total ?? models.count,
            provenance: Provenance(source: "A list, 11 Jul 2024", rows: "\(models.count) models"))
    }

    private func year(
        _ year: Int, _ task: String?, _ count: Int, _ other: String?, _ rest: Int, more: Int = 0, likes: Int = 100
    ) -> [ModelRow] {
        (0..<count).map { model("y\(year)/a\($0)", likes: likes, on: "\(year)-05-01", task: task) }
            + (0..<rest).map { model("y\(year)/b\($0)", likes: likes, on: "\(year)-06-01", task: other) }
            + (0..<more).map { model("y\(year)/c\($0)", likes: likes, on: "\(year)-06-01", task: "text-to-speech") }
    }
}
