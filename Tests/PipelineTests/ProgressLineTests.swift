import Testing

@testable import Pipeline

@Suite struct ProgressLineTests {
    @Test func tellsCountRateAndTimeLeft() {
        var line = ProgressLine()
        line.note("Collect", done: 0, total: 760_000, unit: "records", at: 100)
        line.note("Collect", done: 120_000, total: 760_000, unit: "records", at: 102)
        #expect(line.text == "Collect  120,000 of 760,000 records · 60,000/s · 11 s left")
    }

    @Test func tellsNoTimeLeftWhereTheTotalIsUnknown() {
        var line = ProgressLine()
        line.note("Collect", done: 0, total: nil, unit: "models", at: 0)
        line.note("Collect", done: 9, total: nil, unit: "models", at: 2)
        #expect(line.text == "Collect  9 models · 4.5/s")
    }

    @Test func countsOnlyWhatIsNewForTheRate() {
        var line = ProgressLine()
        line.note("Collect", done: 500_000, total: nil, unit: "models", at: 0)
        line.note("Collect", done: 501_000, total: nil, unit: "models", at: 1)
        #expect(line.text == "Collect  501,000 models · 1,000/s")
    }

    @Test func beginsAnewWithAStage() {
        var line = ProgressLine()
        line.note("Collect", done: 0, total: nil, unit: "models", at: 0)
        line.note("Collect", done: 100, total: nil, unit: "models", at: 10)
        line.note("Clean", done: 10, total: 20, unit: "pages", at: 11)
        #expect(line.text == "Clean  10 of 20 pages")
        line.note("Site", done: 0, total: nil, unit: "", at: 12)
        #expect(line.text == "Site")
    }

    @Test func isDueOnceAnInterval() {
        var line = ProgressLine()
        var shown = 0
        for second in 0...20 {
            line.note("Clean", done: second, total: 20, unit: "pages", at: Double(second))
            if line.isDue(every: 5) { shown += 1 }
        }
        #expect(shown == 5)
    }

    @Test(arguments: [
        (0.04, "0.0 s"), (0.84, "0.8 s"), (-1, "0.0 s"), (12.4, "12 s"), (75, "1 min 15 s"), (7_260, "2 h 1 min"),
        (180_000, "2 days 2 h"), (.infinity, "unknown"), (.nan, "unknown"),
    ])
    func wordsSpansOfTime(_ seconds: Double, _ words: String) {
        #expect(Duration.words(seconds) == words)
    }
}
