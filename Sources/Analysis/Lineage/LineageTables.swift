import Catalog
import Censuses
import Core
import Lineage
import Report

extension LineagePage {
    var driftTable: TitledTable? {
        guard let summary = told?.lineage else { return nil }
        let rows = LineageSummary.Trait.allCases.flatMap { trait in
            (Transitions(trait, summary)?.drifts ?? []).prefix(8).map { (trait: trait, drift: $0) }
        }
        guard !rows.isEmpty else { return nil }
        return TitledTable(
            id: "drift", title: "Where licenses, languages and tasks drift",
            text: "The pairs of classes between which most children change, in the direction that more of them go.",
            table: Table(
                id: "drift",
                columns: [
                    (Column("trait", "Trait", .text), .texts(rows.map { Format.capitalized($0.trait.rawValue) })),
                    (Column("parent", "From", .text), .texts(rows.map { Transitions.said($0.drift.from) })),
                    (Column("child", "To", .text), .texts(rows.map { Transitions.said($0.drift.to) })),
                    (Column("forth", "This way", .count), .integers(rows.map(\.drift.forth))),
                    (Column("back", "Back", .count), .integers(rows.map(\.drift.back))),
                    (Column("drift", "Drift", .number), .numbers(rows.map { ($0.drift.drift * 100).rounded() / 100 })),
                ]))
    }

    /// What is wrong with names of bases: found in the graph, and left out when the rows were cleaned.
    var oddTable: TitledTable? {
        guard let summary = told?.lineage else { return nil }
        var rows: [(what: String, count: Int, examples: String)] = LineageSummary.Oddity.Kind.allCases.compactMap {
            kind in
            guard let odd = summary.oddities.first(where: { $0.kind == kind }) else { return nil }
            return (Self.meanings[kind] ?? kind.rawValue, odd.count, odd.examples.joined(separator: "; "))
        }
        for (identifier, meaning) in Self.cleaned {
            let found = dropped.filter { $0.identifier == identifier }
            let count = found.reduce(0) { $0 + $1.count }
            let examples = found.flatMap(\.examples).prefix(3).map(\.subject)
            if count > 0 { rows.append((meaning, count, examples.joined(separator: "; "))) }
        }
        return TitledTable(
            id: "odd", title: "What is wrong with the names of bases",
            text: rows.isEmpty
                ? "Nothing was found: no ring, no model that names itself, no base that is not listed."
                : "Counted, and kept out of the trees where they would make them untrue.",
            table: Table(
                id: "odd",
                columns: [
                    (Column("what", "What", .text), .texts(rows.map(\.what))),
                    (Column("count", "How often", .count), .integers(rows.map(\.count))),
                    (Column("examples", "Examples", .text), .texts(rows.map(\.examples))),
                ]))
    }

    private static let meanings: [LineageSummary.Oddity.Kind: String] = [
        .ring: "Rings: models that descend from each other; only what leads to a younger one is kept",
        .selfParent: "Models that name themselves under another name or spelling; left out",
        .unlisted: "Bases that the list does not have; kept as roots of their own",
        .ownerless: "Ids without an owner that mean no model of today; among those not listed",
        .renamed: "Bases under a name of before; taken for the model of today",
        .otherCase: "Bases spelled in another case; taken for the model",
        .double: "Bases that a model names twice; counted once",
    ]

    private static let cleaned: [(identifier: String, meaning: String)] = [
        ("base.self", "Models that name themselves; left out when the lists were cleaned, counted over all lists"),
        ("base.bad", "Names that cannot be a model’s; left out when the lists were cleaned, counted over all lists"),
        ("base.tooMany", "Models that name more bases than can be; cut off when the lists were cleaned"),
    ]
}
