import Catalog
import Censuses
import Core
import Report

extension Sizes {
    func provenance(_ rows: Census) -> Provenance {
        Provenance(
            source: rows.source.cited, rows: "\(Format.count(known, "model")) with a known size and date",
            caveat: rows.source.limits)
    }

    /// One row a quarter and series ("all" first, then the modalities), from `enough` known sizes on.
    func ribbonTable(_ rows: Census, id: String) -> Table {
        let series = ["all"] + Modality.allCases.map(\.rawValue)
        let enough = enough
        let kept = rows.sizes.filter { $0.from == nil && $0.quarter != nil && $0.count >= enough }
            .sorted { a, b in
                (series.firstIndex(of: a.group) ?? 0, a.quarter?.number ?? 0)
                    < (series.firstIndex(of: b.group) ?? 0, b.quarter?.number ?? 0)
            }
        let quantile = { (i: Int) in Values.numbers(kept.map { $0.quantiles[i].rounded() }) }
        return Table(
            id: id,
            columns: [
                (Column("quarter", "Quarter", .month), .texts(kept.map { $0.quarter?.description })),
                (Column("series", "Modality", .category), .texts(kept.map(\.group))),
                (Column("count", "Models", .count, unit: "models"), .integers(kept.map(\.count))),
                (Column("p10", "Smallest 10 %", .parameters), quantile(0)),
                (Column("p25", "Smallest quarter", .parameters), quantile(1)),
                (Column("p50", "Middle", .parameters), quantile(2)),
                (Column("p75", "Largest quarter", .parameters), quantile(3)),
                (Column("p90", "Largest 10 %", .parameters), quantile(4)),
            ])
    }

    func ribbon(_ rows: Census) -> Figure {
        let table = ribbonTable(rows, id: "sizes")
        return Figure(
            id: "sizes", role: .main,
            chart: Chart(
                .ribbon, channels: ["x": "quarter", "series": "series", "middle": "p50"],
                options: ["noun": .text("models"), "thin": .texts(thin(rows))], remarks: remarks),
            table: table, totalRows: table.rowCount, provenance: drawn(rows), notes: notes(rows))
    }

    /// Of the models that the line and its bands are of.
    private func drawn(_ rows: Census) -> Provenance {
        var drawn = provenance(rows)
        let count = told.reduce(0) { $0 + $1.count }
        if count < known {
            drawn.rows += ", \(Format.int(count)) of them in quarters with \(Format.int(enough)) or more"
        }
        return drawn
    }

    /// The quarter in which the middle made its greatest step, where that is a doubling.
    private var remarks: [Remark] {
        let steps = zip(told, told.dropFirst()).map { (quarter: $1, factor: $1.median / max(1, $0.median)) }
        guard let step = steps.max(by: { $0.factor < $1.factor }), step.factor >= 2, let quarter = step.quarter.quarter
        else { return [] }
        return [
            Remark(
                at: quarter.description, title: Wording.quarter(quarter),
                text:
                    "the middle grows \(Format.decimal(step.factor, digits: 1)) times in one quarter\(known(of: quarter))"
            )
        ]
    }

    /// The most liked model of known size of a quarter.
    private func known(of quarter: Month) -> String {
        let model = greatest.first { $0.parameters != nil && $0.createdAt?.day.month.quarter == quarter }
        return model.map { ", that of \(Wording.name($0.repoID))" } ?? ""
    }

    /// Runs of quarters of which a selection knows few models, "2025-04..2026-04" by their first months.
    func thin(_ rows: Census) -> [String] {
        guard rows.source.coverage != .whole else { return [] }
        return Gaps(rows).runs.map { "\($0.lowerBound)..\($0.upperBound)" }
    }

    static let classKeys = ["under-1b", "1-10b", "10-100b", "100b-more"]
    static let classNames = ["Under 1 B", "1–10 B", "10–100 B", "100 B and more"]

