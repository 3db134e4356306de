import Catalog
import Censuses
import Core
import Report

/// The story in six charts, each opening into its own page.
extension Home {
    /// The first six questions that have an answer; where sources are missing, what the list itself tells steps in.
    var stories: [Figure] {
        let own = [growthStory, sizesStory, adoption?.figure(id: "home-adoption")].compactMap(\.self)
        let rest = [
            listing.flatMap { Shares.licenses($0, id: "home-licenses") },
            listing.flatMap { Shares.tasks($0, id: "home-purposes") }, datasetsStory,
        ]
        return Array((own + others + rest.compactMap(\.self)).prefix(6))
    }

    private var growthStory: Figure? {
        listing.flatMap { stock($0, id: "home-growth", question: "How did the Hub grow?") }
    }

    private var datasetsStory: Figure? {
        datasets.flatMap { stock($0, id: "home-datasets", question: "And the datasets?") }
    }

    /// Month × modality, drawn small.
    private func stock(_ census: Census, id: String, question: String) -> Figure? {
        guard let stock = MonthlyStock(census), let last = census.lastWholeMonth, stock.months.lowerBound < last else {
            return nil
        }
        let rows = Growth.folded(census) { Growth.Key(month: $0.month, task: nil, modality: $0.modality) }
        let table = Table(
            id: id,
            columns: [
                (Column("month", "Month", .month), .texts(rows.map { $0.key.month?.description })),
                (Column("modality", "Modality", .category), .texts(rows.map { $0.key.modality.rawValue })),
                (Column("count", census.capitalNouns, .count, unit: census.nouns), .integers(rows.map(\.sums.count))),
            ])
        let start = max(stock.months.lowerBound, last.advanced(by: -24))
        let from = stock.atEnd(of: start)
        return Figure(
            id: id, role: .story,
            chart: Chart(
                .area, channels: ["x": "month", "series": "modality"],
                options: ["noun": .text(census.nouns), "lastWholeMonth": .text(last.description)]),
            table: table, totalRows: table.rowCount,
            title: """
                From \(Wording.rounded(from)) \(Format.noun(from, census.noun)) to \(Format.int(census.rows)) in \
                \(span(from: start.lastDay, to: census.lastDay))
                """,
            subtitle:
                "\(census.capitalNouns) \(census.source.coverage == .whole ? "" : "of \(census.place) ")by stated modality",
            provenance: census.provenance, opens: PageLink(page: "growth", text: question))
    }

    /// "two years" of "two years later".
    private func span(from start: Day, to end: Day) -> String {
        let words = Wording.later(end, than: start)
        return words.hasSuffix(" later") ? String(words.dropLast(6)) : words
    }

    private var sizesStory: Figure? {
        guard let rows = sizes.rows, let span = sizes.span else { return nil }
        let table = sizes.ribbonTable(rows, id: "home-sizes").keeping { $0 == "all" }
        let (from, to) = (Format.compact(span.first.median), Format.compact(span.last.median))
        let middle =
            rows.source.coverage == .whole ? "The middle model" : "The middle model of \(rows.source.coverage.article)"
        let title =
            switch Wording.direction(from: span.first.median, to: span.last.median, factor: 1.25) {
            case .rising: "\(middle) grew from \(from) to \(to) parameters"
            case .falling: "\(middle) shrank from \(from) to \(to) parameters"
            case .steady: "\(middle) hardly moved: \(from), then \(to) parameters"
            }
        return Figure(
            id: "home-sizes", role: .story,
            chart: Chart(
                .ribbon, channels: ["x": "quarter", "series": "series", "middle": "p50"],
                options: ["noun": .text("models"), "thin": .texts(sizes.thin(rows))]),
            table: table, totalRows: table.rowCount, title: title,
            subtitle: "Parameters: middle, middle half and middle 80\u{202F}%, by quarter (log)",
            provenance: sizes.provenance(rows), opens: PageLink(page: "sizes", text: "Are models getting bigger?"))
    }
}

extension Table {
    /// The rows whose `series` passes.
    fileprivate func keeping(_ passes: (String?) -> Bool) -> Table {
        guard case .texts(let series)? = values["series"] else { return self }
        let kept = series.indices.filter { passes(series[$0]) }
        var table = self
        table.values = values.mapValues { $0.picking(kept) }
        return table
    }
}

extension Values {
    fileprivate func picking(_ rows: [Int]) -> Values {
        switch self {
        case .numbers(let values): .numbers(rows.map { values[$0] })
        case .integers(let values): .integers(rows.map { values[$0] })
        case .texts(let values): .texts(rows.map { values[$0] })
        case .flags(let values): .flags(rows.map { values[$0] })
        }
    }
}
