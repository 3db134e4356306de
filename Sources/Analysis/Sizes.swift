import Catalog
import Censuses
import Core
import Report

/// Are models getting bigger? Known parameter counts by the quarter of publication.
///
///     Sizes(rows: selection, listing: july2024).page.lede.plain
///     // "Of the 9,120 models of this selection whose size and quarter are known, the middle one grew from …"
struct Sizes {
    /// The census of the rows that the figures draw: a selection, or a listing where that knows its models' sizes.
    var rows: Census?
    /// The leading whole listing, for what its models' names say.
    var listing: Census?
    /// Models with likes, most liked first: a remark names the one that a quarter is known for.
    var greatest: [ModelRow] = []

    /// The listing where its weight files or lists tell most sizes, or nothing else is there; else the selection.
    init(listing: Census?, selection: Census?) {
        self.listing = listing
        self.rows = (listing.map(Self.isWeighed) ?? false) || selection == nil ? listing : selection
    }

    private static func isWeighed(_ census: Census) -> Bool {
        let all = census.sizes.filter { $0.group == "all" }
        let named = all.filter { $0.from == .name }.reduce(0) { $0 + $1.count }
        let known = all.filter { $0.from == nil }.reduce(0) { $0 + $1.count }
        return known > 2 * named
    }

    var page: Page {
        let drawn = quarters.count > 1
        return Page(
            id: "sizes", name: "Sizes", plate: 3, question: "Are models getting bigger?", lede: lede,
            figures: rows.map { drawn ? (span == nil ? [] : [ribbon($0)]) + [classes($0)] : [] } ?? [],
            shows: drawn ? shows : [],
            method: drawn ? method : [], next: PageLink(page: "race", text: "Who is talked about?"),
            nextText: "Size is one thing. Which of them do people name?", findings: findings)
    }
}

extension Sizes {
    /// Quarters of all models together, oldest first, those before the record left out.
    var quarters: [Census.SizeQuantiles] {
        (rows?.sizes ?? []).filter { $0.group == "all" && $0.from == nil && $0.quarter != nil && $0.count > 0 }
    }

    /// A quarter with fewer known sizes has no middle worth a sentence: a fifth of the middle quarter's, within 20 and 50.
    var enough: Int {
        let counts = quarters.map(\.count).sorted()
        return counts.isEmpty ? 20 : min(50, max(20, counts[counts.count / 2] / 5))
    }

    /// The quarters with enough known sizes.
    var told: [Census.SizeQuantiles] {
        let enough = enough
        return quarters.filter { $0.count >= enough }
    }

    /// Models whose size and quarter are known.
    var known: Int { quarters.reduce(0) { $0 + $1.count } }

    /// The first and the last quarter with enough known sizes; nil when there are not two.
    var span: (first: Census.SizeQuantiles, last: Census.SizeQuantiles)? {
        guard let first = told.first, let last = told.last, first != last else { return nil }
        return (first, last)
    }

    var lede: Sentence {
        guard let rows, known > 0 else { return "No model of this atlas says how large it is and when it was made." }
        guard let span else {
            return """
                Only \(number: Format.count(known, "model")) \(known == 1 ? "says" : "say") how large \
                \(known == 1 ? "it is" : "they are"): too few in any two quarters to tell whether models are getting bigger.
                """
        }
        return .paragraph([middleSentence(rows, span), classSentence(span)])
    }

    func middleSentence(
        _ rows: Census, _ span: (first: Census.SizeQuantiles, last: Census.SizeQuantiles)
    ) -> Sentence {
        let (from, to) = (span.first.median, span.last.median)
        let opening: Sentence = """
            Of the \(number: Format.int(known)) models of \(rows.place) whose size and date are known, the middle one
            """
        let first = Wording.quarter(span.first.quarter)
        let last = Wording.quarter(span.last.quarter)
        switch Wording.direction(from: from, to: to, factor: 1.25) {
        case .rising:
            return opening + " grew from \(number: Format.compact(from)) parameters in \(first) to "
                + "\(number: Format.compact(to)) in \(last)\(peak(span))."
        case .falling:
            return opening + " shrank from \(number: Format.compact(from)) parameters in \(first) to "
                + "\(number: Format.compact(to)) in \(last)."
        case .steady:
            return opening + " hardly moved: \(number: Format.compact(from)) parameters in \(first), "
                + "\(number: Format.compact(to)) in \(last)."
        }
    }

    /// Where the middle stood highest, if it has clearly come down since.
    private func peak(_ span: (first: Census.SizeQuantiles, last: Census.SizeQuantiles)) -> String {
        guard let top = told.max(by: { $0.median < $1.median }), top.median > 1.25 * span.last.median else { return "" }
        return ", down from \(Format.compact(top.median)) in \(Wording.quarter(top.quarter))"
    }

    private func classSentence(_ span: (first: Census.SizeQuantiles, last: Census.SizeQuantiles)) -> Sentence {
        let share = { (quarter: Census.SizeQuantiles) in
            Double(quarter.classes.dropFirst(2).reduce(0, +)) / Double(quarter.count)
        }
        let (from, to) = (share(span.first), share(span.last))
        let now = "\(Format.percent(to))"
        switch Wording.direction(from: from, to: to) {
        case .rising:
            let then = from == 0 ? "none" : Format.percent(from)
            return "Those of ten billion and more were \(number: then) then and are \(number: now) now."
        case .falling where to == 0:
            return "Those of ten billion and more were \(number: Format.percent(from)) then; now there are none."
        case .falling:
            return
                "Those of ten billion and more were \(number: Format.percent(from)) then and are only \(number: now) now."
        case .steady:
            return to == 0 ? .empty : "Those of ten billion and more are \(number: now), about as many as then."
        }
    }

    /// The share of the large, in a sentence that stands alone.
    private func largeSentence(_ span: (first: Census.SizeQuantiles, last: Census.SizeQuantiles)) -> Sentence {
        let share = { (quarter: Census.SizeQuantiles) in
            Double(quarter.classes.dropFirst(2).reduce(0, +)) / Double(max(1, quarter.count))
        }
        let (from, to) = (share(span.first), share(span.last))
        if from == 0, to == 0 { return .empty }
        let told = { (share: Double) in share == 0 ? "none" : Format.percent(share) }
        return """
            Of the models of \(Wording.quarter(span.first.quarter)), \(number: told(from)) had ten billion parameters or more; of those \
            of \(Wording.quarter(span.last.quarter)), \(number: told(to)).
            """
    }

    private var findings: [Finding] {
        guard let rows, let span else { return [] }
        return [
            Finding(
                id: "sizes.median", sentence: middleSentence(rows, span), page: "sizes", provenance: provenance(rows)),
            Finding(
                id: "sizes.large", sentence: largeSentence(span), page: "sizes", figure: "sizes-classes",
                provenance: provenance(rows)),
        ].filter { !$0.sentence.isEmpty }
    }
}

extension Census.SizeQuantiles {
    var median: Double { quantiles[2] }
}

extension Wording {
    static func quarter(_ month: Month?) -> String { month.map { quarter($0) } ?? Format.unknown }
}
