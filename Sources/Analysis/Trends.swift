import Catalog
import Censuses
import Core
import Report

/// What are new models like? Shares of licenses, languages, formats, … of each month's new rows of a listing.
///
///     Trends(july2024)?.share(of: "quantized", in: .making, over: months)  → 0.07
struct Trends {
    let census: Census
    /// The months of publication that the listing saw whole.
    private let months: ClosedRange<Month>
    private let rowsByMonth: [Month: Int]

    /// A share of fewer rows than this moves by chance.
    static let enough = 50
    /// Panels of one facet.
    static let shown = 8

    /// Nil when the listing follows nothing through time, or saw less than a year of it.
    init?(_ census: Census?) {
        guard let census, !census.trends.isEmpty, let last = census.lastWholeMonth, let first = census.firstMonth,
            last.advanced(by: -12) >= first
        else { return nil }
        self.census = census
        months = max(first, MonthlyStock.firstPossible)...last
        rowsByMonth = Dictionary(census.byMonth.compactMap { sum in sum.key.map { ($0, sum.count) } }) { $0 + $1 }
    }
}

/// A facet as the page names it, with what its shares are of.
private struct Followed {
    /// Nil for libraries, which a census counts by month, not as a facet.
    var facet: Census.Facet?
    var name: String
    /// Those that state nothing count, too: nobody has to say how a model was made.
    var isOfAll = false

    var key: String { facet?.rawValue ?? "library" }
}

extension Trends {
    private static let followed = [
        Followed(facet: .making, name: "Ways of making", isOfAll: true),
        Followed(facet: .licenseClass, name: "What licenses allow", isOfAll: true),
        Followed(facet: .license, name: "Licenses"), Followed(facet: .architecture, name: "Architectures"),
        Followed(facet: .sizeClass, name: "Sizes"), Followed(facet: .format, name: "Formats of weights"),
        Followed(facet: nil, name: "Libraries"), Followed(facet: .language, name: "Languages"),
    ]

    /// One term of a facet, month after month.
    private struct Line {
        var facet: Followed
        var term: String
        var counts: [Month: Int]
        var total = 0
    }

    private func rows(_ followed: Followed) -> [(month: Month?, term: String?, count: Int)] {
        guard let facet = followed.facet else { return census.cells.map { ($0.month, $0.library, $0.count) } }
        return census.trend(facet).map { ($0.month, $0.term, $0.count) }
    }

    /// What the shares of a month are of.
    private func base(_ followed: Followed, _ month: Month, _ unstated: [Month: Int]) -> Int {
        (rowsByMonth[month] ?? 0) - (followed.isOfAll ? 0 : unstated[month] ?? 0)
    }

    /// The terms of a facet that the last year's rows have most, greatest first.
    private func lines(_ followed: Followed) -> [Line] {
        var lines: [String: Line] = [:]
        let year = months.upperBound.advanced(by: -11)
        for row in rows(followed) {
            guard let term = row.term, term != "other", let month = row.month, months.contains(month) else { continue }
            lines[term, default: Line(facet: followed, term: term, counts: [:])].counts[month, default: 0] += row.count
            if month >= year { lines[term]?.total += row.count }
        }
        return Array(
            lines.values.filter { $0.total > 0 }.sorted { ($1.total, $0.term) < ($0.total, $1.term) }.prefix(Self.shown)
        )
    }

    private func unstated(_ followed: Followed) -> [Month: Int] {
        var counts: [Month: Int] = [:]
        for row in rows(followed) where row.term == nil {
            if let month = row.month { counts[month, default: 0] += row.count }
        }
        return counts
    }

    /// The share of one term among the rows of some months; nil where too few are known.
    func share(of term: String, in facet: Census.Facet, over range: ClosedRange<Month>) -> Double? {
        guard let followed = Self.followed.first(where: { $0.facet == facet }) else { return nil }
        let unstated = unstated(followed)
        let rows = range.reduce(0) { $0 + base(followed, $1, unstated) }
        guard rows >= Self.enough else { return nil }
        let counted = census.trend(facet).filter { $0.term == term && $0.month.map(range.contains) ?? false }
        return Double(counted.reduce(0) { $0 + $1.count }) / Double(rows)
    }
}

// MARK: - The figure

extension Trends {
    private struct Cell {
        var facet: String
        var term: String
        var month: Month
        var count: Int
        var rows: Int
    }

    private func cells(_ followed: Followed) -> [Cell] {
        let unstated = unstated(followed)
        return lines(followed).flatMap { line in
            months.compactMap { month in
                let rows = base(followed, month, unstated)
                guard rows >= Self.enough else { return nil }
                return Cell(
                    facet: followed.key, term: words(line.term, in: followed.facet), month: month,
                    count: line.counts[month] ?? 0, rows: rows)
            }
        }
    }

