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

    private struct Curve {
        var name: String
        var spread: ValueCounts
        /// Without a counter that is not believed.
        var isCut = false

        init(_ counted: Counted, name: String) {
            (self.name, spread, isCut) = (name, counted.believed, counted.doubted != nil)
        }

        init(_ field: Census.FieldCounters, without doubted: Census.NamedCount?) {
            (name, spread, isCut) = (field.title, field.believed(without: doubted), field.holds(doubted))
        }
    }

    private struct Group {
        var id: String
        var name: String
        var curves: [Curve]
    }

    private var groups: [Group] {
        var groups = kinds
        for scheme in Census.FieldScheme.allCases {
            let fields = (census?.fields ?? []).filter { $0.scheme == scheme && $0.downloads.known >= 100 }
            groups.append(
                Group(
                    id: scheme.rawValue, name: scheme == .hub ? "modalities" : "the study’s fields",
                    curves: fields.filter { $0.downloads.sum > 0 }.map { Curve($0, without: doubted) }))
        }
        return groups.filter { !$0.curves.isEmpty }
    }

    /// One picture of all counters where few are known, else one of each kind.
    private var kinds: [Group] {
        let told = counted.filter(\.isTold)
        if told.count <= 5 {
            return [Group(id: "kinds", name: "kinds and counters", curves: told.map { Curve($0, name: $0.name) })]
        }
        var nouns: [String] = []
        for next in told where !nouns.contains(next.noun) { nouns.append(next.noun) }
        return nouns.map { noun in
            Group(
                id: "\(noun.lowercased())s", name: "counters of \(noun)s",
                curves: told.filter { $0.noun == noun }.map { Curve($0, name: Format.capitalized($0.measure)) })
        }
    }

    /// Fields have the hue of their modality.
    private var styles: [String: String] {
        var styles: [String: String] = [:]
        for field in census?.fields ?? [] { styles[field.title] = "strokec \(field.name)" }
        return styles
    }

    private var doubted: Census.NamedCount? { counted.first { $0.id == "models-downloads" }?.doubted }

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
                    "titles": table { group, _ in title(group.curves) },
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

    private func title(_ curves: [Curve]) -> String {
        let tops = curves.compactMap { curve in curve.spread.held(byOneOf: 100).map { (curve: curve, share: $0) } }
        guard let most = tops.max(by: { $0.share < $1.share }), let least = tops.min(by: { $0.share < $1.share }) else {
            return "How the few and the many share"
        }
        func words(_ top: (curve: Curve, share: Double)) -> String {
            Format.percent(top.share) + (top.curve.isCut ? " (one doubted counter left out)" : "")
        }
        let start = "\(most.curve.name): the top 1\u{202F}% hold \(words(most))"
        return most.curve.name == least.curve.name
            ? start : "\(start); \(least.curve.name.lowercasedFirst): \(words(least))"
    }
}

extension Census.FieldCounters {
    /// Whether the model whose counter is not believed is of this field: a counter so great is nobody else’s.
    func holds(_ doubted: Census.NamedCount?) -> Bool { doubted.map { downloads.greatest == $0.value } ?? false }

    /// Downloads without that counter.
    func believed(without doubted: Census.NamedCount?) -> ValueCounts {
        holds(doubted) ? downloads.spread.withoutGreatest : downloads.spread
    }

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
