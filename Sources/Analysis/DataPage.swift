import Catalog
import Censuses
import Core
import Report

/// May I have it? Where the numbers come from, how they were made, and what is wrong with them.
struct DataPage {
    var sources: [SourceRow]
    var diagnostics: [DiagnosticRow]
    var censuses: [Census]
    var joins: [(source: String, rule: String, names: Int)] = []

    var page: Page {
        Page(
            id: "data", name: "Data", plate: 0, question: "May I have it?", lede: lede,
            tables: [sourcesTable, missingTable, joinsTable, adoptionTable, qualityTable, columnsTable].compactMap(
                \.self),
            method: method)
    }
}

extension DataPage {
    var lede: Sentence {
        guard !sources.isEmpty else { return "There is nothing here yet: no list was collected." }
        let whole = sources.filter { $0.coverage == .whole }
        let lists: Sentence = """
            Every number of this atlas comes from \(number: Format.count(sources.count, "source")), \
            \(wholeWords(whole.count)). Each table behind a figure is here, as CSV and JSON.
            """
        return .paragraph([lists, diagnosticsSentence])
    }

    private func wholeWords(_ whole: Int) -> String {
        switch (whole, sources.count) {
        case (0, 1): "which is not a whole listing"
        case (0, _): "none of them a whole listing"
        case (1, 1): "a whole listing"
        case let (all, count) where all == count: "each a whole listing"
        case (1, _): "one of them a whole listing"
        default: "\(Format.words(whole)) of them whole listings"
        }
    }

    /// A name that means no model here is nothing odd: `joinsTable` has them.
    private var oddities: [DiagnosticRow] { diagnostics.filter { !$0.identifier.hasPrefix("join.") } }

    private var diagnosticsSentence: Sentence {
        let found = oddities.reduce(0) { $0 + $1.count }
        guard found > 0 else { return "Cleaning them met nothing wrong." }
        return """
            Cleaning them met \(number: Format.count(found, "oddity", "oddities")): the rows are kept, marked and counted below.
            """
    }

    private var misses: [String: Int] { Dictionary(diagnostics.map { ($0.source, $0.count) }, uniquingKeysWith: +) }

    private var sourcesTable: TitledTable {
        TitledTable(
            id: "sources", title: "Sources",
            text:
                "A whole listing has all that was listed on its day. Sentences about the Hub speak from its whole listings only.",
            table: Table(
                id: "sources",
                columns: [
                    (Column("title", "Source", .text), .texts(sources.map(\.title))),
                    (Column("subject", "About", .category), .texts(sources.map(\.subject.words))),
                    (Column("day", "Day", .day), .texts(sources.map(\.day.description))),
                    (Column("rows", "Rows", .count), .integers(sources.map(\.rows))),
                    (Column("missed", "Oddities", .count), .integers(sources.map { misses[$0.key] ?? 0 })),
                    (Column("coverage", "Coverage", .category), .texts(sources.map { $0.coverage.words })),
                    (Column("license", "License", .text), .texts(sources.map { $0.license ?? "none stated" })),
                    (Column("url", "From", .text), .texts(sources.map(\.url))),
                    (Column("note", "Note", .text), .texts(sources.map(\.note))),
                ]))
    }

    /// What nobody collected for this edition, and how to get it; nil when everything is here.
    private var missingTable: TitledTable? {
        let known = Set(sources.map(\.subject))
        let missing = SourceRow.Subject.allCases.filter { !known.contains($0) }
        guard !missing.isEmpty else { return nil }
        return TitledTable(
            id: "missing", title: "Not in this edition",
            text: "Nothing of these was collected, so no page speaks of them. Each comes with one command.",
            table: Table(
                id: "missing",
                columns: [
                    (Column("subject", "About", .category), .texts(missing.map(\.words))),
                    (Column("brings", "What it would add", .text), .texts(missing.map(\.brings))),
                    (Column("command", "Command", .text), .texts(missing.map(\.command))),
                ]))
    }

    /// How names of other sources became models; nil where there are none.
    private var joinsTable: TitledTable? {
        let sources = Set(joins.map(\.source)).sorted()
        guard !sources.isEmpty else { return nil }
        let count = { (rule: String) in
            Values.integers(
                sources.map { source in joins.first { $0.source == source && $0.rule == rule }?.names ?? 0 })
        }
        return TitledTable(
            id: "joins", title: "Names of models elsewhere",
            text: """
                A name means a model by its id, by an id that the model had before, or by the same spelling but for case, \
                spaces, “-” and “_”, where exactly one model has it. No digit and no suffix is ever dropped. Names that \
                mean none are kept by themselves, in the catalog’s table “unjoined”.
                """,
            table: Table(
                id: "joins",
                columns: [
                    (Column("source", "Source", .text), .texts(sources)), (Column("id", "By id", .count), count("id")),
                    (Column("renamed", "By a former id", .count), count("renamed")),
                    (Column("spelling", "By spelling", .count), count("spelling")),
                    (Column("none", "No model here", .count), count("none")),
                ]))
    }

