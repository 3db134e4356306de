import Catalog
import Censuses
import Core
import Numerics
import Report

/// How unequally it is spread: Lorenz curves of kinds, and of fields, and the same read from the top.
struct LorenzFigure {
    var counted: [Counted]
    var census: Census?

    static let tolerance = 0.002

    private struct Group {
        var id: String
        var name: String
        var curves: [(name: String, spread: ValueCounts)]
    }

    private var groups: [Group] {
        var groups = kinds
        for scheme in Census.FieldScheme.allCases {
            let fields = (census?.fields ?? []).filter { $0.scheme == scheme && $0.downloads.known >= 100 }
            groups.append(
                Group(
                    id: scheme.rawValue, name: scheme == .hub ? "modalities" : "the study’s fields",
                    curves: fields.filter { $0.downloads.sum > 0 }.map { ($0.title, believed($0)) }))
        }
        return groups.filter { !$0.curves.isEmpty }
    }

    /// One picture of all counters where few are known, else one of each kind.
    private var kinds: [Group] {
        let told = counted.filter(\.isTold)
        if told.count <= 5 {
            return [Group(id: "kinds", name: "kinds and counters", curves: told.map { ($0.name, $0.believed) })]
        }
        var nouns: [String] = []
        for next in told where !nouns.contains(next.noun) { nouns.append(next.noun) }
        return nouns.map { noun in
            Group(
                id: "\(noun.lowercased())s", name: "counters of \(noun)s",
                curves: told.filter { $0.noun == noun }.map { (Format.capitalized($0.measure), $0.believed) })
        }
    }

    /// Fields have the hue of their modality.
    private var styles: [String: String] {
        var styles: [String: String] = [:]
        for field in census?.fields ?? [] { styles[field.title] = "strokec \(field.name)" }
        return styles
    }

    /// A field that holds the doubted model is drawn without it, too.
    private func believed(_ field: Census.FieldCounters) -> ValueCounts {
        let doubted = counted.first { $0.id == "models-downloads" }?.doubted
        let isThere = doubted.map { field.downloads.greatest == $0.value } ?? false
        return isThere ? field.downloads.spread.withoutGreatest : field.downloads.spread
    }

    /// Nil where nothing has a curve.
    var figure: Figure? {
        let groups = groups
        guard let first = groups.first else { return nil }
        var rows = CurveRows()
        for group in groups {
            for curve in group.curves {
                rows.add(
                    group: "\(group.id)-top", series: curve.name, curve.spread.fromTheTop.map { ($0.rows, $0.held) })
                rows.add(
                    group: group.id, series: curve.name,
                    curve.spread.lorenz(tolerance: Self.tolerance).map { ($0.rows, $0.held) })
            }
        }
        let keys = groups.flatMap { ["\($0.id)-top", $0.id] }
        func table(_ word: (Group, _ isTop: Bool) -> String) -> Chart.Option {
            let pairs = groups.flatMap { [("\($0.id)-top", word($0, true)), ($0.id, word($0, false))] }
            return .table(Dictionary(uniqueKeysWithValues: pairs))
        }
        let x = Column("x", "Share of them", .share)
        let y = Column("y", "Share they hold", .share)
        return Figure(
            id: "adoption-lorenz", role: .main,
            chart: Chart(
                .curves, channels: ["x": "x", "y": "y", "series": "series", "group": "group"],
                options: [
                    "groups": .texts(keys), "groupLabel": .text("Curves"),
                    "names": table { $1 ? "From the top: \($0.name)" : "Lorenz: \($0.name)" },
                    "scales": table { $1 ? "log linear" : "linear linear" },
                    "titles": table { title($0.curves, isTop: $1) },
                    "subtitles": table { _, isTop in
                        isTop
                            ? "The share of all that the top holds; the scale of the top is logarithmic."
                            : "The share of all that the poorest hold; equal shares would lie on the diagonal."
                    },
                    "xLabels": table { $1 ? "the top, as a share of all" : "the poorest, as a share of all" },
                    "yLabels": table { _, _ in "share they hold" },
                    "styles": .table(styles), "references": table { _, isTop in isTop ? "" : "diagonal" },
                    "labels": .text("inside"),
                ]),
            table: rows.table(id: "adoption-lorenz", only: "\(first.id)-top", x: x, y: y),
            liveTable: rows.table(id: "adoption-lorenz", x: x, y: y), totalRows: rows.count,
            provenance: Counted.provenance(of: counted.filter(\.isTold)),
            notes: counted.filter(\.isTold).compactMap(\.note))
    }

    private func title(_ curves: [(name: String, spread: ValueCounts)], isTop: Bool) -> String {
        let tops = curves.compactMap { curve in curve.spread.held(byOneOf: 100).map { (curve.name, $0) } }
        guard let most = tops.max(by: { $0.1 < $1.1 }), let least = tops.min(by: { $0.1 < $1.1 }) else {
            return "How the few and the many share"
        }
        let start = "\(most.0): the top 1\u{202F}% hold \(Format.percent(most.1))"
        return most.0 == least.0 ? start : "\(start); \(least.0.lowercasedFirst): \(Format.percent(least.1))"
    }
}

extension Census.FieldCounters {
    /// "Language", as the scheme has it.
    var title: String {
        switch scheme {
        case .hub: Modality(rawValue: name)?.name ?? name
        case .study: StudyField(rawValue: name)?.name ?? name
        }
    }
}

extension ValueCounts {
    /// What the greatest `1 / part` of the rows hold, rounded down; nil where that is no row, or there is nothing to hold.
    func held(byOneOf part: Int) -> Double? { count / part > 0 && sum > 0 ? held(byTop: count / part) / sum : nil }

    private func held(byTop rows: Int) -> Double {
        var (left, held) = (rows, 0.0)
        for (value, times) in zip(values, counts).reversed() where left > 0 {
            held += Double(value) * Double(min(times, left))
            left -= times
        }
        return held
    }

    /// Shares that the greatest 1, 2, 3, … rows hold, at places that lie evenly on a logarithmic scale.
    var fromTheTop: [LorenzPoint] {
        guard sum > 0 else { return [] }
        var points: [LorenzPoint] = []
        var (rows, held, next) = (0, 0.0, 1.0)
        for (value, times) in zip(values, counts).reversed() {
            while next <= Double(rows + times) {
                let part = Int(next) - rows
                points.append(
                    LorenzPoint(
                        rows: next.rounded(.down) / Double(count),
                        held: min(1, (held + Double(value) * Double(part)) / sum)))
                next = max(next.rounded(.down) + 1, next * 1.2)
            }
            rows += times
            held += Double(value) * Double(times)
        }
        if points.last?.rows != 1 { points.append(LorenzPoint(rows: 1, held: 1)) }
        return points
    }
}
