import Censuses
import Core
import Numerics
import Report
import Statistics

/// How many have at least so much: the counters of each kind with a power law and a log-normal drawn through their tails.
struct TailFigure {
    var counted: [(counted: Counted, fit: Counted.Fit?)]

    static let law = "power law"
    static let curve = "log-normal"

    /// Nil where nothing has a curve.
    var figure: Figure? {
        let told = counted.filter { $0.counted.isTold }
        guard let first = told.first?.counted else { return nil }
        var rows = CurveRows()
        for (counted, fit) in told { add(counted, fit, to: &rows) }
        let x = Column("x", "At least so many", .number)
        let y = Column("y", "Share that has them", .share)
        let keys = told.map(\.counted.id)
        func table(_ word: (Counted, Counted.Fit?) -> String) -> Chart.Option {
            .table(Dictionary(uniqueKeysWithValues: told.map { ($0.counted.id, word($0.counted, $0.fit)) }))
        }
        return Figure(
            id: "adoption", role: .main,
            chart: Chart(
                .curves, channels: ["x": "x", "y": "y", "series": "series", "group": "group"],
                options: [
                    "groups": .texts(keys), "groupLabel": .text("Of"), "names": table { counted, _ in counted.name },
                    "scales": table { _, _ in "log log" }, "titles": table(title), "subtitles": table(subtitle),
                    "xLabels": table { counted, _ in "\(counted.measure), at least" },
                    "yLabels": table { counted, _ in "share of \(counted.noun)s" },
                    "styles": .table([Self.law: "accent", Self.curve: "dash"]),
                    "labels": .text("end"),
                ]),
            table: rows.table(id: "adoption", only: first.id, x: x, y: y),
            liveTable: told.count > 1 ? rows.table(id: "adoption", x: x, y: y) : nil, totalRows: rows.count,
            provenance: Counted.provenance(of: told.map(\.counted)), notes: told.compactMap(\.counted.note))
    }
}

extension TailFigure {
    private func add(_ counted: Counted, _ fit: Counted.Fit?, to rows: inout CurveRows) {
        let steps = counted.believed.reaching
        guard let last = steps.last else { return }
        // As many as can be told apart: no two closer than a hundredth of the axis.
        let nearest = logSteps(from: 1, to: max(2, Double(last.value)), 100)[1]
        var drawn: [(x: Double, y: Double)] = []
        for (value, share) in steps {
            let isFar = drawn.last.map { Double(value) >= $0.x * nearest } ?? true
            if isFar || value == last.value { drawn.append((Double(value), share)) }
        }
        rows.add(group: counted.id, series: counted.name.lowercased(), drawn)
        guard let fit else { return }
        let tail = Double(fit.law.tail) / Double(counted.believed.count)
        let places = logSteps(from: Double(fit.law.xmin), to: Double(last.value), 24)
        rows.add(group: counted.id, series: Self.law, places.map { ($0, tail * fit.law.reaching($0)) })
        if let curve = fit.curve {
            rows.add(group: counted.id, series: Self.curve, places.map { ($0, tail * curve.reaching($0)) })
        }
    }

    private func title(_ counted: Counted, _ fit: Counted.Fit?) -> String {
        let half = counted.spread.shareAtZero ?? 0
        let zero =
            half == 0
            ? "Every \(counted.noun) has \(counted.measure)"
            : "\(Format.capitalized(Wording.fraction(half))) of the \(counted.noun)s have no \(counted.measure)"
        guard let top = counted.believed.held(byOneOf: 100) else { return zero }
        let share = Format.percent(top)
        return counted.doubted == nil
            ? "\(zero); the top 1\u{202F}% have \(share)"
            : "\(zero); one doubted counter left out, the top 1\u{202F}% have \(share)"
    }

    private func subtitle(_ counted: Counted, _ fit: Counted.Fit?) -> String {
        let what = "How many \(counted.noun)s have at least so many \(counted.measure), both scales logarithmic."
        guard let fit else { return what }
        let law =
            "Power law from \(Format.int(fit.law.xmin)) on: α\u{A0}=\u{A0}\(Format.decimal(fit.law.alpha, digits: 2))"
        guard let test = fit.test else { return "\(what) \(law)." }
        let verdict =
            switch test.verdict {
            case .powerLaw: "likelier than the log-normal"
            case .logNormal: "the log-normal is likelier"
            case .undecided: "no likelier and no less likely than the log-normal"
            }
        return "\(what) \(law), \(verdict) (Vuong’s p \(AdoptionPage.pWords(test.p)))."
    }

}
