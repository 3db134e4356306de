import Catalog
import Censuses
import Core
import Lineage
import Report

extension LineagePage {
    /// How many trees can be chosen, and how many rows all of them may have together.
    static let trees = 120
    static let treeRows = 150_000
    static let live = 20_000
    static let inline = 250
    static let barsInline = 30

    static let relationNames: [String: String] = [
        "finetune": "Fine-tuned", "adapter": "Adapter", "quantized": "Quantized", "merge": "Merged",
        "unknown": "Way not stated",
    ]

    /// The tree of the most derived model of the catalog; the others are on its shelf.
    var treeFigure: Figure? {
        guard let lineage, let rows, let summary = rows.lineage else { return nil }
        let roots = lineage.graph.mostDerived(Self.trees)
        guard let first = roots.first(where: { isLong(lineage.graph.descent(of: $0.vertex)) }) ?? roots.first else {
            return nil
        }
        let tree = LineageTree(of: first.vertex, in: lineage, limit: Self.inline)
        let whole = LineageTree(of: first.vertex, in: lineage, limit: Self.live)
        var left = Self.treeRows - whole.rows.count
        var shelf: [Shelved] = []
        for root in roots where root.vertex != first.vertex && root.descendants > 1 && left > 0 {
            let tree = LineageTree(of: root.vertex, in: lineage, limit: min(left, Self.live))
            left -= tree.rows.count
            shelf.append(
                Shelved(
                    name: lineage.name(of: root.vertex), note: Format.int(root.descendants),
                    table: tree.table(id: "lineage-tree")))
        }
        return Figure(
            id: "lineage-tree", role: .main,
            chart: Chart(
                .tree,
                channels: ["id": "id", "parent": "parent", "x": "createdOn", "relation": "relation", "count": "count"],
                options: [
                    "shelf": .text("root"), "summed": .flag(true), "first": .text(lineage.name(of: first.vertex)),
                    "firstNote": .text(Format.int(first.descendants)),
                ]),
            table: tree.table(id: "lineage-tree"),
            liveTable: whole.rows.count > tree.rows.count ? whole.table(id: "lineage-tree") : nil, shelf: shelf,
            totalRows: first.descendants + 1, provenance: provenance(rows, summary), notes: treeNotes)
    }

    /// A tree worth opening with: three generations, and the middle half of it made over three months at least.
    private func isLong(_ descent: Descent) -> Bool {
        guard let lineage, (descent.generation.last ?? 0) >= 3 else { return false }
        let days = descent.vertices.compactMap { lineage.isListed(Int($0)) ? lineage.models.createdOn[Int($0)] : nil }
            .sorted()
        return days.count > 3 && days[days.count * 3 / 4] - days[days.count / 4] >= 90
    }

    private var treeNotes: [String] {
        guard let lineage, !lineage.missing.isEmpty else { return [] }
        let count = lineage.missing.count
        return [
            """
            \(Format.capitalized(Format.count(count, "base"))) \(count == 1 ? "is" : "are") named and not listed: of \
            \(count == 1 ? "it" : "them") nothing but the name is known.
            """
        ]
    }

    /// Of which the twenty with most are drawn, and all of them are rows.
    var derivedFigure: Figure? {
        guard let told, let summary = told.lineage, summary.roots.count > 1 else { return nil }
        let roots = summary.roots
        let table = derivedTable(roots)
        let inline = table.prefix(Self.barsInline)
        return Figure(
            id: "lineage-derived", role: .main,
            chart: Chart(
                .bars, channels: ["label": "model", "value": "descendants"],
                options: ["noun": .text("descendants"), "names": .flag(true), "summed": .flag(true)]),
            table: inline, liveTable: table.rowCount > inline.rowCount ? table : nil, totalRows: table.rowCount,
            title:
                "\(Wording.name(roots[0].repoID)) has \(Format.count(roots[0].descendants, "descendant")), most of all",
            subtitle: """
                Models by how many were made from them, directly or not. One model may descend from several; a base that no \
                list has may be among them.
                """,
            provenance: provenance(told, summary))
    }

    private func derivedTable(_ roots: [LineageSummary.Root]) -> Table {
        var columns: [(Column, Values)] = [
            (Column("model", "Model", .modelID), .texts(roots.map(\.repoID))),
            (Column("descendants", "Descendants", .count, unit: "models"), .integers(roots.map(\.descendants))),
            (Column("children", "Made from it directly", .count), .integers(roots.map(\.children))),
            (Column("generations", "Generations", .count), .integers(roots.map(\.depth))),
        ]
        let ways = BaseModel.Relation.allCases.indices.filter { way in roots.contains { $0.byRelation[way] > 0 } }
        // One way alone is all descendants once more.
        for way in ways where ways.count > 1 {
            let relation = BaseModel.Relation.allCases[way].rawValue
            columns.append(
                (
                    Column(relation, Self.relationNames[relation] ?? relation, .count),
                    .integers(roots.map { $0.byRelation[way] })
                ))
        }
        return Table(id: "lineage-derived", columns: columns)
    }

