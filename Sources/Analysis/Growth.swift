import Catalog
import Censuses
import Core
import Report

/// How did the Hub grow? New and standing models by month and modality, from the leading whole listing.
///
///     Growth(censuses: [july2024]).page.lede.plain
///     // "From 52,700 models at the end of June 2022, of those that still exist, to 760,000 on 11 Jul 2024, and ever …"
struct Growth {
    var censuses: [Census]
    /// Models with likes and dates, most liked first: the remarks in the chart are chosen from them.
    var greatest: [ModelRow] = []

    var page: Page {
        var page = Page(
            id: "growth", name: "Growth", plate: 2, question: "How did the Hub grow?", lede: lede,
            figures: [
                models.map { figure($0, id: "growth") }, Trends(models)?.figure(id: "growth-trends"),
                datasets.map { figure($0, id: "growth-datasets") },
                Trends(datasets)?.figure(id: "growth-dataset-trends"),
                spaces.map { GrowthSpaces(census: $0).figure(id: "growth-spaces") },
            ].compactMap(\.self),
            shows: shows, method: method, next: PageLink(page: "sizes", text: "Are models getting bigger?"),
            nextText: "More of them; also heavier ones?")
        page.findings = [
            models.map { finding("growth.stock", $0, "growth") },
            datasets.map { finding("growth.datasets", $0, "growth-datasets") },
            spaces.map { finding("growth.spaces", $0, "growth-spaces") },
        ].compactMap(\.self)
        page.findings += Trends(models)?.findings ?? []
        return page
    }
}

extension Growth {
    var models: Census? { censuses.leading(.models) }
    var datasets: Census? { censuses.leading(.datasets) }
    var spaces: Census? { censuses.leading(.spaces) }

    private func finding(_ id: String, _ census: Census, _ figure: String) -> Finding {
        Finding(id: id, sentence: stockSentence(census), page: "growth", figure: figure, provenance: census.provenance)
    }

    private var lede: Sentence {
        guard let models else {
            return
                "No list that this atlas was built from says when its models were made, so it cannot tell how they grew."
        }
        guard models.rows > 0 else { return "The list of \(Format.day(models.source.day)) holds no models." }
        return .paragraph([stockSentence(models), taskSentence(models)])
    }

    /// From how many to how many, how fast, and what the last whole month brought.
    func stockSentence(_ census: Census) -> Sentence {
        guard let stock = MonthlyStock(census), let last = census.lastWholeMonth, stock.months.lowerBound < last else {
            return """
                \(Format.capitalized(census.place)) holds \(number: Format.count(census.rows, census.noun)) \
                on \(Format.day(census.source.day)).
                """
        }
        let start = max(stock.months.lowerBound, last.advanced(by: -24))
        let from = stock.atEnd(of: start)
        let scope = census.source.coverage == .whole ? "" : " in \(census.place)"
        return """
            From \(number: Wording.rounded(from)) \(Format.noun(from, census.noun)) at the end of \(Format.month(start)), of \
            those that still exist, to \(number: Format.int(census.rows)) on \(Format.day(census.lastDay))\(scope)\
            \(pace(stock, last)): \(Format.month(last)) alone brought \
            \(number: stock.added(in: last) == 0 ? "none" : Format.int(stock.added(in: last))).
            """
    }

    /// What a year brought against the year before it.
    private func pace(_ stock: MonthlyStock, _ last: Month) -> String {
        guard last.advanced(by: -23) >= stock.months.lowerBound else { return "" }
        let earlier = stock.added(over: last.advanced(by: -23)...last.advanced(by: -12))
        let later = stock.added(over: last.advanced(by: -11)...last)
        if later == 0 { return "" }
        return switch Wording.direction(from: Double(earlier), to: Double(later)) {
        case .rising: ", and ever faster"
        case .falling: ", but more slowly than before"
        case .steady: ", at a steady pace"
        }
    }