    /// Size classes by quarter, of all models together, from the first quarter with enough known sizes on: the shares
    /// of a handful before it would be the picture's steepest fall, and the title does not count them.
    func classes(_ rows: Census) -> Figure {
        let shown = told.isEmpty ? quarters : Array(quarters.drop { $0.count < enough })
        let cells = shown.flatMap { quarter in
            zip(Self.classKeys, quarter.classes).map { (quarter: quarter.quarter?.description, key: $0, count: $1) }
        }
        let table = Table(
            id: "sizes-classes",
            columns: [
                (Column("quarter", "Quarter", .month), .texts(cells.map(\.quarter))),
                (Column("class", "Size", .category), .texts(cells.map(\.key))),
                (Column("count", "Models", .count, unit: "models"), .integers(cells.map(\.count))),
            ])
        return Figure(
            id: "sizes-classes", role: .main,
            chart: Chart(
                .area, channels: ["x": "quarter", "series": "class"],
                options: [
                    "noun": .text("models"), "series": .texts(Self.classKeys), "palette": .text("sequential"),
                    "labels": .table(Dictionary(uniqueKeysWithValues: zip(Self.classKeys, Self.classNames))),
                    "step": .text("quarter"), "scale": .text("share"), "flow": .text("new"), "by": .text("size"),
                    "thin": .texts(thin(rows)),
                ]),
            table: table, totalRows: table.rowCount, title: classTitle(told),
            subtitle: "Models of known size by the quarter they were published in.", provenance: provenance(rows))
    }

    /// What happened to the smallest class, which holds most models at first.
    private func classTitle(_ quarters: [Census.SizeQuantiles]) -> String? {
        guard let first = quarters.first, let last = quarters.last, first != last else { return nil }
        let small = { (quarter: Census.SizeQuantiles) in Double(quarter.classes[0]) / Double(quarter.count) }
        let (from, to) = (small(first), small(last))
        let span = "from \(Format.percent(from)) to \(Format.percent(to))"
        return switch Wording.direction(from: from, to: to) {
        case .rising: "Models under a billion parameters rose \(span)"
        case .falling: "Models under a billion parameters fell \(span)"
        case .steady: "Models under a billion parameters held their share, \(span)"
        }
    }
}

// MARK: - What it shows and how it is computed

extension Sizes {
    var shows: [Sentence] {
        [
            """
            The line is the middle model of each quarter: as many are larger as are smaller. The inner band holds the \
            middle half of the models, the outer one the middle 80\u{202F}%. The scale is logarithmic: each step is ten times \
            the one below.
            """,
            "Below, the same models in four classes of size.",
        ]
    }

    var method: [Sentence] {
        guard let rows else { return [] }
        return [.paragraph([sourcesSentence(rows), thinSentence]), .paragraph([gapSentence(rows), namesSentence])]
            .filter { !$0.isEmpty }
    }

    private func sourcesSentence(_ rows: Census) -> Sentence {
        return """
            Parameter counts are taken as stated, never guessed: \(SizeSources.sentence(sourceCounts(rows))). Quantiles interpolate \
            between neighbors (Hyndman and Fan’s type 7).
            """
    }

    /// How many of the drawn sizes come from where.
    private func sourceCounts(_ rows: Census) -> [ParametersSource: Int] {
        var counts: [ParametersSource: Int] = [:]
        for size in rows.sizes where size.group == "all" && size.quarter != nil {
            if let from = size.from { counts[from, default: 0] += size.count }
        }
        return counts
    }

    private var thinSentence: Sentence {
        let thin = quarters.filter { $0.count < enough }
        guard !thin.isEmpty else { return .empty }
        let names = thin.map { Wording.quarter($0.quarter) }
        return """
            \(Format.list(names)) \(names.count == 1 ? "has" : "have") fewer than \(Format.int(enough)) known sizes and \
            \(names.count == 1 ? "is" : "are") left out of the line; the classes begin with the first quarter that has enough.
            """
    }

    private func gapSentence(_ rows: Census) -> Sentence {
        rows.source.coverage == .whole ? .empty : Gaps(rows).sentence
    }

    /// What the names of a whole listing's models say, beside a selection.
    private var namesSentence: Sentence {
        guard let listing, let rows, listing != rows else { return .empty }
        let named = Sizes(listing: listing, selection: nil)
        guard let span = named.span else { return .empty }
        return """
            In the whole list of \(Format.day(listing.source.day)), \(number: Format.int(named.known)) of \
            \(number: Format.int(listing.rows)) models have a known size (\(SizeSources.sentence(sourceCounts(listing)))); their \
            middle is \(number: Format.compact(span.first.median)) in \(Wording.quarter(span.first.quarter)) and \
            \(number: Format.compact(span.last.median)) in \(Wording.quarter(span.last.quarter)).
            """
    }

    private func notes(_ rows: Census) -> [String] {
        let early = rows.sizes.filter { $0.group == "all" && $0.from == nil && $0.quarter == nil }
            .reduce(0) { $0 + $1.count }
        guard early > 0 else { return [] }
        return ["\(Format.count(early, "model")) of known size but unknown date \(early == 1 ? "is" : "are") left out."]
    }
}
