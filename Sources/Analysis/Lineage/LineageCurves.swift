import Censuses
import Core
import Lineage
import Report

extension LineagePage {
    /// Two lines of pictures.
    static let curves = 8

    /// Descendants of the most derived by month; in a month between the first and the last whole one in which none came, none.
    var curvesFigure: Figure? {
        guard let told, let summary = told.lineage else { return nil }
        let last = lastWhole(told)
        var counts: [String: [Month: Int]] = [:]
        for cell in summary.rootMonths {
            guard let month = cell.month, month <= last else { continue }
            counts[cell.repoID, default: [:]][month, default: 0] += cell.count
        }
        let grown = summary.roots.filter { counts[$0.repoID] != nil }.prefix(Self.curves)
        let cells = grown.flatMap { root -> [(name: String, month: Month, count: Int)] in
            guard let months = counts[root.repoID], let first = months.keys.min() else { return [] }
            return (first.number...last.number).map { number in
                let month = Month(number: number)
                return (Wording.name(root.repoID), month, months[month] ?? 0)
            }
        }
        guard Set(cells.map(\.month)).count > 1 else { return nil }
        let table = Table(
            id: "lineage-curves",
            columns: [
                (Column("month", "Month", .month), .texts(cells.map(\.month.description))),
                (Column("model", "Model", .text), .texts(cells.map(\.name))),
                (Column("count", "New descendants", .count, unit: "models"), .integers(cells.map(\.count))),
            ])
        return Figure(
            id: "lineage-curves", role: .main,
            chart: Chart(
                .multiples, channels: ["x": "month", "series": "model", "value": "count"],
                options: ["unit": .text("new descendants a month"), "one": .text("model"), "noun": .text("models")]),
            table: table, totalRows: table.rowCount, title: curvesTitle(cells.map { ($0.name, $0.month, $0.count) }),
            subtitle: "New descendants of the most derived models, by the month they were published in.",
            provenance: provenance(told, summary))
    }

    /// Whose greatest month was greatest.
    private func curvesTitle(_ cells: [(name: String, month: Month, count: Int)]) -> String? {
        guard let most = cells.max(by: { ($0.count, $1.month, $1.name) < ($1.count, $0.month, $0.name) }),
            most.count > 1
        else { return nil }
        return
            "In \(Format.month(most.month)) alone, \(Format.count(most.count, "model")) were made from \(most.name) or its descendants"
    }
}