    /// How uses are spread in each whole listing that counts downloads.
    private var adoptionTable: TitledTable? {
        let told = censuses.filter { $0.source.coverage == .whole && $0.downloads.sum > 0 }
        guard !told.isEmpty else { return nil }
        let share = { (part: Int) in Values.numbers(told.map { $0.downloads.share(oneOf: part) }) }
        return TitledTable(
            id: "adoption", title: "Who is used",
            text:
                "The top 1\u{202F}% are the hundredth part of the rows, rounded down, with most downloads; every counter counts.",
            table: Table(
                id: "adoption",
                columns: [
                    (Column("source", "Listing", .text), .texts(told.map { $0.source.cited })),
                    (Column("rows", "Rows", .count), .integers(told.map(\.rows))),
                    (Column("downloads", "Downloads, 30 days", .count), .integers(told.map(\.downloads.sum))),
                    (Column("zero", "At zero", .share), .numbers(told.map(\.downloads.shareAtZero))),
                    (Column("top1", "Top 1\u{202F}%", .share), share(100)),
                    (
                        Column("top1WithoutGreatest", "Top 1\u{202F}% without the greatest", .share),
                        .numbers(told.map { $0.downloads.shareWithoutGreatest(oneOf: 100) })
                    ),
                    (Column("top10", "Top 10\u{202F}%", .share), share(10)),
                    (Column("gini", "Gini", .text), .texts(told.map { Format.decimal($0.downloads.gini, digits: 4) })),
                ]))
    }

    private var qualityTable: TitledTable? {
        guard !oddities.isEmpty else { return nil }
        var counts: [String: Int] = [:]
        for row in oddities { counts[row.identifier, default: 0] += row.count }
        let rows = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return TitledTable(
            id: "quality", title: "Data quality",
            text: "A value that breaks a rule is left out, its row kept; each kind is counted here.",
            table: Table(
                id: "quality",
                columns: [
                    (Column("identifier", "Kind", .text), .texts(rows.map(\.key))),
                    (Column("meaning", "Meaning", .text), .texts(rows.map { Self.meanings[$0.key] })),
                    (Column("count", "Count", .count), .integers(rows.map(\.value))),
                ]))
    }

    var method: [Sentence] {
        [
            """
            A missing value is missing, never zero. Models made before 2\u{A0}March\u{A0}2022 have no day on the Hub: they are \
            “before the record”. Downloads are of the last 30 days before a list was made.
            """,
            """
            Shares of the top 1\u{202F}% and 10\u{202F}% take the hundredth and the tenth part of the rows, rounded down. The \
            Gini coefficient is the plain one, zeros included. The middle is the median.
            """,
            """
            Where one counter alone holds more than a fifth of all downloads, the share without it stands beside the share with \
            it. A counter that falls by more than 99\u{202F}% from a million or more is shown as broken, not smoothed.
            """,
            """
            The same data gives the same pages, byte for byte. Of persons only public account names are kept: of those who \
            published, and, where histories were collected, of those who committed, under pseudonyms if the settings ask for \
            that; no e-mail, no free text, no place.
            """,
        ]
    }
}

extension SourceRow.Coverage {
    /// "a selection".
    var article: String { "a \(words)" }

    /// As a table says it.
    var words: String {
        switch self {
        case .whole: "whole listing"
        case .slice: "slice"
        case .selection: "selection"
        }
    }
}

extension SourceRow.Subject {
    /// As a table says it.
    var words: String {
        switch self {
        case .models: "models"
        case .datasets: "datasets"
        case .spaces: "Spaces"
        case .activity: "commits and discussions"
        case .leaderboard: "leaderboard"
        case .communities: "communities"
        case .mentions: "mentions"
        }
    }

    var brings: String {
        switch self {
        case .models: "the models of today"
        case .datasets: "every dataset, by task and month"
        case .spaces: "every Space, and which models and datasets it uses"
        case .activity: "who works with whom, how much and how often"
        case .leaderboard: "scores of language models"
        case .communities: "members, followers and places of organizations"
        case .mentions: "how often each family is talked about, month by month"
        }
    }

    var command: String {
        self == .activity ? "hubatlas collect commits discussions" : "hubatlas collect \(rawValue)"
    }
}
