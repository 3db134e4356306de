import Catalog
import Censuses
import Core
import Report

/// What are they for, and may I use them? Tasks and licenses of a listing as bars.
enum Shares {
    /// A bar: a name, how many, and the modality that colors it where it has one.
    struct Bar: Equatable {
        var label: String
        var count: Int
        var modality: Modality?
    }

    /// The greatest tasks, the rest as one, and none stated; nil when the listing is empty.
    static func tasks(_ census: Census, id: String) -> Figure? {
        let stated = census.tasks.filter { $0.task != nil }
        guard let first = stated.first, let name = first.task else { return nil }
        let none = census.tasks.first { $0.task == nil }?.count ?? 0
        var bars = stated.prefix(6).map {
            Bar(label: $0.task ?? "", count: $0.count, modality: Modality(task: $0.task))
        }
        let rest = stated.dropFirst(6).reduce(0) { $0 + $1.count }
        if rest > 0 {
            bars.append(Bar(label: "\(Format.int(stated.count - 6)) other tasks", count: rest, modality: .other))
        }
        if none > 0 { bars.append(Bar(label: "none stated", count: none, modality: .unknown)) }
        let share = Double(first.count) / Double(census.rows)
        return figure(
            census, id: id, bars: bars, of: census.rows,
            title: "The most common stated purpose is \(name.replacing("-", with: " ")): \(Format.percent(share))",
            subtitle: "\(census.capitalNouns) by the task they state, share of all",
            opens: PageLink(page: "growth", text: "What are they for?"))
    }

    /// Licenses as their models state them, by what they allow; nil when nobody states one.
    static func licenses(_ census: Census, id: String) -> Figure? {
        let stated = census.licenses.filter { $0.term != nil && $0.count > 0 }
        guard !stated.isEmpty, census.rows > 0 else { return nil }
        let none = census.licenses.first { $0.term == nil }?.count ?? 0
        var bars = stated.prefix(6).map { Bar(label: $0.term ?? "", count: $0.count) }
        let rest = stated.dropFirst(6).reduce(0) { $0 + $1.count }
        if rest > 0 { bars.append(Bar(label: "other licenses", count: rest)) }
        if none > 0 { bars.append(Bar(label: "none stated", count: none)) }
        let silent = Double(none) / Double(census.rows)
        let share = Wording.fraction(silent)
        let verb =
            share == "none" || share == "all" ? nil : "\(Format.capitalized(share)) of the models state no license"
        return figure(
            census, id: id, bars: bars, of: census.rows,
            title: verb ?? (silent == 0 ? "Every model states a license" : "No model states a license"),
            subtitle: "\(census.capitalNouns) by the license they state, share of all",
            opens: PageLink(page: "data", text: "May I use them?"))
    }

    private static func figure(
        _ census: Census, id: String, bars: [Bar], of total: Int, title: String, subtitle: String, opens: PageLink
    ) -> Figure {
        var columns: [(Column, Values)] = [
            (Column("label", "Name", .text), .texts(bars.map(\.label))),
            (Column("count", census.capitalNouns, .count, unit: census.nouns), .integers(bars.map(\.count))),
            (Column("share", "Share", .share), .numbers(bars.map { Double($0.count) / Double(max(1, total)) })),
        ]
        var channels = ["label": "label", "value": "share"]
        if bars.contains(where: { $0.modality != nil }) {
            columns.append(
                (Column("modality", "Modality", .category), .texts(bars.map { $0.modality?.rawValue })))
            channels["color"] = "modality"
        }
        return Figure(
            id: id, role: .story, chart: Chart(.bars, channels: channels, options: ["noun": .text(census.nouns)]),
            table: Table(id: id, columns: columns), totalRows: bars.count, title: title, subtitle: subtitle,
            provenance: census.provenance, opens: opens)
    }
}
