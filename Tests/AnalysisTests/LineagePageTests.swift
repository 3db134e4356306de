import Catalog
import Censuses
import Core
import Lineage
import Report
import Statistics
import Testing

@testable import Analysis

@Suite struct LineagePageTests {
    @Test func withoutModelsItSaysWhatIsMissing() {
        let page = LineagePage(lineage: nil, rows: nil, whole: nil).page
        #expect(page.lede.plain.hasPrefix("This atlas has no models whose bases are known: hubatlas collect models"))
        #expect(page.figures.isEmpty && page.tables.isEmpty && page.findings.isEmpty)
    }

    @Test func withoutBasesItSaysSo() throws {
        let page = try page([model("a/one", likes: 1, on: "2024-01-01")])
        #expect(page.lede.plain == "No model of the Hub says which model it was made from.")
        #expect(page.figures.isEmpty)
    }

    @Test(arguments: [(1, "1 names nothing but itself."), (3, "3 name nothing but themselves.")])
    func modelsThatNameThemselvesAreCounted(count: Int, words: String) throws {
        var census = steady("2024-07-11", months: 3, each: 33)
        census.lineage = LineageSummary()
        census.lineage?.models = 99
        let catalog = try Catalog(path: ":memory:")
        var counts = DiagnosticCounts()
        for i in 0..<count { counts.add(Diagnostic("base.self", at: "a/m\(i)")) }
        try catalog.add(census.source)
        try catalog.setDiagnostics(counts, of: census.source.key)
        let page = LineagePage(lineage: nil, rows: census, whole: census, dropped: try catalog.diagnostics()).page
        #expect(page.lede.plain == "No model of the Hub says which other model it was made from; \(words)")
    }

    @Test func aLongChainIsOneBarBeyondSixGenerations() throws {
        var summary = LineageSummary()
        summary.depths = [1] + [Int](repeating: 1, count: 50_000)
        (summary.models, summary.derived, summary.edges) = (50_001, 50_000, 50_000)
        var census = steady("2024-07-11", months: 3, each: 33)
        census.lineage = summary
        let table = try #require(LineagePage(lineage: nil, rows: census, whole: census).depthFigure?.table)
        #expect(table.rowCount == 7)
        #expect(table.values["count"] == .integers([Int?](repeating: 1, count: 6) + [49_994]))
    }