    /// Facets of which there is something to follow.
    private var facets: [(followed: Followed, cells: [Cell])] {
        Self.followed.map { ($0, cells($0)) }.filter { !$0.1.isEmpty }
    }

    func figure(id: String) -> Figure? {
        let facets = facets
        guard let first = facets.first else { return nil }
        let all = Self.table(facets.flatMap(\.cells), id: id, census)
        return Figure(
            id: id, role: .main,
            chart: Chart(
                .multiples,
                channels: ["x": "month", "series": "term", "value": "share", "facet": "facet"],
                options: [
                    "summed": .flag(true), "unit": .text("Share of new \(census.nouns)"), "one": .text("line"),
                    "noun": .text("lines"),
                    "facet": .text(first.followed.key),
                    "facets": .texts(facets.flatMap { [$0.followed.key, $0.followed.name] }),
                    "unsaid": .text(Making.derived.words),
                ]),
            table: Self.table(first.cells, id: id, census), liveTable: facets.count > 1 ? all : nil,
            totalRows: all.rowCount, provenance: census.provenance,
            notes: [
                """
                Shares are of each month’s new \(census.nouns); of those that state one, where the figure is of licenses, \
                architectures, sizes, formats, libraries or languages. A month with fewer than \(Self.enough) of these is left out, and \
                \(census.noun == "model" ? "a model" : "one") that was deleted since is in no list.
                """
            ])
    }

    private static func table(_ cells: [Cell], id: String, _ census: Census) -> Table {
        Table(
            id: id,
            columns: [
                (Column("facet", "Facet", .category), .texts(cells.map(\.facet))),
                (Column("term", "Term", .text), .texts(cells.map(\.term))),
                (Column("month", "Month", .month), .texts(cells.map(\.month.description))),
                (Column("count", census.capitalNouns, .count, unit: census.nouns), .integers(cells.map(\.count))),
                (Column("rows", "Of", .count, unit: census.nouns), .integers(cells.map(\.rows))),
                (Column("share", "Share", .share), .numbers(cells.map { Double($0.count) / Double($0.rows) })),
            ])
    }

    private func words(_ term: String, in facet: Census.Facet?) -> String {
        switch facet {
        case .making: Making(rawValue: term)?.words ?? term
        case .sizeClass: Censuses.SizeClass(rawValue: term)?.words ?? term
        case .licenseClass: LicenseClass(rawValue: term)?.words ?? term
        case .license, .language, .format, .architecture, nil: term
        }
    }
}

extension Making {
    var words: String {
        switch self {
        case .finetune: "fine-tunes"
        case .adapter: "adapters"
        case .quantized: "quantized models"
        case .merge: "merges"
        case .derived: "a base, way not stated"
        }
    }
}

extension Censuses.SizeClass {
    var words: String {
        switch self {
        case .under100M: "under 100 M"
        case .under1B: "100 M to 1 B"
        case .under10B: "1 to 10 B"
        case .under100B: "10 to 100 B"
        case .more: "100 B and more"
        }
    }
}

extension LicenseClass {
    var words: String {
        switch self {
        case .permissive: "permissive"
        case .copyleft: "copyleft"
        case .responsibleAI: "responsible AI"
        case .community: "a community’s own"
        case .nonCommercial: "non-commercial"
        case .other: "other"
        case .none: "none stated"
        }
    }
}

// MARK: - What it found

extension Trends {
    /// A share in the first and in the last year, in a sentence that the numbers choose.
    func finding(_ id: String, _ term: String, in facet: Census.Facet, _ subject: String) -> Finding? {
        let last = months.upperBound.advanced(by: -11)...months.upperBound
        let first = months.lowerBound...months.lowerBound.advanced(by: 11)
        guard first.upperBound < last.lowerBound, let from = share(of: term, in: facet, over: first),
            let to = share(of: term, in: facet, over: last)
        else { return nil }
        let span: Sentence = """
            \(number: Format.percent(from)) of new \(census.nouns) in the year to \(Format.month(first.upperBound))
            """
        let end: Sentence = " and \(number: Format.percent(to)) in the year to \(Format.month(last.upperBound))."
        let opening: Sentence =
            switch Wording.direction(from: from, to: to) {
            case .rising: "\(subject) gained: they were "
            case .falling: "\(subject) lost ground: they were "
            case .steady: "\(subject) kept their part: they were "
            }
        return Finding(
            id: id, sentence: opening + span + end, page: "growth", figure: "growth-trends",
            provenance: census.provenance)
    }

    var findings: [Finding] {
        [
            finding("growth.permissive", LicenseClass.permissive.rawValue, in: .licenseClass, "Permissive licenses"),
            finding("growth.quantized", Making.quantized.rawValue, in: .making, "Quantized models"),
            finding("growth.adapters", Making.adapter.rawValue, in: .making, "Adapters"),
        ].compactMap(\.self)
    }
}
