import Core
import Report
import Statistics

/// A measure that boxes are drawn of.
struct BoxMeasure {
    var key: String
    var label: String
    var unit: String
    var isLogarithmic = false
    var of: (MeasuredModel) -> Double?
}

extension Benchmarks {
    /// Scores by type, the type with the highest middle first.
    func types(_ board: MeasuredBoard) -> Figure? {
        let measures = scoreMeasures(board)
        // A handful has no middle worth a sentence.
        let enough = max(5, board.models.count / 200)
        let all = Dictionary(grouping: board.models.filter { $0.type != nil }, by: { $0.type! })
        let groups = all.filter { $0.value.count >= enough }
        guard groups.count > 1 else { return nil }
        let order = groups.keys.sorted { a, b in
            let (ma, mb) = (middle(groups[a]!) { $0.average }, middle(groups[b]!) { $0.average })
            return (-ma, a) < (-mb, b)
        }
        return boxes(
            "benchmarks-types", measures, order.map { ($0, groups[$0]!) },
            title: typesTitle(order.map { ($0, middle(groups[$0]!) { $0.average }) }),
            subtitle: "Scores of all models of a type, highest middle first.",
            provenance: provenance(board, rows: groups.values.reduce(0) { $0 + $1.count }),
            notes: all.filter { $0.value.count < enough }.sorted { $0.key < $1.key }.map {
                "Too few for a box of their own: \($0.key), \(Format.count($0.value.count, "model"))."
            })
    }

    private func typesTitle(_ middles: [(type: String, points: Double)]) -> String? {
        guard let first = middles.first, let last = middles.last else { return nil }
        let (a, b) = (Format.decimal(first.points, digits: 1), Format.decimal(last.points, digits: 1))
        return
            "The middle \(adjective(first.type)) model scores \(a) points, the middle \(adjective(last.type)) one \(b)"
    }

    private func adjective(_ type: String) -> String { type == "merge" ? "merged" : type }

    /// Score, score for each billion parameters and for each kilogram of CO₂, by size.
    func efficiency(_ board: MeasuredBoard) -> Figure? {
        var measures = [
            BoxMeasure(
                key: "perKg", label: "Score per kg CO₂ of evaluation", unit: "points per kg", isLogarithmic: true
            ) { model in
                model.co2Kg.flatMap { model.average > 0 ? model.average / $0 : nil }
            },
            BoxMeasure(
                key: "perBillion", label: "Score per billion parameters", unit: "points per billion",
                isLogarithmic: true
            ) { model in
                model.parameters.flatMap { model.average > 0 ? model.average * 1e9 / Double($0) : nil }
            },
            BoxMeasure(key: "average", label: "Score", unit: "points") { $0.average },
        ]
        measures.removeAll { measure in !board.sized.contains { measure.of($0) != nil } }
        let groups = SizeClass.allCases.compactMap { size -> (String, [MeasuredModel])? in
            let models = board.sized.filter { size.range.contains($0.parameters!) }
            return models.count >= 5 ? (size.name, models) : nil
        }
        guard groups.count > 1, let first = measures.first else { return nil }
        let best = groups.max { middle($0.1, first.of) < middle($1.1, first.of) }?.0 ?? ""
        let title =
            first.key == "perKg"
            ? "Models of \(best) score most for each kilogram of CO₂"
            : "Models of \(best) score most for each billion parameters"
        return boxes(
            "benchmarks-efficiency", measures, groups, title: title,
            subtitle: "By size (log scale). CO₂ is that of the evaluation run, never of training.",
            provenance: provenance(
                board, rows: board.sized.count,
                caveat: first.key == "perKg"
                    ? "CO₂ follows from the time that measuring took on eight graphics processors; training is not in it."
                    : ""))
    }

    private func scoreMeasures(_ board: MeasuredBoard) -> [BoxMeasure] {
        [BoxMeasure(key: "average", label: "Average", unit: "points") { $0.average }]
            + board.benchmarks.indices.map { i in
                BoxMeasure(key: board.benchmarks[i], label: MeasuredBoard.name(board.benchmarks[i]), unit: "points") {
                    $0.scores[i]
                }
            }
    }

