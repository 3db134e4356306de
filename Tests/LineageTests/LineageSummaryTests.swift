import Catalog
import Core
import Testing

@testable import Lineage

/// A small catalog with every oddity: acme/base, what was made of it, and what claims to have been.
func smallLineage() throws -> Lineage {
    let catalog = try Catalog(path: ":memory:")
    try catalog.transaction {
        for row in smallModels { try catalog.upsert(row) }
        // The Hub renames: the same number, another name.
        try catalog.upsert(named("acme/base-old", on: "2023-01-01", hubID: "0123456789abcdef01234567"))
        try catalog.upsert(named("acme/base-new", on: "2023-01-01", hubID: "0123456789abcdef01234567"))
    }
    return try Lineage(reading: catalog)
}

private let smallModels: [ModelRow] = [
    named("acme/base", on: "2023-01-05", license: "apache-2.0", languages: ["en"], task: "text-generation"),
    named("b/tuned", on: "2023-02-05", from: [("acme/base", .finetune)], license: "mit", languages: ["en", "de"]),
    named("c/small", on: "2023-02-07", from: [("ACME/Base", .quantized)], license: "apache-2.0", languages: ["en"]),
    named("d/merged", on: "2023-03-01", from: [("b/tuned", .merge), ("c/small", .merge)], license: "mit"),
    named("e/lost", on: "2023-03-02", from: [("gone/model", .finetune)]),
    named("f/old", on: "2023-03-03", from: [("old-name", .adapter)]),
    named("g/former", on: "2023-03-04", from: [("acme/base-old", .finetune)]),
    named("h/one", on: "2023-04-01", from: [("h/two", .finetune)]),
    named("h/two", on: "2023-04-02", from: [("h/one", .finetune)]),
]

private func named(
    _ id: String, on day: String, from bases: [(String, BaseModel.Relation)] = [], license: String? = nil,
    languages: [String] = [], task: String? = nil, hubID: String? = nil
) -> ModelRow {
    var row = ModelRow(repoID: id)
    row.owner = id.split(separator: "/").first.map(String.init)
    row.hubID = hubID
    row.createdAt = Instant("\(day)T00:00:00Z")
    row.bases = bases.map { BaseModel(repoID: $0.0, relation: $0.1) }
    (row.license, row.languages, row.task) = (license, languages, task)
    return row
}

@Suite struct LineageSummaryTests {
    @Test func namesMeanModelsWhateverTheirCaseAndAge() throws {
        let lineage = try smallLineage()
        let base = try #require((0..<lineage.graph.models).first { lineage.name(of: $0) == "acme/base" })
        let made = lineage.graph.descent(of: base).vertices.map { lineage.name(of: Int($0)) }
        #expect(made == ["acme/base", "b/tuned", "c/small", "d/merged"])
        #expect(lineage.missing == ["gone/model", "old-name"])
        let renamed = try #require((0..<lineage.graph.models).first { lineage.name(of: $0) == "acme/base-new" })
        #expect(lineage.graph.descent(of: renamed).count == 1)
    }

    @Test func whatIsOddIsCounted() throws {
        let summary = LineageSummary(of: try smallLineage())
        let odd = Dictionary(uniqueKeysWithValues: summary.oddities.map { ($0.kind, $0) })
        #expect(odd[.ring]?.examples == ["h/one ⇄ h/two"])
        #expect(odd[.unlisted]?.count == 2)
        #expect(odd[.ownerless]?.examples == ["old-name"])
        #expect(odd[.renamed]?.examples == ["acme/base-old → acme/base-new"])
        #expect(odd[.otherCase]?.examples == ["ACME/Base → acme/base"])
        #expect(odd[.selfParent] == nil)
    }

    @Test func countsModelsMonthsAndDepths() throws {
        let summary = LineageSummary(of: try smallLineage())
        #expect(summary.models == 10)
        #expect(summary.derived == 7)
        #expect(summary.depths == [3, 6, 1])
        #expect(summary.roots.first?.repoID == "acme/base")
        #expect(summary.roots.first?.descendants == 3)
        #expect(summary.roots.first?.depth == 2)
        #expect(summary.roots.first?.byRelation == [1, 0, 1, 1, 0])
        #expect(summary.rootMonths.prefix(2).map(\.count) == [2, 1])
        let march = summary.months.filter { $0.month == Month("2023-03") }
        #expect(march.map(\.relation) == ["finetune", "adapter", "merge"])
        #expect(march.map(\.count) == [2, 1, 2])
    }

    @Test func traitsGoFromParentToChild() throws {
        let summary = LineageSummary(of: try smallLineage())
        let licenses = summary.transitions.filter { $0.trait == .license && $0.scope == .all && $0.parent != nil }
        #expect(
            licenses == [
                .init(trait: .license, scope: .all, parent: "apache-2.0", child: "apache-2.0", count: 1),
                .init(trait: .license, scope: .all, parent: "apache-2.0", child: "mit", count: 2),
                .init(trait: .license, scope: .all, parent: "mit", child: "mit", count: 1),
            ])
        let languages = summary.transitions.filter { $0.trait == .language && $0.scope == .finetune }
        #expect(languages.contains { $0.parent == "en" && $0.child == "several" && $0.count == 1 })
    }

    @Test func anEmptyCatalogHasNoLineage() throws {
        let summary = LineageSummary(of: try Lineage(reading: try Catalog(path: ":memory:")))
        #expect(summary == LineageSummary())
    }
}
