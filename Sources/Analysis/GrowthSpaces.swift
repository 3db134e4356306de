import Catalog
import Censuses
import Core
import Report

/// How Spaces grew, by the SDK that they are built with: a Space states no task, so it has no modality.
struct GrowthSpaces {
    let census: Census

    /// More are not told apart.
    static let shown = 5
    private static let rest = "other"
    private static let unsaid = "unknown"
    private static let names = [
        "gradio": "Gradio", "streamlit": "Streamlit", "docker": "Docker", "static": "Static pages",
        rest: "Other SDKs", unsaid: "No SDK stated",
    ]

    /// SDKs by the Spaces that have them, greatest first.
    private var sdks: [(name: String, count: Int)] {
        var counts: [String: Int] = [:]
        for cell in census.cells { if let sdk = cell.library { counts[sdk, default: 0] += cell.count } }
        return counts.map { ($0.key, $0.value) }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    private func name(_ sdk: String) -> String { Self.names[sdk] ?? sdk }

    func figure(id: String) -> Figure {
        let named = sdks.map(\.name).filter { $0 != Self.rest }.prefix(Self.shown)
        let table = table(id: id, named: Set(named))
        let keys = named + [Self.rest, Self.unsaid]
        var options: [String: Chart.Option] = [
            "noun": .text(census.nouns), "series": .texts(Array(keys)), "palette": .text("sequential"),
            "labels": .table(Dictionary(uniqueKeysWithValues: keys.map { ($0, name($0)) })), "by": .text("SDK"),
        ]
        if let last = census.lastWholeMonth { options["lastWholeMonth"] = .text(last.description) }
        return Figure(
            id: id, role: .main, chart: Chart(.area, channels: ["x": "month", "series": "sdk"], options: options),
            table: table, totalRows: table.rowCount, title: title, provenance: census.provenance)
    }

    private struct Key: Hashable {
        var month: Month?
        var sdk: String
    }

    private func table(id: String, named: Set<String>) -> Table {
        let end = census.source.day.month
        var sums: [Key: (count: Int, likes: Int)] = [:]
        for cell in census.cells {
            let month = cell.month.flatMap { $0 >= MonthlyStock.firstPossible ? min($0, end) : nil }
            let sdk = cell.library.map { named.contains($0) ? $0 : Self.rest } ?? Self.unsaid
            let sum = sums[Key(month: month, sdk: sdk)] ?? (0, 0)
            sums[Key(month: month, sdk: sdk)] = (sum.count + cell.count, sum.likes + cell.likes)
        }
        let rows = sums.sorted { ($0.key.month?.number ?? 0, $0.key.sdk) < ($1.key.month?.number ?? 0, $1.key.sdk) }
        return Table(
            id: id,
            columns: [
                (Column("month", "Month", .month), .texts(rows.map { $0.key.month?.description })),
                (Column("sdk", "SDK", .category), .texts(rows.map(\.key.sdk))),
                (Column("count", census.capitalNouns, .count, unit: census.nouns), .integers(rows.map(\.value.count))),
                (Column("likes", "Likes", .count, unit: "likes"), .integers(rows.map(\.value.likes))),
            ])
    }

    /// Which SDK most are built with; nil where none is known, so the picture speaks of growth alone.
    private var title: String? {
        guard let first = sdks.first, first.name != Self.rest, census.rows > 0 else { return nil }
        return
            "\(Format.wholePercent(Double(first.count) / Double(census.rows))) of \(census.nouns) are built with \(name(first.name))"
    }
}
