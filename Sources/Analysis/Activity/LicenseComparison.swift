import Catalog
import Core
import Report
import Statistics

/// Whether models under permissive, restrictive and no licenses differ in commits and in people, by ranks alone.
struct LicenseComparison {
    /// Two groups, or all of them (`b` nil), compared in one measure.
    struct Row: Equatable {
        var measure: String
        var groups: [LicenseGroup]
        var counts: [Int]
        var medians: [Double]
        /// "H = 12.3 (2 df)" or "U = 410".
        var statistic: String
        var p: Double
        /// η² of all groups, the rank-biserial correlation of two.
        var effect: Double
        /// Times the number of tests of its kind, after Holm; the p itself for all groups together.
        var adjusted: Double

        var isPair: Bool { statistic.hasPrefix("U") }
    }

    var rows: [Row] = []

    /// Fewer models make no group.
    static let fewest = 5

    init(_ repos: [RepoWork]) {
        let models = repos.filter { $0.kind == CountedKind.models.rawValue }
        var pairs: [Row] = []
        for (measure, value) in [("Commits", \RepoWork.commits), ("Contributors", \RepoWork.people)] {
            var values: [LicenseGroup: [Double]] = [:]
            for model in models {
                guard let group = model.licenseClass.flatMap(LicenseGroup.init), let value = model[keyPath: value]
                else { continue }
                values[group, default: []].append(Double(value))
            }
            let groups = LicenseGroup.allCases.filter { (values[$0]?.count ?? 0) >= Self.fewest }
            guard groups.count > 1 else { continue }
            let row = { (groups: [LicenseGroup], statistic: String, p: Double, effect: Double) in
                Row(
                    measure: measure, groups: groups, counts: groups.map { values[$0]!.count },
                    medians: groups.map { BoxSummary.quantile(values[$0]!.sorted(), 0.5) }, statistic: statistic, p: p,
                    effect: effect, adjusted: p)
            }
            if let all = KruskalWallisTest(groups.map { values[$0]! }) {
                rows.append(row(groups, "H = \(Format.decimal(all.h, digits: 2)), df = \(all.df)", all.p, all.effect))
            }
            for (i, a) in groups.enumerated() {
                for b in groups[(i + 1)...] {
                    guard let test = MannWhitneyTest(values[a]!, values[b]!) else { continue }
                    pairs.append(row([a, b], "U = \(Format.decimal(test.u, digits: 1))", test.p, test.effect))
                }
            }
        }
        let adjusted = Self.holm(pairs.map(\.p))
        for i in pairs.indices { pairs[i].adjusted = adjusted[i] }
        rows += pairs
    }

    /// Holm (1979): the least of m values times m, the next times m − 1, never falling, never above 1.
    static func holm(_ values: [Double]) -> [Double] {
        var adjusted = values
        var greatest = 0.0
        for (rank, i) in values.indices.sorted(by: { (values[$0], $0) < (values[$1], $1) }).enumerated() {
            greatest = max(greatest, min(1, values[i] * Double(values.count - rank)))
            adjusted[i] = greatest
        }
        return adjusted
    }

    /// What the comparison of contributors says, or that of commits where there is no other.
    var sentence: Sentence {
        guard let all = rows.last(where: { !$0.isPair }) else { return .empty }
        let what = all.measure == "Commits" ? "commits" : "contributors"
        let opening: Sentence = """
            Models under \(Format.list(all.groups.map(\.words))) \
            \(all.p < 0.05 ? "differ" : "do not differ measurably") in their \(what) (Kruskal–Wallis, \(all.statistic), \
            \(Format.probability(all.p)), η² = \(number: Format.decimal(all.effect, digits: 3)))
            """
        guard all.p < 0.05,
            let pair = rows.filter({ $0.isPair && $0.measure == all.measure && $0.adjusted < 0.05 })
                .max(by: { abs($0.effect) < abs($1.effect) })
        else { return opening + "." }
        let (more, less) = pair.effect > 0 ? (pair.groups[0], pair.groups[1]) : (pair.groups[1], pair.groups[0])
        return opening + """
            ; the widest gap is between \(more.words), with more, and \(less.words) (rank-biserial \
            \(number: Format.decimal(abs(pair.effect), digits: 2))).
            """
    }

    var table: TitledTable? {
        guard !rows.isEmpty else { return nil }
        return TitledTable(
            id: "tests", title: "Do licenses make a difference?",
            text: "Kruskal–Wallis over all groups, then Mann–Whitney between any two, with p adjusted after Holm.",
            table: Table(
                id: "activity-tests",
                columns: [
                    (Column("measure", "Per model", .text), .texts(rows.map(\.measure))),
                    (
                        Column("groups", "Licenses", .text),
                        .texts(
                            rows.map { row in
                                Format.list(zip(row.groups, row.counts).map { "\($0.rawValue) (\(Format.int($1)))" })
                            })
                    ),
                    (
                        Column("medians", "Middle values", .text),
                        .texts(rows.map { $0.medians.map { Self.short($0) }.joined(separator: " · ") })
                    ),
                    (Column("statistic", "Statistic", .text), .texts(rows.map(\.statistic))),
                    (Column("p", "p", .text), .texts(rows.map { Format.probability($0.adjusted) })),
                    (
                        Column("effect", "Effect", .text),
                        .texts(
                            rows.map { row in
                                row.isPair
                                    ? "rank-biserial \(Format.signed(row.effect, digits: 2))"
                                    : "η² \(Format.decimal(row.effect, digits: 3))"
                            })
                    ),
                ]))
    }

    private static func short(_ value: Double) -> String {
        Format.decimal(value, digits: value == value.rounded() ? 0 : 1)
    }
}
