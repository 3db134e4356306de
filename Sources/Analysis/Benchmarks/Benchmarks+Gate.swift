import Core
import Foundation
import Report
import Statistics

/// Open models against gated ones: as they are, and at the same size.
struct GateTest {
    var welch: WelchTest
    /// nil where too few say how large they are.
    var ancova: Ancova?

    /// nil where one side has fewer than two models, or all scores are equal.
    init?(_ models: [MeasuredModel], score: (MeasuredModel) -> Double?) {
        let told = models.compactMap { model in
            score(model).flatMap { score in model.isGated.map { (model: model, score: score, isGated: $0) } }
        }
        guard
            let welch = WelchTest(
                told.filter { !$0.isGated }.map(\.score), told.filter(\.isGated).map(\.score))
        else { return nil }
        self.welch = welch
        let sized = told.filter { $0.model.parameters != nil }
        ancova = Ancova(
            values: sized.map(\.score), covariate: sized.map { SizeAndScore.log($0.model.parameters!) },
            isSecond: sized.map(\.isGated))
    }
}

extension SizeAndScore {
    static func log(_ parameters: Int) -> Double { log10(Double(parameters)) }
    static func tenTo(_ power: Double) -> Double { pow(10, power) }
}

extension Benchmarks {
    func gate(_ board: MeasuredBoard) -> GateTest? { GateTest(board.models) { $0.average } }

    /// "Of the models whose access is known, 53 open ones score 17.1 on average and 44 gated ones 19.8: …"
    func gateSentence(_ test: GateTest) -> Sentence {
        let (open, gated) = test.welch.means
        let counts = test.welch.counts
        let opening: Sentence = """
            Of the models whose access is known, \(number: Format.int(counts.0)) open ones score \
            \(number: Format.decimal(open, digits: 1)) points on average and \(number: Format.int(counts.1)) gated ones \
            \(number: Format.decimal(gated, digits: 1))
            """
        let numbers = """
            (Welch’s t\u{202F}=\u{202F}\(Format.decimal(test.welch.t, digits: 2)), \
            \(Format.decimal(test.welch.df, digits: 1)) degrees of freedom, \(Format.probability(test.welch.p)))
            """
        let verdict = test.welch.p < 0.05 ? "more than chance explains" : "no more than chance explains"
        return opening + ", \(verdict) \(numbers)." + atSameSize(test)
    }

    private func atSameSize(_ test: GateTest) -> Sentence {
        guard let ancova = test.ancova else { return .empty }
        let points = Format.decimal(abs(ancova.step), digits: 1)
        let side = ancova.step < 0 ? "less" : "more"
        let sure = ancova.stepP < 0.05 ? "" : ", which may be chance"
        return
            " At the same size a gated model scores \(number: "\(points) points \(side)")\(sure) (\(Format.probability(ancova.stepP)))."
    }

    private func title(of test: GateTest) -> String {
        if test.welch.p < 0.05 {
            return test.welch.difference > 0
                ? "Open models score higher than gated ones" : "Gated models score higher than open ones"
        }
        guard let ancova = test.ancova, ancova.stepP < 0.05 else {
            return "Open and gated models: no difference beyond chance"
        }
        return "Open and gated models score alike; of one size, gated ones score \(ancova.step < 0 ? "less" : "more")"
    }

    /// The test for the average and for each benchmark.
    func openAgainstGated(_ board: MeasuredBoard) -> TitledTable? {
        let names = ["Average"] + board.benchmarks.map { MeasuredBoard.name($0) }
        let tests = [gate(board)] + board.benchmarks.indices.map { i in GateTest(board.models) { $0.scores[i] } }
        let rows = zip(names, tests).compactMap { name, test in test.map { (name: name, test: $0) } }
        guard let first = rows.first else { return nil }
        let known = first.test.welch.counts.0 + first.test.welch.counts.1
        return TitledTable(
            id: "open-gated", title: title(of: first.test),
            text: """
                Of \(Format.count(known, "model")) it is known whether one must ask for them. Difference: open less gated, \
                with 95\u{202F}%; g is its size in standard deviations. “At the same size” is gated less open, once both \
                follow one line on log size. This is of every model of the leaderboard, whatever the filters above are \
                set to.
                """,
            table: gateTable(rows))
    }

    private func gateTable(_ rows: [(name: String, test: GateTest)]) -> Table {
        let number = { (of: (GateTest) -> Double?) in Values.numbers(rows.map { of($0.test) }) }
        return Table(
            id: "benchmarks-gated",
            columns: [
                (Column("name", "Benchmark", .text), .texts(rows.map(\.name))),
                (Column("open", "Open", .count), .integers(rows.map(\.test.welch.counts.0))),
                (Column("gated", "Gated", .count), .integers(rows.map(\.test.welch.counts.1))),
                (Column("openMean", "Mean, open", .number), number { $0.welch.means.0 }),
                (Column("gatedMean", "Mean, gated", .number), number { $0.welch.means.1 }),
                (
                    Column("difference", "Difference", .text),
                    .texts(
                        rows.map { row in
                            let range = row.test.welch.interval
                            return
                                "\(Format.signed(row.test.welch.difference, digits: 1)) (\(Self.range(range.lowerBound, range.upperBound, digits: 1)))"
                        })
                ),
                (Column("t", "Welch t", .number), number { $0.welch.t }),
                (Column("df", "df", .number), number { $0.welch.df }),
                (Column("p", "By chance", .text), .texts(rows.map { Format.probability($0.test.welch.p) })),
                (Column("g", "Hedges’ g", .number), number { $0.welch.effect }),
                (
                    Column("step", "At the same size", .text),
                    .texts(rows.map { $0.test.ancova.map { Format.signed($0.step, digits: 1) } })
                ),
                (
                    Column("stepP", "By chance", .text),
                    .texts(rows.map { $0.test.ancova.map { Format.probability($0.stepP) } })
                ),
            ])
    }
}