    private func middle(_ models: [MeasuredModel], _ of: (MeasuredModel) -> Double?) -> Double {
        BoxSummary(models.compactMap(of))?.median ?? -.infinity
    }

    /// One row a measure and group; dots beyond the whiskers are an option, being a picture's and no table's.
    private func boxes(
        _ id: String, _ measures: [BoxMeasure], _ groups: [(name: String, models: [MeasuredModel])], title: String?,
        subtitle: String, provenance: Provenance, notes: [String] = []
    ) -> Figure {
        let rows = measures.flatMap { measure in
            groups.compactMap { group in
                BoxSummary(group.models.compactMap(measure.of)).map { (measure: measure, group: group.name, box: $0) }
            }
        }
        let dots = rows.map { ("\($0.measure.key)|\($0.group)", BoxDots.text($0.box.outliers)) }.filter {
            !$0.1.isEmpty
        }
        let numbers = { (of: (BoxSummary) -> Double) in Values.numbers(rows.map { BoxDots.rounded(of($0.box)) }) }
        let table = Table(
            id: id,
            columns: [
                (Column("measure", "Measure", .category), .texts(rows.map(\.measure.key))),
                (Column("group", "Models", .category), .texts(rows.map(\.group))),
                (Column("n", "Count", .count), .integers(rows.map(\.box.n))),
                (Column("low", "Whisker from", .number), numbers(\.low)),
                (Column("q1", "Lower quartile", .number), numbers(\.q1)),
                (Column("median", "Middle", .number), numbers(\.median)),
                (Column("q3", "Upper quartile", .number), numbers(\.q3)),
                (Column("high", "Whisker to", .number), numbers(\.high)),
                (Column("mean", "Mean", .number), numbers(\.mean)),
                (Column("outliers", "Beyond the whiskers", .count), .integers(rows.map(\.box.outliers.count))),
            ])
        return Figure(
            id: id, role: .main,
            chart: Chart(
                .boxes, channels: ["group": "group", "measure": "measure"],
                options: [
                    "noun": .text("model"), "measures": .texts(measures.map(\.key)),
                    "labels": .table(Dictionary(uniqueKeysWithValues: measures.map { ($0.key, $0.label) })),
                    "units": .table(Dictionary(uniqueKeysWithValues: measures.map { ($0.key, $0.unit) })),
                    "logs": .texts(measures.filter(\.isLogarithmic).map(\.key)),
                    "dots": .table(Dictionary(uniqueKeysWithValues: dots)),
                ]),
            table: table, totalRows: rows.count, title: title, subtitle: subtitle, provenance: provenance,
            notes: [BoxDots.note] + notes)
    }
}

/// Dots beyond whiskers, as a page carries them.
enum BoxDots {
    static let most = 40
    static let note = """
        A box holds the middle half, its bar is the middle model; whiskers reach the farthest model within one and a half \
        boxes. Of the models beyond them at most \(most) are drawn a side, the outermost first; the table counts all.
        """

    /// "0.5 61.2": the outermost of both ends.
    static func text(_ outliers: [Double]) -> String {
        let kept = outliers.count <= 2 * most ? outliers : Array(outliers.prefix(most) + outliers.suffix(most))
        return kept.map { "\(rounded($0))" }.joined(separator: " ")
    }

    static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}

/// Sizes as they are spoken of.
enum SizeClass: CaseIterable {
    case under1, to3, to6, to10, to30, to60, above

    var range: Range<Int> {
        let billion = 1_000_000_000
        return switch self {
        case .under1: 1..<billion
        case .to3: billion..<3 * billion
        case .to6: 3 * billion..<6 * billion
        case .to10: 6 * billion..<10 * billion
        case .to30: 10 * billion..<30 * billion
        case .to60: 30 * billion..<60 * billion
        case .above: 60 * billion..<Int.max
        }
    }

    var name: String {
        switch self {
        case .under1: "under 1\u{A0}B"
        case .to3: "1–3\u{A0}B"
        case .to6: "3–6\u{A0}B"
        case .to10: "6–10\u{A0}B"
        case .to30: "10–30\u{A0}B"
        case .to60: "30–60\u{A0}B"
        case .above: "60\u{A0}B and more"
        }
    }
}