    @Test func oneChildIsOne() throws {
        let page = try page([
            model("a/base", likes: 9, on: "2024-01-01"),
            child("b/tuned", of: [("a/base", .finetune)], on: "2024-02-01"),
        ])
        #expect(
            page.lede.plain
                == """
                1 of the 2 models of the Hub, half, says which model it was made from. Most descend from base: 1. \
                None of them was made from a model that was itself made from another.
                """)
        #expect(page.figures.first?.id == "lineage-tree")
        #expect(page.figures.first?.table.rowCount == 2)
        #expect(page.figures.first?.shelf.isEmpty == true)
    }

    @Test func severalThatLeadAreSaid() {
        func lede(_ descendants: [Int]) -> String {
            var summary = LineageSummary()
            (summary.models, summary.derived, summary.edges) = (100, 40, 40)
            summary.depths = [60, 30, 7, 3]
            summary.roots = descendants.enumerated().map {
                .init(
                    repoID: "a/m\($0)", isListed: true, children: $1, descendants: $1, depth: 3,
                    byRelation: [$1, 0, 0, 0, 0])
            }
            var census = steady("2024-07-11", months: 3, each: 33)
            census.lineage = summary
            return LineagePage(lineage: nil, rows: census, whole: census).lede.plain.unspaced
        }
        #expect(lede([9, 5]).contains("Most descend from m0: 9."))
        #expect(lede([9, 9, 5]).contains("Two have most descendants: m0 and m1 with 9 each."))
        #expect(lede([9, 9, 9]).contains("No model leads: 3 have 9 descendants each."))
        #expect(
            lede([9]).hasSuffix(
                "Of all these, 25.0 % are grandchildren or later; the longest line of descent runs through three generations."
            ))
    }

    @Test func monthsWithoutADescendantCountNone() throws {
        let rows = [
            model("a/base", likes: 9, on: "2024-01-01"), child("b/one", of: [("a/base", .finetune)], on: "2024-02-01"),
            child("b/two", of: [("a/base", .merge)], on: "2024-02-03"),
            child("b/late", of: [("a/base", .merge)], on: "2024-05-03"),
            child("b/now", of: [("a/base", .merge)], on: "2024-07-03"),
        ]
        let curves = try #require(try page(rows).figures.first { $0.id == "lineage-curves" })
        // July 2024 is not whole: the list is of its eleventh day.
        #expect(curves.table.values["month"] == .texts(["2024-02", "2024-03", "2024-04", "2024-05", "2024-06"]))
        #expect(curves.table.values["count"] == .integers([2, 0, 0, 1, 0]))
        #expect(
            curves.title?.unspaced == "In February 2024 alone, 2 models were made from base or its descendants")
    }

    @Test func aTreeKeepsTheNotableAndCountsTheRest() throws {
        var rows = [model("a/base", likes: 900, on: "2023-01-01")]
        for i in 0..<50 { rows.append(child("b/m\(i)", of: [("a/base", .quantized)], on: "2023-02-10", likes: i)) }
        rows.append(child("c/deep", of: [("b/m7", .finetune)], on: "2023-03-10", likes: 500))
        let lineage = try lineage(rows)
        let tree = LineageTree(of: 0, in: lineage, limit: 20)
        let named = tree.rows.compactMap { $0.vertex.map { lineage.name(of: $0) } }
        #expect(named.prefix(4) == ["a/base", "b/m7", "c/deep", "b/m49"])
        #expect(tree.rows.reduce(0) { $0 + $1.count } == 52)
        #expect(tree.rows.count <= 20)
        #expect(tree.rows.first { $0.vertex == nil }?.count == 37)
        let table = tree.table(id: "t")
        #expect(table.values["below"] == .integers([51, 1] + [Int?](repeating: 0, count: 13) + [nil]))
        #expect(LineageTree(of: 0, in: lineage, limit: 100).rows.count == 52)
    }

    @Test func aHundredThousandChildrenStayFewRows() throws {
        let count = 100_000
        let catalog = try Catalog(path: ":memory:")
        try catalog.transaction {
            try catalog.upsert(model("a/base", likes: 1, on: "2022-04-01"))
            for i in 0..<count {
                var row = ModelRow(repoID: "b/m\(i)")
                row.createdAt = Instant(seconds: 1_650_000_000 + i * 600)
                row.bases = [BaseModel(repoID: "a/base", relation: i % 3 == 0 ? .adapter : .quantized)]
                try catalog.upsert(row)
            }
        }
        let tree = LineageTree(of: 0, in: try Lineage(reading: catalog), limit: LineagePage.live)
        #expect(tree.rows.count <= LineagePage.live)
        #expect(tree.rows.reduce(0) { $0 + $1.count } == count + 1)
    }

    @Test func driftIsOfFineTunesWhereTheyAreMany() throws {
        var summary = LineageSummary()
        func add(_ scope: LineageSummary.Scope, _ parent: String?, _ child: String?, _ count: Int) {
            summary.transitions.append(
                .init(trait: .license, scope: scope, parent: parent, child: child, count: count))
        }
        add(.finetune, "mit", "apache-2.0", 150)
        add(.finetune, "apache-2.0", "mit", 50)
        add(.finetune, "mit", nil, 70)
        add(.all, "mit", "mit", 1000)
        let drift = try #require(Transitions(.license, summary))
        #expect(drift.scope == .finetune)
        #expect(drift.classes == ["mit", "apache-2.0"])
        #expect(drift.drifts == [.init(from: "mit", to: "apache-2.0", forth: 150, back: 50, drift: 0.5)])
        #expect(drift.agreement.changes == 0.75)
        #expect(
            drift.sentence.plain.unspaced.hasSuffix(
                "the strongest pull is from mit to apache-2.0, 150 against 50 the other way."))
        summary.transitions.removeAll { $0.scope == .finetune && $0.child == "mit" }
        #expect(Transitions(.license, summary)?.scope == .all)
        #expect(
            Transitions(.license, summary)?.sentence.plain.unspaced
                == "0.0 % of children that state a license, as their parents do, state another than the parent.")
        #expect(Transitions(.task, summary) == nil)
    }

    @Test func whatIsWrongIsListed() throws {
        let page = try page([
            child("a/one", of: [("a/two", .finetune)], on: "2024-01-01"),
            child("a/two", of: [("a/one", .finetune)], on: "2024-01-02"),
            child("a/three", of: [("lost", .merge)], on: "2024-01-02"),
        ])
        let odd = try #require(page.tables.first { $0.id == "odd" })
        #expect(odd.table.values["examples"] == .texts(["a/one ⇄ a/two", "lost", "lost"]))
    }

    private func child(
        _ id: String, of bases: [(String, BaseModel.Relation)], on day: String, likes: Int = 0
    ) -> ModelRow {
        var row = model(id, likes: likes, on: day)
        row.bases = bases.map { BaseModel(repoID: $0.0, relation: $0.1) }
        return row
    }

    private func lineage(_ rows: [ModelRow]) throws -> Lineage {
        let catalog = try Catalog(path: ":memory:")
        try catalog.transaction { for row in rows { try catalog.upsert(row) } }
        return try Lineage(reading: catalog)
    }

    private func page(_ rows: [ModelRow]) throws -> Page {
        let read = try lineage(rows)
        var census = census("2024-07-11", [("2024-01", nil, rows.count)])
        census.lineage = LineageSummary(of: read)
        return LineagePage(lineage: read, rows: census, whole: census).page
    }

    @Test func lateGenerationsShareABar() {
        #expect(LineagePage.folded([9, 4]).names == ["Children", "Grandchildren"])
        let seven = LineagePage.folded([9, 8, 7, 6, 5, 4, 3])
        #expect(seven.names.last == "Generation 7" && seven.counts.count == 7)
        let many = LineagePage.folded([9, 8, 7, 6, 5, 4, 3, 2, 1])
        #expect(many.names.last == "Generations 7 to 9" && many.counts == [9, 8, 7, 6, 5, 4, 6])
    }
}
