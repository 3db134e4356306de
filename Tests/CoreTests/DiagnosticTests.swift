import Core
import Testing

@Suite struct DiagnosticTests {
    @Test("counts all and keeps the first examples") func countsAllAndKeepsTheFirstExamples() {
        var counts = DiagnosticCounts(examplesKept: 2)
        for i in 1...5 { counts.add(Diagnostic("date.bad", at: "a/\(i)", "yesterday")) }
        counts.add(Diagnostic("id.missing", at: "page 3"))
        #expect(counts.total == 6)
        #expect(counts.byIdentifier["date.bad"]?.count == 5)
        #expect(counts.byIdentifier["date.bad"]?.examples.map(\.subject) == ["a/1", "a/2"])
    }

    @Test("bounds what outsiders wrote") func boundsWhatOutsidersWrote() {
        let diagnostic = Diagnostic(
            "tag.long", at: String(repeating: "x", count: 10_000), String(repeating: "é", count: 10_000))
        #expect(diagnostic.subject.count == 200)
        #expect(diagnostic.detail.count == 200)
    }
}
