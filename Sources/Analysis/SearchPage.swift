import Catalog
import Core
import Report

/// Which model do I need? The page's script answers that; what stands here is what the page says before any script, and
/// without one: the most downloaded models as a list, and those whose likes rose most.
struct SearchPage {
    /// Models in the catalog.
    var total: Int
    /// Most downloaded first.
    var mostDownloaded: [ModelRow]
    var changes: Changes

    /// As many as the list has.
    package static let shown = 50

    var page: Page {
        Page(
            id: "search", name: "Search", plate: 0, question: "Which model do I need?", lede: lede,
            tables: [downloadsTable, risingTable].compactMap(\.self))
    }
}

extension SearchPage {
    var lede: Sentence {
        guard total > 0 else { return "Nothing is collected yet: there is no model to find." }
        return """
            \(number: Format.count(total, "model")) by name, by what they are for, by license, by what fits your computer.
            """
    }

    private var downloadsTable: TitledTable? {
        guard !mostDownloaded.isEmpty else { return nil }
        let models = mostDownloaded
        return TitledTable(
            id: "downloads", title: "The most downloaded models", text: counted,
            table: Table(
                id: "downloads",
                columns: [
                    (Column("id", "Model", .modelID), .texts(models.map(\.repoID))),
                    (Column("modality", "Modality", .category), .texts(models.map(\.modality.rawValue))),
                    (Column("task", "Task", .category), .texts(models.map(\.task))),
                    (Column("license", "License", .category), .texts(models.map(\.license))),
                    (Column("parameters", "Parameters", .parameters), .integers(models.map(\.parameters))),
                    (Column("downloads", "Downloads, 30 days", .count), .integers(models.map(\.downloads))),
                    (Column("likes", "Likes", .count), .integers(models.map(\.likes))),
                ]))
    }

    /// On which days the downloads were counted.
    private var counted: String {
        let days = mostDownloaded.compactMap { row in row.observations.last { $0.downloads != nil }?.day }
        guard let first = days.min(), let last = days.max() else { return "Downloads of 30 days." }
        let when =
            first == last
            ? "on \(Format.day(last))" : "as last counted, between \(Format.day(first)) and \(Format.day(last))"
        return "Downloads of 30 days, \(when)."
    }

    /// As the first page has it, under an id of its own.
    private var risingTable: TitledTable? {
        guard var rising = changes.tables.first(where: { $0.id == "changes-rising" }) else { return nil }
        rising.id = "rising"
        rising.table.id = "rising"
        rising.title = "Rising"
        return rising
    }
}
