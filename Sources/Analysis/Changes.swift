import Catalog
import Core
import Report

/// What changed between the last two days that models were counted on.
package struct Changes: Equatable {
    /// The two days; nil when there were not two.
    var first: Day?
    var second: Day?
    /// Published after the first day, most liked on the second.
    var newcomers: [ObservedModel] = []
    /// Older, with the most likes won in between.
    var risers: [ObservedModel] = []
    /// A download counter that fell by more than 99 % from a million or more, the greatest such fall.
    var broken: BrokenCounter?

    /// What the later day's list leaves out; nil when it is whole.
    var caveat: String?

    /// How many rows a list of changes shows.
    package static let shown = 6

    /// The two titled tables, and the counter if one broke.
    var tables: [TitledTable] {
        guard let first, let second else { return broken.map { [$0.table] } ?? [] }
        let said = { (text: String) in [text, caveat].compactMap(\.self).joined(separator: " ") }
        var tables: [TitledTable] = []
        if !newcomers.isEmpty {
            tables.append(
                TitledTable(
                    id: "changes-new", title: "New, and at once loved",
                    text: said("Published after \(Format.day(first))."),
                    table: newTable))
        }
        if !risers.isEmpty {
            tables.append(
                TitledTable(
                    id: "changes-rising", title: "Old, and still rising",
                    text: said("Likes won from \(Format.day(first)) to \(Format.day(second))."),
                    table: risingTable))
        }
        return tables + (broken.map { [$0.table] } ?? [])
    }

    private var newTable: Table {
        Table(
            id: "changes-new",
            columns: [
                (Column("id", "Model", .modelID), .texts(newcomers.map(\.repoID))),
                (Column("modality", "Modality", .category), .texts(newcomers.map(\.modality.rawValue))),
                (Column("createdOn", "Published", .day), .texts(newcomers.map { $0.createdOn?.description })),
                (Column("likes", "Likes", .count), .integers(newcomers.map(\.likesAfter))),
            ])
    }

    private var risingTable: Table {
        Table(
            id: "changes-rising",
            columns: [
                (Column("id", "Model", .modelID), .texts(risers.map(\.repoID))),
                (Column("modality", "Modality", .category), .texts(risers.map(\.modality.rawValue))),
                (Column("likes", "Likes", .count), .integers(risers.map(\.likesAfter))),
                (Column("gain", "Gained", .count), .integers(risers.map(\.gain))),
            ])
    }
}

extension ObservedModel {
    /// Likes won; nil where one of the counts is missing.
    var gain: Int? { likesBefore.flatMap { before in likesAfter.map { $0 - before } } }
}

extension BrokenCounter {
    /// A sentence and its two numbers.
    var table: TitledTable {
        TitledTable(
            id: "changes-broken", title: "A counter broke", text: sentence,
            table: Table(
                id: "changes-broken",
                columns: [
                    (Column("day", "Counted on", .day), .texts([before.day.description, after.day.description])),
                    (
                        Column("downloads", "Downloads, 30 days", .count),
                        .integers([before.downloads, after.downloads])
                    ),
                ]))
    }

    var sentence: String {
        let lost = Format.percent(1 - Double(after.downloads ?? 0) / Double(max(1, before.downloads ?? 1)))
        return """
            On \(Format.day(before.day)) \(repoID) was said to have \(Format.compact(before.downloads)) downloads \
            in 30 days. By \(Format.day(after.day)) it had lost \(lost) of them. Marked, not believed, and not smoothed away.
            """
    }
}
