import Catalog
import Censuses
import Core
import Lineage
import Report

/// Who descends from whom? Models by the bases that they name.
///
///     LineagePage(lineage: lineage, rows: selection, whole: july2024).page.lede.plain
///     // "117,155 of the 760,000 models of the Hub say which model they were made from. …"
struct LineagePage {
    /// Of the catalog's own models, for their trees; nil when there are none.
    var lineage: Lineage?
    /// The census of these models.
    var rows: Census?
    /// The leading whole list, where its census knows its lineage: what sentences about the Hub speak from.
    var whole: Census?
    /// What cleaning left out, of names of bases.
    var dropped: [DiagnosticRow] = []

    init(lineage: Lineage?, rows: Census?, whole: Census?, dropped: [DiagnosticRow] = []) {
        self.lineage = lineage
        self.rows = rows
        self.whole = whole?.lineage == nil ? nil : whole
        self.dropped = dropped.filter { ["base.self", "base.bad", "base.tooMany"].contains($0.identifier) }
    }

    /// The census that speaks: the whole list, else that of the rows.
    var told: Census? { whole ?? rows }

    var page: Page {
        let drawn = (told?.lineage?.edges ?? 0) > 0
        return Page(
            id: "lineage", name: "Lineage", plate: 9, question: "Who descends from whom?", lede: lede,
            figures: drawn ? figures : [], tables: drawn ? tables : [], shows: drawn ? shows : [],
            method: drawn ? method : [], next: PageLink(page: "activity", text: "How is work done?"),
            nextText: "Born is one thing. Who looks after them then?", findings: findings)
    }

    private var figures: [Figure] {
        var all: [Figure?] = [treeFigure, derivedFigure, curvesFigure, monthsFigure, depthFigure]
        all += LineageSummary.Trait.allCases.map { matrixFigure($0) }
        return all.compactMap { $0 }
    }

    private var tables: [TitledTable] { [driftTable, oddTable].compactMap { $0 } }
}

extension LineagePage {
    var lede: Sentence {
        guard let told, let summary = told.lineage, summary.models > 0 else {
            return """
                This atlas has no models whose bases are known: hubatlas collect models brings the list of models, whose \
                tags name them.
                """
        }
        guard summary.edges > 0 else { return noneSentence(told, summary) }
        return .paragraph([shareSentence(told, summary), mostSentence(summary), depthSentence(summary)])
    }

    private func noneSentence(_ census: Census, _ summary: LineageSummary) -> Sentence {
        let own = summary.oddities.first { $0.kind == .selfParent }?.count ?? 0
        let selves = dropped.filter { $0.identifier == "base.self" }.reduce(own) { $0 + $1.count }
        guard selves > 0 else { return "No model of \(census.place) says which model it was made from." }
        return """
            No model of \(census.place) says which other model it was made from; \(number: Format.int(selves)) \
            \(selves == 1 ? "names" : "name") nothing but \(selves == 1 ? "itself" : "themselves").
            """
    }

    func shareSentence(_ census: Census, _ summary: LineageSummary) -> Sentence {
        let share = Double(summary.derived) / Double(summary.models)
        return """
            \(number: Format.int(summary.derived)) of the \(number: Format.int(summary.models)) models of \(census.place), \
            \(Wording.fraction(share)), \(summary.derived == 1 ? "says" : "say") which model \
            \(summary.derived == 1 ? "it was" : "they were") made from.
            """
    }

    func mostSentence(_ summary: LineageSummary) -> Sentence {
        guard let first = summary.roots.first else { return .empty }
        let ties = summary.roots.prefix { $0.descendants == first.descendants }
        if ties.count > 2 {
            return
                "No model leads: \(number: Format.int(ties.count)) have \(Format.count(first.descendants, "descendant")) each."
        }
        return """
            \(ties.count == 2 ? "Two have most descendants: " : "Most descend from ")\
            \(Format.list(ties.map { Wording.name($0.repoID) }))\(ties.count == 2 ? " with" : ":") \
            \(number: Format.int(first.descendants))\
            \(ties.count == 2 ? " each" : "").
            """
    }

    private func depthSentence(_ summary: LineageSummary) -> Sentence {
        let deepest = summary.depths.count - 1
        if deepest < 2 { return "None of them was made from a model that was itself made from another." }
        let later = summary.depths.dropFirst(2).reduce(0, +)
        let share = Double(later) / Double(max(1, summary.derived))
        return """
            Of all these, \(number: Format.percent(share)) are grandchildren or later\
            \(deepest > 2 ? "; the longest line of descent runs through \(Format.words(deepest)) generations" : "").
            """
    }
}

extension LineagePage {
    var shows: [Sentence] {
        [
            """
            A line of the tree is one model; it begins on the day the model was published and ends with the last that was \
            made from it. Stroke and shape say how it was made. A line opens by a click; those for which there is no room \
            stand together, as ticks.
            """,
            """
            A matrix reads from the left to the top: of the children whose parent is of the row’s class, so many have the \
            column’s. Off the diagonal something changed between parent and child.
            """,
        ]
    }

    var method: [Sentence] {
        [
            """
            A model descends from each base that its tags, card or the Hub’s own record name. Names are taken whatever their \
            case; former names and ids without an owner mean the model of today where that is known, and nothing is joined \
            because it is only alike. A base that is not listed is kept as a root of its own.
            """,
            """
            The tree shown first is that of the most derived model which has three generations and whose descendants, the \
            middle half of them, were made over three months at least. In a tree each descendant stands once, below the base that is nearest to the root; generations are the fewest \
            steps. Rings, models that descend from each other, are found by Tarjan’s method (1972); of a ring only what leads \
            from an older to a younger model is kept. Counted in a tree are all descendants, those by merging too, so one \
            model may be a descendant of several.
            """,
            driftMethod,
            .paragraph([sourceSentence, gapSentence]),
        ].filter { !$0.isEmpty }
    }

    private var sourceSentence: Sentence {
        guard let rows, let whole, rows != whole else { return .empty }
        return """
            Counts are of \(whole.source.cited), \(Format.count(whole.rows, "model")); its tags may name a base without \
            saying how it was used. Trees are drawn from \(Format.count(rows.rows, "model")) of \(rows.place).
            """
    }

    private var gapSentence: Sentence {
        guard let rows, rows.source.coverage != .whole else { return .empty }
        return Gaps(rows).sentence
    }

    var findings: [Finding] {
        guard let told, let summary = told.lineage, summary.edges > 0 else { return [] }
        var list: [(id: String, sentence: Sentence, figure: String)] = [
            ("derived", shareSentence(told, summary), "lineage-depth"),
            ("most-derived", mostSentence(summary), "lineage-derived"),
        ]
        for trait in LineageSummary.Trait.allCases {
            if let drift = Transitions(trait, summary) {
                list.append(("\(trait.rawValue)-drift", drift.sentence, "lineage-\(trait.rawValue)"))
            }
        }
        let drawn = Set(figures.map(\.id))
        return list.filter { !$0.sentence.isEmpty }.map { id, sentence, figure in
            Finding(
                id: "lineage.\(id)", sentence: sentence, page: "lineage",
                figure: drawn.contains(figure) ? figure : nil, provenance: provenance(told, summary))
        }
    }

    func provenance(_ census: Census, _ summary: LineageSummary) -> Provenance {
        Provenance(
            source: census.source.cited,
            rows: "\(Format.count(summary.derived, "model")) with a base, of \(Format.int(summary.models))",
            caveat: census.source.limits)
    }
}
