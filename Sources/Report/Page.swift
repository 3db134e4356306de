/// One page's worth of answers: `report/<id>.json`, written by Analysis, read by Site.
package struct Page: Equatable, Sendable {
    package var id: String
    /// "Growth", as the row of pages has it.
    package var name: String
    /// 0 for pages that are no plate (home, data).
    package var plate: Int
    package var question: String
    package var lede: Sentence
    package var figures: [Figure]
    /// Tables without a chart: sources, diagnostics, changes.
    package var tables: [TitledTable]
    /// Paragraphs below the figure.
    package var shows: [Sentence]
    package var method: [Sentence]
    package var next: PageLink?
    /// One line under `next`: why the reader may want it.
    package var nextText: String
    package var findings: [Finding]
    /// Networks for other programs, as files beside the page.
    package var graphs: [GraphFile]
    /// What its script fetches by name; nil for pages that hold all they show.
    package var records: RecordShelf?

    package init(
        id: String, name: String, plate: Int, question: String, lede: Sentence, figures: [Figure] = [],
        tables: [TitledTable] = [], shows: [Sentence] = [], method: [Sentence] = [], next: PageLink? = nil,
        nextText: String = "", findings: [Finding] = [], graphs: [GraphFile] = [],
        records: RecordShelf? = nil
    ) {
        self.id = id
        self.name = name
        self.plate = plate
        self.question = question
        self.lede = lede
        self.figures = figures
        self.tables = tables
        self.shows = shows
        self.method = method
        self.next = next
        self.nextText = nextText
        self.findings = findings
        self.graphs = graphs
        self.records = records
    }
}

/// A table without a chart.
package struct TitledTable: Equatable, Sendable {
    package var id: String
    package var title: String
    package var text: String
    package var table: Table

    package init(id: String, title: String, text: String = "", table: Table) {
        self.id = id
        self.title = title
        self.text = text
        self.table = table
    }
}

/// Prose with its computed numbers told apart, so that a page can set them in ink.
///
///     Sentence("From \(number: "53,000") models to \(number: "760,000").")
package struct Sentence: Equatable, Sendable, ExpressibleByStringInterpolation {
    /// A part of a sentence; numbers are set apart in print.
    package enum Run: Equatable, Sendable { case text(String), number(String) }

    package var runs: [Run]

    package var plain: String {
        runs.map { run in
            switch run {
            case .text(let text), .number(let text): text
            }
        }.joined()
    }

    package init(runs: [Run]) { self.runs = runs }
    package init(stringLiteral value: String) { self.runs = [.text(value)] }
    package init(stringInterpolation: Interpolation) { self.runs = stringInterpolation.runs }

    package struct Interpolation: StringInterpolationProtocol {
        var runs: [Run] = []
        package init(literalCapacity: Int, interpolationCount: Int) {}
        package mutating func appendLiteral(_ literal: String) { if !literal.isEmpty { runs.append(.text(literal)) } }
        package mutating func appendInterpolation(number text: String) { runs.append(.number(text)) }
        package mutating func appendInterpolation(_ text: String) { runs.append(.text(text)) }
    }
}

/// The answer to one question, its sentence chosen by the numbers.
package struct Finding: Equatable, Sendable {
    package var id: String
    package var sentence: Sentence
    /// Where it is shown and how it is computed: a page.
    package var page: String
    /// The figure whose rows it speaks of; nil: the first of its page.
    package var figure: String?
    package var provenance: Provenance

    package init(id: String, sentence: Sentence, page: String, figure: String? = nil, provenance: Provenance) {
        self.id = id
        self.sentence = sentence
        self.page = page
        self.figure = figure
        self.provenance = provenance
    }
}
