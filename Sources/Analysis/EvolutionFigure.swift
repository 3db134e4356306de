import Catalog
import Core
import Report

extension Evolution {
    var figure: Figure {
        let live = Self.table(Array(greatest.prefix(Self.live)))
        let inline = live.prefix(Self.inline)
        return Figure(
            id: "evolution", role: .main,
            chart: Chart(
                .bubble,
                channels: [
                    "x": "createdOn", "y": "likes", "area": "parameters", "series": "modality", "key": "id",
                    "margin": "beforeRecord",
                ],
                options: ["noun": .text("models")], remarks: remarks),
            table: inline, liveTable: live.rowCount > inline.rowCount ? live : nil, totalRows: total,
            provenance: provenance, notes: notes)
    }

    /// One row a model, in the order given.
    static func table(_ models: [ModelRow]) -> Table {
        Table(
            id: "evolution",
            columns: [
                (Column("id", "Model", .modelID), .texts(models.map(\.repoID))),
                (Column("owner", "Creator", .owner), .texts(models.map(\.owner))),
                (Column("createdOn", "Published", .day), .texts(models.map { $0.createdAt?.day.description })),
                (Column("beforeRecord", "Before the record", .flag), .flags(models.map(\.isBeforeRecord))),
                (Column("likes", "Likes", .count, unit: "likes"), .integers(models.map(\.likes))),
                (Column("likesOn", "Likes counted on", .day), .texts(models.map { $0.likesOn?.description })),
                (Column("parameters", "Parameters", .parameters), .integers(models.map(\.parameters))),
                (Column("parametersFrom", "Size from", .category), .texts(models.map { $0.parametersFrom?.rawValue })),
                (Column("task", "Task", .category), .texts(models.map(\.task))),
                (Column("modality", "Modality", .category), .texts(models.map(\.modality.rawValue))),
                (Column("license", "License", .category), .texts(models.map(\.license))),
                (Column("licenseClass", "License class", .category), .texts(models.map(\.licenseClass.rawValue))),
                (Column("library", "Library", .category), .texts(models.map(\.library))),
                (
                    Column("downloads", "Downloads, 30 days", .count, unit: "downloads"),
                    .integers(models.map(\.downloads))
                ),
                (Column("base", "Based on", .modelID), .texts(models.map { $0.bases.first?.repoID })),
            ])
    }

    /// The most liked of all, the largest of those that are liked much, and the most liked that is older than the record.
    var remarks: [Remark] {
        var remarks: [Remark] = []
        let mark = { (model: ModelRow?, text: (ModelRow) -> String) in
            guard let model, !remarks.contains(where: { $0.at == model.repoID }) else { return }
            remarks.append(Remark(at: model.repoID, title: Wording.name(model.repoID), text: text(model)))
        }
        let dated = greatest.first { $0.createdAt != nil }
        mark(dated) { Format.count($0.likes ?? 0, "like") }
        mark(largest) { "\(Format.compact($0.parameters)), the largest of the \(Self.muchLiked) most liked" }
        return remarks
    }

    /// Models so near the top of the chart that a remark on one of them has a place.
    private static let muchLiked = 100

    private var largest: ModelRow? {
        greatest.prefix(Self.muchLiked).filter { $0.createdAt != nil && $0.parameters != nil }.max {
            ($0.parameters ?? 0, $1.likes ?? 0, $1.repoID) < ($1.parameters ?? 0, $0.likes ?? 0, $0.repoID)
        }
    }
}

// MARK: - What it shows and how it is computed

extension Evolution {
    private var shown: [ModelRow] { Array(greatest.prefix(Self.live)) }

    var shows: [Sentence] {
        guard !greatest.isEmpty else { return [] }
        return [
            .paragraph([
                """
                One circle is one model. The higher, the more people pressed “like”; the larger, the more parameters.
                """, unknownSizes,
            ]),
            """
            Likes gather over time, so an old model had longer to win them. That makes the height of the newest ones the \
            more telling.
            """,
        ]
    }

    private var unknownSizes: Sentence {
        let unknown = shown.count { $0.parameters == nil }
        guard unknown > 0 else { return .empty }
        return """
            An open ring is a model whose size nobody wrote down: \(number: Format.int(unknown)) of \
            \(Format.int(shown.count)).
            """
    }

    var method: [Sentence] {
        guard !greatest.isEmpty else { return [] }
        return [
            """
            Modality follows from the task that a model states, by the Hub’s own table. A model without a task is gray, never \
            guessed. Size is the number of parameters: as the weight files say, else as a list or the model’s name says; \
            the table has the source of each.
            """,
            .paragraph([beforeSentence, countedSentence, gaps]),
        ].filter { !$0.isEmpty }
    }

    private var beforeSentence: Sentence {
        let early = shown.count(where: \.isBeforeRecord)
        guard early > 0 else { return .empty }
        return """
            Dates begin on 2\u{A0}March\u{A0}2022, when the Hub began to note them: \(number: Format.int(early)) of these \
            \(Format.int(shown.count)) \(Format.noun(early, "model is", "models are")) older, the day unknown, and \
            \(early == 1 ? "stands" : "stand") in the margin at the left.
            """
    }

    /// On which days the likes were counted, when on more than one.
    private var countedSentence: Sentence {
        let days = Dictionary(grouping: shown.compactMap(\.likesOn), by: { $0 }).mapValues(\.count)
            .sorted { $0.key < $1.key }
        guard days.count > 1 else { return .empty }
        guard days.count <= 4 else {
            return """
                Likes are as last counted, between \(Format.day(days.first?.key)) and \(Format.day(days.last?.key)).
                """
        }
        let parts = days.map { "\(Format.day($0.key)) (\(Format.int($0.value)))" }
        return
            "Likes are as last counted: on \(Format.list(parts)). A count of an early day is too low for a later one."
    }

    var notes: [String] {
        let undated = shown.count { $0.createdAt == nil && !$0.isBeforeRecord }
        var notes: [String] = []
        if undated > 0 {
            notes.append("\(Format.count(undated, "model")) without a date of publication cannot be drawn.")
        }
        let sources = Dictionary(grouping: shown.compactMap(\.parametersFrom), by: { $0 }).mapValues(\.count)
        if !sources.isEmpty { notes.append("Sizes: \(SizeSources.sentence(sources)).") }
        return notes
    }
}
