import Catalog
import Core
import Report

/// Which models Spaces are built on, whole and by field.
struct SpaceUse {
    var used: [UsedModel]
    var source: SourceRow?

    static let listed = 20

    private var provenance: Provenance {
        Provenance(
            source: source?.cited ?? "Collection", rows: Format.count(used.count, "model") + " that a Space uses",
            caveat: source?.limits ?? "")
    }

    /// Nil with fewer than three models.
    var figure: Figure? {
        let top = Array(used.prefix(Self.listed))
        guard top.count > 2 else { return nil }
        let table = Table(
            id: "adoption-spaces",
            columns: [
                (Column("model", "Model", .modelID), .texts(top.map(\.model))),
                (Column("spaces", "Spaces", .count, unit: "Spaces"), .integers(top.map(\.spaces))),
            ])
        let ties = used.filter { $0.spaces == top[0].spaces }.count
        let title =
            ties > 1
            ? "\(Format.int(ties)) models share the top with \(Format.count(top[0].spaces, "Space")) each"
            : "\(Wording.name(top[0].model)) stands under \(Format.count(top[0].spaces, "Space"))"
        return Figure(
            id: "adoption-spaces", role: .main,
            chart: Chart(
                .bars, channels: ["label": "model", "value": "spaces"],
                options: ["noun": .text("Spaces"), "names": .flag(true), "most": .number(Double(Self.listed))]),
            table: table, totalRows: used.count, title: title,
            subtitle: "Models by how many Spaces use them, the greatest \(Format.int(top.count)).",
            provenance: provenance)
    }

    /// The most used models of each field; nil without any.
    var table: TitledTable? {
        let fields: [(String, String, (UsedModel) -> Bool)] =
            Modality.allCases.map { modality in
                (modality.name, "the Hub", { Modality(task: $0.task) == modality })
            }
            + StudyField.allCases.map { field in
                (
                    Modality(rawValue: field.rawValue)?.name ?? field.rawValue, "the study",
                    { field.holds(task: $0.task, tags: $0.tags) }
                )
            }
        let rows = fields.compactMap { name, scheme, holds in
            let models = used.filter(holds)
            return models.isEmpty ? nil : (name: name, scheme: scheme, models: models)
        }
        guard !rows.isEmpty else { return nil }
        return TitledTable(
            id: "adoption-used", title: "What Spaces are built on, by field",
            text: "Models that a Space uses, and the three that most use. \(source?.limits ?? "")",
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
                                $0.models.prefix(3).map { "\($0.model) (\(Format.int($0.spaces)))" }.joined(
                                    separator: ", ")
                            })
                    ),
                ]))
    }
}
