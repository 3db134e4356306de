import Core
import Report
import Statistics

extension Benchmarks {
    /// How size tells on each benchmark, the one that gains most first.
    func byBenchmark(_ board: MeasuredBoard) -> TitledTable? {
        let all: [(String, SizeAndScore)] = board.benchmarks.indices.compactMap { i in
            SizeAndScore(board.sized.pairs(i)).map { (Self.named(board.benchmarks[i]), $0) }
        }
        guard let both = sizeAndScore, let first = all.max(by: { $0.1.line.slope < $1.1.line.slope }) else {
            return nil
        }
        let rows = [("Average", both)] + all.sorted { $0.1.line.slope > $1.1.line.slope }
        let last = all.min { $0.1.line.slope < $1.1.line.slope } ?? first
        let title =
            all.count > 1 && first.1.line.slope > last.1.line.slope
            ? "\(Self.bare(first.0)) gains most from size, \(Self.bare(last.0)) least"
            : "Size and score on each benchmark"
        return TitledTable(
            id: "by-benchmark", title: title,
            text:
                "Points for ten times the size, with 95\u{202F}% on both sides; correlations on the logarithm of size.",
            table: correlationTable("benchmarks-each", "Benchmark", rows))
    }

    /// The same on each leaderboard there is, and with every result counted for itself.
    var bothBoards: TitledTable? {
        let rows: [(String, SizeAndScore)] = boards.flatMap { board in
            [
                SizeAndScore(board.sized.pairs()).map { ("\(board.title), a model once", $0) },
                SizeAndScore(board.results.pairs()).map { ("\(board.title), every result", $0) },
            ].compactMap(\.self)
        }
        guard !rows.isEmpty else { return nil }
        return TitledTable(
            id: "boards", title: rows.count > 2 ? "The older leaderboard, and every result" : "Every result counted",
            text:
                "Does it matter that a model counts once? The averages of different leaderboards are of different benchmarks.",
            table: correlationTable("benchmarks-boards", "Results", rows))
    }

    private func correlationTable(_ id: String, _ label: String, _ rows: [(name: String, both: SizeAndScore)]) -> Table
    {
        let interval = { (both: SizeAndScore) -> String in
            guard let range = both.logarithmic.interval else { return Format.unknown }
            return Self.range(range.lowerBound, range.upperBound, digits: 2)
        }
        return Table(
            id: id,
            columns: [
                (Column("name", label, .text), .texts(rows.map(\.name))),
                (Column("n", "Models", .count), .integers(rows.map(\.both.n))),
                (
                    Column("slope", "Points per tenfold", .text),
                    .texts(
                        rows.map {
                            "\(Format.signed($0.both.line.slope, digits: 1)) ± \(Format.decimal($0.both.line.slopeHalf, digits: 1))"
                        })
                ),
                (Column("r", "Pearson r, log size", .number), .numbers(rows.map(\.both.logarithmic.r))),
                (Column("interval", "its 95 %", .text), .texts(rows.map { interval($0.both) })),
                (Column("linear", "r, plain size", .number), .numbers(rows.map(\.both.linear.r))),
                (Column("rho", "Spearman ρ", .number), .numbers(rows.map(\.both.spearman.r))),
                (Column("p", "By chance", .text), .texts(rows.map { Format.probability($0.both.logarithmic.p) })),
            ])
    }

    /// The models that no other beats at their size or smaller.
    func front(_ board: MeasuredBoard) -> TitledTable? {
        let front = frontModels(board.sized)
        guard let both = sizeAndScore, front.count > 1 else { return nil }
        return TitledTable(
            id: "front",
            title:
                "\(Format.capitalized(Format.words(front.count))) models that nothing of their size or smaller beats",
            text:
                "The steps of the first picture, from the smallest on. Models whose size is in doubt are left out.",
            table: Table(
                id: "benchmarks-front",
                columns: [
                    (Column("id", "Model", .modelID), .texts(front.map(\.name))),
                    (Column("type", "Type", .category), .texts(front.map(\.type))),
                    (Column("parameters", "Parameters", .parameters), .integers(front.map(\.parameters))),
                    (Column("average", "Score", .number, unit: "points"), .numbers(front.map(\.average))),
                    (
                        Column("above", "above the line", .number, unit: "points"),
                        .numbers(front.map { $0.average - both.line.band(at: SizeAndScore.log($0.parameters!)).value })
                    ),
                ]))
    }

    /// The ten that score most for each kilogram of CO₂ that measuring them gave off.
    func perKilogram(_ board: MeasuredBoard) -> TitledTable? {
        let told = board.models.filter { $0.co2Kg != nil }
        let best = told.sorted { ($0.average / $0.co2Kg!, $1.name) > ($1.average / $1.co2Kg!, $0.name) }.prefix(10)
        guard best.count == 10 else { return nil }
        return TitledTable(
            id: "per-kilogram", title: "Most points for each kilogram of CO₂ of the evaluation",
            text:
                "The ten first of \(Format.count(told.count, "model")). The CO₂ is that of measuring, never of training.",
            table: Table(
                id: "benchmarks-per-kilogram",
                columns: [
                    (Column("id", "Model", .modelID), .texts(best.map(\.name))),
                    (Column("type", "Type", .category), .texts(best.map(\.type))),
                    (Column("parameters", "Parameters", .parameters), .integers(best.map(\.parameters))),
                    (Column("average", "Score", .number, unit: "points"), .numbers(best.map(\.average))),
                    (Column("co2", "CO₂", .number, unit: "kg"), .numbers(best.map(\.co2Kg))),
                    (Column("perKg", "Points per kg", .number), .numbers(best.map { $0.average / $0.co2Kg! })),
                ]))
    }

    /// "13.3 to 14.3".
    static func range(_ low: Double, _ high: Double, digits: Int) -> String {
        "\(Format.decimal(low, digits: digits)) to \(Format.decimal(high, digits: digits))"
    }

    /// "BBH, hard reasoning".
    private static func named(_ benchmark: String) -> String {
        [MeasuredBoard.name(benchmark), MeasuredBoard.subject(benchmark)].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private static func bare(_ named: String) -> String { named.split(separator: ",").first.map(String.init) ?? named }
}
