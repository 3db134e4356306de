import Censuses
import Core
import Report
import Testing

@testable import Analysis
@testable import Catalog

@Suite struct DataPageTests {
    @Test(arguments: [
        ([SourceRow.Coverage.whole], "1 source, a whole listing."),
        ([.slice], "1 source, which is not a whole listing."),
        ([.whole, .whole], "2 sources, each a whole listing."),
        ([.whole, .whole, .slice], "3 sources, two of them whole listings."),
        ([.selection, .slice], "2 sources, none of them a whole listing."),
        ([.whole, .selection], "2 sources, one of them a whole listing."),
    ]) func namesWhatTheListsAre(coverages: [SourceRow.Coverage], words: String) {
        let lede = page(coverages).lede.plain
        #expect(lede.hasPrefix("Every number of this atlas comes from \(words)"), "\(lede)")
    }

    @Test func countsDiagnosticsOverAllSources() {
        let rows = [
            DiagnosticRow(source: "a", identifier: "date.bad", count: 2, examples: []),
            DiagnosticRow(source: "b", identifier: "date.bad", count: 1, examples: []),
            DiagnosticRow(source: "b", identifier: "my.own", count: 9, examples: []),
        ]
        let page = page([.whole], diagnostics: rows)
        #expect(page.lede.plain.contains("12 oddities"))
        let table = page.tables.first { $0.id == "quality" }?.table
        #expect(table?.values["identifier"] == .texts(["my.own", "date.bad"]))
        #expect(table?.values["meaning"] == .texts([nil, "A date that is none"]))
        #expect(table?.values["count"] == .integers([9, 3]))
    }

    @Test func aLicenseThatNobodyStatesIsNotUnknownAndNoNoteIsNone() {
        let table = page([.whole]).tables.first { $0.id == "sources" }?.table
        #expect(table?.values["license"] == .texts(["none stated"]))
        #expect(table?.values["note"] == .texts([""]))
    }

    @Test func anAtlasOfNothingSaysSo() {
        #expect(page([]).lede.plain == "There is nothing here yet: no list was collected.")
    }

    @Test func theReferenceTableHasEveryWholeListing() {
        var list = steady("2024-07-11", months: 1, each: 200)
        list.downloads = Distribution(of: [60, 50] + Array(repeating: 0, count: 198))
        let page = DataPage(sources: [list.source], diagnostics: [], censuses: [list]).page
        let table = page.tables.first { $0.id == "adoption" }?.table
        #expect(table?.values["zero"] == .numbers([0.99]))
        #expect(table?.values["top1"] == .numbers([1]))
    }

    private func page(_ coverages: [SourceRow.Coverage], diagnostics: [DiagnosticRow] = []) -> Page {
        let sources = coverages.enumerated().map {
            SourceRow(key: "\($0)", title: "List", day: Day("2024-07-11")!, coverage: $1, rows: 1)
        }
        return DataPage(sources: sources, diagnostics: diagnostics, censuses: []).page
    }
}
