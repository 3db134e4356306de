import Catalog
import Censuses
import Core
import Report

/// The strip of numbers, each with a small line of how it came to be.
extension Home {
    var headlines: [Figure] {
        [models, owners, size, tasks, zero].compactMap(\.self)
    }

    private var models: Figure? {
        guard let listing, let stock = MonthlyStock(listing) else { return nil }
        let caption = "\(Format.noun(listing.rows, listing.noun)) \(scope(listing)), \(Format.day(listing.source.day))"
        return headline(
            "home-models", listing, Format.int(listing.rows), caption,
            line: stock.months.map { ($0, Double(stock.atEnd(of: $0))) },
            Column("value", listing.capitalNouns, .count, unit: listing.nouns))
    }

    private func scope(_ census: Census) -> String {
        switch census.source.coverage {
        case .whole: "on the Hub"
        case .slice: "in this slice of the Hub"
        case .selection: "in this selection"
        }
    }

    private var owners: Figure? {
        guard let listing, listing.owners > 0, let last = listing.lastWholeMonth else { return nil }
        let months = listing.newOwners.compactMap { new in new.month.map { ($0, Double(new.count)) } }
            .filter { $0.0 >= MonthlyStock.firstPossible && $0.0 <= last }.sorted { $0.0 < $1.0 }
        let caption =
            listing.owners == 1
            ? "account published them" : "accounts that published one; the line is new ones a month"
        return headline(
            "home-owners", listing, Format.int(listing.owners), caption, line: months,
            Column("value", "New accounts", .count, unit: "accounts"))
    }

    private var size: Figure? {
        guard let rows = sizes.rows, let span = sizes.span else { return nil }
        let place =
            rows.source.coverage == .whole ? "" : rows.source.coverage == .slice ? " of this slice" : " of a selection"
        return headline(
            "home-size", rows, Format.compact(span.last.median),
            "parameters in the middle model\(place), \(Wording.quarter(span.last.quarter))",
            line: sizes.told.compactMap { quarter in quarter.quarter.map { ($0, quarter.median.rounded()) } },
            Column("value", "Middle size", .parameters))
    }

    private var tasks: Figure? {
        guard let listing, let share = listing.shareWithoutTask, let all = MonthlyStock(listing),
            let none = MonthlyStock(listing, where: { $0.task == nil }), let last = listing.lastWholeMonth
        else { return nil }
        let line = all.months.filter { $0 <= last && all.added(in: $0) > 0 }
            .map { ($0, Double(none.added(in: $0)) / Double(all.added(in: $0))) }
        return headline(
            "home-tasks", listing, Format.percent(share),
            "of \(listing.nouns) state no task; the line is each month’s share",
            line: line, Column("value", "Share without a task", .share))
    }

    private var zero: Figure? {
        guard let listing, let share = listing.downloads.shareAtZero else { return nil }
        let table = Table(
            id: "home-zero",
            columns: [
                (Column("label", "Downloads in 30 days", .text), .texts(["none", "one or more"])),
                (Column("share", "Share of \(listing.nouns)", .share), .numbers([share, 1 - share])),
            ])
        return Figure(
            id: "home-zero", role: .headline,
            chart: Chart(
                .sparkline, channels: ["x": "label", "y": "share"], options: ["form": .text("tally")]),
            table: table, totalRows: 2, provenance: listing.provenance,
            opens: PageLink(page: "adoption", text: "Who is used?"),
            headline: Headline(
                number: Format.percent(share), caption: "of \(listing.nouns) had not one download in 30 days"))
    }

    private func headline(
        _ id: String, _ census: Census, _ number: String, _ caption: String, line: [(Month, Double)], _ column: Column
    ) -> Figure? {
        let values: Values =
            column.kind.storage == .integers
            ? .integers(line.map { Int($0.1) }) : .numbers(line.map { $0.1 })
        let table = Table(
            id: id,
            columns: [(Column("month", "Month", .month), .texts(line.map { $0.0.description })), (column, values)])
        return Figure(
            id: id, role: .headline, chart: Chart(.sparkline, channels: ["x": "month", "y": "value"]), table: table,
            totalRows: table.rowCount, provenance: census.provenance,
            headline: Headline(number: number, caption: caption))
    }
}