    /// By month and way; of the census that knows the ways.
    var monthsFigure: Figure? {
        guard let census = [whole, rows].compactMap({ $0 }).first(where: { typed($0) }) ?? told,
            let summary = census.lineage
        else { return nil }
        let cells = summary.months.filter { $0.month != nil && $0.month! <= lastWhole(census) }
        guard Set(cells.map(\.month)).count > 1 else { return nil }
        let keys = BaseModel.Relation.allCases.map(\.rawValue)
        let table = Table(
            id: "lineage-months",
            columns: [
                (Column("month", "Month", .month), .texts(cells.map { $0.month?.description })),
                (Column("relation", "Made by", .category), .texts(cells.map(\.relation))),
                (Column("count", "Models", .count, unit: "models"), .integers(cells.map(\.count))),
            ])
        return Figure(
            id: "lineage-months", role: .main,
            chart: Chart(
                .area, channels: ["x": "month", "series": "relation"],
                options: [
                    "noun": .text("descendants"), "series": .texts(keys), "palette": .text("sequential"),
                    "labels": .table(Self.relationNames), "scale": .text("absolute"), "flow": .text("new"),
                    "by": .text("way of making"),
                ]),
            table: table, totalRows: table.rowCount, title: monthsTitle(summary),
            subtitle: "Models that name a base, by the month they were published in and how they were made.",
            provenance: provenance(census, summary))
    }

    private func typed(_ census: Census) -> Bool {
        guard let summary = census.lineage else { return false }
        let known = summary.months.filter { $0.relation != "unknown" }.reduce(0) { $0 + $1.count }
        return 2 * known > summary.edges
    }

    func lastWhole(_ census: Census) -> Month {
        let day = census.source.day
        return day == day.month.lastDay ? day.month : day.month.advanced(by: -1)
    }

    private func monthsTitle(_ summary: LineageSummary) -> String? {
        var sums: [String: Int] = [:]
        for month in summary.months where month.relation != "unknown" {
            sums[month.relation, default: 0] += month.count
        }
        let known = sums.values.reduce(0, +)
        guard let most = sums.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), 2 * known > summary.edges else {
            return nil
        }
        let names = ["finetune": "fine-tuned", "adapter": "adapters", "quantized": "quantized", "merge": "merged"]
        return
            "Of the descendants whose making is known, \(Format.percent(Double(most.value) / Double(known))) are \(names[most.key] ?? most.key)"
    }

    var depthFigure: Figure? {
        guard let told, let summary = told.lineage, summary.depths.count > 2 else { return nil }
        let (names, generations) = Self.folded(Array(summary.depths.dropFirst()))
        let table = Table(
            id: "lineage-depth",
            columns: [
                (Column("generation", "Generation", .text), .texts(names)),
                (Column("count", "Models", .count, unit: "models"), .integers(generations)),
            ])
        let share = Double(summary.depths[1]) / Double(max(1, summary.derived))
        return Figure(
            id: "lineage-depth", role: .main,
            chart: Chart(
                .bars, channels: ["label": "generation", "value": "count"],
                options: ["noun": .text("models"), "order": .text("given")]),
            table: table, totalRows: table.rowCount,
            title: "\(Format.percent(share)) of descendants are children of a model that names no base",
            subtitle: "Models by the fewest steps to one that names no base.", provenance: provenance(told, summary))
    }

    /// Generations by name, the latest together: their bars are all of one pixel.
    static func folded(_ counts: [Int], most: Int = 6) -> (names: [String], counts: [Int]) {
        let names = counts.indices.map { generation($0 + 1) }
        guard counts.count > most + 1 else { return (names, counts) }
        let rest = "Generations \(Format.int(most + 1)) to \(Format.int(counts.count))"
        return (names.prefix(most) + [rest], counts.prefix(most) + [counts.dropFirst(most).reduce(0, +)])
    }

    static func generation(_ steps: Int) -> String {
        switch steps {
        case 1: "Children"
        case 2: "Grandchildren"
        case 3: "Great-grandchildren"
        default: "Generation \(Format.int(steps))"
        }
    }
}
