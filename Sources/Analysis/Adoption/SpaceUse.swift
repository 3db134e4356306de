import Catalog
import Core
import Report

/// Which models Spaces are built on, whole and by field.
struct SpaceUse {
    var used: [UsedModel]
    var source: SourceRow?

    static let listed = 20
    /// A single answer of the Hub about a model names so many Spaces at most; lists of Spaces have no such bound.
    static let mostNamed = 100

    /// Models that somebody chose, not all that Spaces use.
    private var isSelection: Bool { source?.coverage == .selection }

    /// Whose count may be greater than it is told.
    private func isBounded(_ model: UsedModel) -> Bool { isSelection && model.spaces >= Self.mostNamed }

    private var provenance: Provenance {
        Provenance(
            source: source?.cited ?? "Collection", rows: Format.count(used.count, "model") + " that a Space uses",
            caveat: source?.limits ?? "")
    }

    /// Models of all fields, or of one.
    private struct Group {
        var id: String
        var name: String
        var models: [UsedModel]
    }

    /// Every field by either list of fields that has models.
    private var fields: [(id: String, name: String, scheme: String, models: [UsedModel])] {
        let hub = Modality.allCases.map { modality in
            ("\(modality.rawValue)-hub", modality.name, "the Hub", used.filter { Modality(task: $0.task) == modality })
        }
        let study = StudyField.allCases.map { field in
            (
                "\(field.rawValue)-study", field.name, "the study",
                used.filter { field.holds(task: $0.task, tags: $0.tags) }
            )
        }
        return (hub + study).filter { !$0.3.isEmpty }
    }

    /// All models, and each field that has three or more of them. Nil with fewer than three models.
    var figure: Figure? {
        guard used.count > 2 else { return nil }
        let groups =
            [Group(id: "all", name: "all models", models: used)]
            + fields.filter { $0.models.count > 2 }.map {
                Group(id: $0.id, name: "\($0.name), by \($0.scheme)", models: $0.models)
            }
        func word(_ text: (Group) -> String) -> Chart.Option {
            .table(Dictionary(uniqueKeysWithValues: groups.map { ($0.id, text($0)) }))
        }
        return Figure(
            id: "adoption-spaces", role: .main,
            chart: Chart(
                .bars, channels: ["label": "model", "value": "spaces", "group": "group"],
                options: [
                    "groups": .texts(groups.map(\.id)), "groupLabel": .text("Of"), "names": word(\.name),
                    "titles": word(title), "subtitles": word(subtitle), "rank": .flag(true),
                    "most": .number(Double(Self.listed)),
                ]),
            table: table([groups[0]]), liveTable: groups.count > 1 ? table(groups) : nil,
            totalRows: groups.reduce(0) { $0 + min(Self.listed, $1.models.count) }, provenance: provenance,
            notes: used.contains(where: isBounded) ? [Self.bound] : [])
    }

    private static let bound = "\(mostNamed) Spaces stand for \(mostNamed) or more: a single answer names no more."

    private func table(_ groups: [Group]) -> Table {
        let rows = groups.flatMap { group in group.models.prefix(Self.listed).map { (id: group.id, model: $0) } }
        return Table(
            id: "adoption-spaces",
            columns: [
                (Column("group", "Field", .category), .texts(rows.map(\.id))),
                (Column("model", "Model", .modelID), .texts(rows.map(\.model.model))),
                (Column("spaces", "Spaces", .count, unit: "Spaces"), .integers(rows.map(\.model.spaces))),
            ])
    }

    private func title(_ group: Group) -> String {
        let most = group.models[0].spaces
        let ties = group.models.count { $0.spaces == most }
        if isSelection { return title(among: group, most, ties) }
        return ties > 1
            ? "\(Format.capitalized(Format.words(ties))) models share the top with \(Format.count(most, "Space")) each"
            : "\(Wording.name(group.models[0].model)) stands under \(Format.count(most, "Space"))"
    }

    /// Of a selection the first is the first of few, and at the bound of an answer nobody knows which is first.
    private func title(among group: Group, _ most: Int, _ ties: Int) -> String {
        let among = "Of \(Format.count(group.models.count, "selected model"))"
        if isBounded(group.models[0]) {
            return
                "\(among), \(Format.words(ties)) \(ties == 1 ? "stands" : "stand") under \(Format.int(most)) Spaces or more"
        }
        return ties > 1
            ? "\(among), \(Format.words(ties)) share the top with \(Format.count(most, "Space")) each"
            : "\(among), \(Wording.name(group.models[0].model)) stands under most Spaces, \(Format.int(most))"
    }

    private func subtitle(_ group: Group) -> String {
        let count = group.models.count
        let shown = count > Self.listed ? ", the greatest \(Self.listed) of \(Format.int(count))" : ""
        let field = group.id == "all" ? "" : " (\(group.name))"
        return "Models\(field) by how many Spaces use them\(shown).\(isSelection ? " " + (source?.limits ?? "") : "")"
    }

    /// "1,204", "100 or more".
    private func countedWords(_ model: UsedModel) -> String {
        Format.int(model.spaces) + (isBounded(model) ? " or more" : "")
    }

    /// The most used models of each field; nil without any.
    var table: TitledTable? {
        let rows = fields
        guard !rows.isEmpty else { return nil }
        return TitledTable(
            id: "adoption-used", title: "What Spaces are built on, by field",
            text: [
                "Models that a Space uses, and the three that most use.", source?.limits ?? "",
                used.contains(where: isBounded) ? "Uses are sums of these, so they may be more." : "",
            ].filter { !$0.isEmpty }.joined(separator: " "),
            table: Table(
                id: "adoption-used",
                columns: [
                    (Column("field", "Field", .text), .texts(rows.map(\.name))),
                    (Column("scheme", "By", .text), .texts(rows.map(\.scheme))),
                    (Column("models", "Models", .count), .integers(rows.map(\.models.count))),
                    (
                        Column("spaces", "Uses", .count),
                        .integers(rows.map { $0.models.reduce(0) { $0 + $1.spaces } })
                    ),
                    (
                        Column("top", "Most used", .text),
                        .texts(
                            rows.map {
                                $0.models.prefix(3).map { "\($0.model) (\(countedWords($0)))" }.joined(separator: ", ")
                            })
                    ),
                ]))
    }
}