    private func taskSentence(_ census: Census) -> Sentence {
        guard let share = census.shareWithoutTask else { return .empty }
        if share == 0 { return "Every one of them says what it is for." }
        if share == 1 { return "Not one of them says what it is for." }
        return """
            \(Format.capitalized(Wording.fraction(share))) of all, \(number: Format.percent(share)), never say what they are \
            for.
            """
    }
}

// MARK: - Figures

extension Growth {
    /// Rows of month × task, before the record first, then by month, modality and task.
    static func table(_ census: Census, id: String) -> Table {
        let rows = folded(census) { $0 }
        return Table(
            id: id,
            columns: [
                (Column("month", "Month", .month), .texts(rows.map { $0.key.month?.description })),
                (Column("task", "Task", .category), .texts(rows.map(\.key.task))),
                (Column("modality", "Modality", .category), .texts(rows.map { $0.key.modality.rawValue })),
                (Column("count", census.capitalNouns, .count, unit: census.nouns), .integers(rows.map(\.sums.count))),
                (
                    Column("downloads", "Downloads, 30 days", .count, unit: "downloads"),
                    .integers(rows.map(\.sums.downloads))
                ),
                (Column("likes", "Likes", .count, unit: "likes"), .integers(rows.map(\.sums.likes))),
            ])
    }

    struct Key: Hashable {
        var month: Month?
        var task: String?
        var modality: Modality
    }

    /// Cells with the same key after `change`, summed, in the order of the table.
    static func folded(
        _ census: Census, _ change: (Key) -> Key
    ) -> [(key: Key, sums: (count: Int, downloads: Int, likes: Int))] {
        let end = census.source.day.month
        var sums: [Key: (count: Int, downloads: Int, likes: Int)] = [:]
        for cell in census.cells {
            let month = cell.month.flatMap { $0 >= MonthlyStock.firstPossible ? min($0, end) : nil }
            let key = change(Key(month: month, task: cell.task, modality: Modality(task: cell.task)))
            let sum = sums[key] ?? (0, 0, 0)
            sums[key] = (sum.count + cell.count, sum.downloads + cell.downloads, sum.likes + cell.likes)
        }
        return sums.map { ($0.key, $0.value) }.sorted { precedes($0.0, $1.0) }
    }

    private static func precedes(_ a: Key, _ b: Key) -> Bool {
        (a.month?.number ?? 0, a.modality.rank, a.task ?? "") < (b.month?.number ?? 0, b.modality.rank, b.task ?? "")
    }

    private func figure(_ census: Census, id: String) -> Figure {
        let table = Self.table(census, id: id)
        var options: [String: Chart.Option] = ["noun": .text(census.nouns)]
        if let last = census.lastWholeMonth { options["lastWholeMonth"] = .text(last.description) }
        return Figure(
            id: id, role: .main,
            chart: Chart(
                .area, channels: ["x": "month", "series": "modality", "sub": "task"], options: options,
                remarks: census.kind == .models ? remarks(census) : []),
            table: table, totalRows: table.rowCount, provenance: census.provenance, notes: notes(census))
    }

    /// The two most liked models that the listing can have seen, at their months, and the month that held half.
    private func remarks(_ census: Census) -> [Remark] {
        guard let stock = MonthlyStock(census), let last = census.lastWholeMonth else { return [] }
        var remarks: [Remark] = []
        for model in greatest {
            guard let month = model.createdAt?.day.month, month > stock.months.lowerBound, month <= last,
                !remarks.contains(where: { $0.at == month.description }), remarks.count < 2
            else { continue }
            remarks.append(
                Remark(
                    at: month.description, title: Format.month(month),
                    text: "\(Wording.name(model.repoID)) is published"))
        }
        let total = stock.atEnd(of: last)
        if let half = stock.months.first(where: { 2 * stock.atEnd(of: $0) > total }), half < last,
            half > stock.months.lowerBound
        {
            remarks.append(
                Remark(
                    at: half.description, title: Format.month(half),
                    text: "half of the \(Format.month(last)) total"))
        }
        return remarks.sorted { $0.at < $1.at }
    }
}

extension Census {
    /// "Models", as a column's label.
    var capitalNouns: String { Format.capitalized(nouns) }
}
