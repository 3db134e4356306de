import Catalog
import Core
import Report

extension Race {
    /// First, last and greatest date of each racer of the first race; nil without one.
    var spans: TitledTable? {
        guard let story else { return nil }
        let source = story.source
        let spans = story.racers.map { Span($0, story) }.sorted { ($1.total, $0.name) < ($0.total, $1.name) }
        let noun = Format.capitalized(source.noun)
        var columns: [(Column, Values)] = [
            (Column("name", "Family", .text), .texts(spans.map(\.name))),
            (Column("total", noun, .count), .integers(spans.map(\.total))),
            (Column("first", "First", .text), .texts(spans.map { RaceWords.date(source.dates[$0.first].text) })),
            (Column("last", "Last", .text), .texts(spans.map { RaceWords.date(source.dates[$0.last].text) })),
            (Column("peak", "Most", .text), .texts(spans.map { RaceWords.date(source.dates[$0.peak].text) })),
            (Column("most", "\(noun) then", .count), .integers(spans.map(\.most))),
        ]
        if source.hasPosts {
            columns.append((Column("rate", "Of 10,000 then", .number), .numbers(spans.map(\.rate))))
        }
        return TitledTable(
            id: "race-spans", title: "First, last and greatest month",
            text: """
                \(source.title), the \(Format.count(spans.count, "family", "families")) with any from \
                \(RaceWords.date(source.dates.first!.text)) to \(RaceWords.date(source.dates.last!.text)). First and last are \
                those of these counts; a family may be older.
                """,
            table: Table(id: "race-spans", columns: columns))
    }
}

extension Race {
    /// So many families have a panel of their own.
    static let panels = 12

    /// The families that were named most, a line each; nil without a race of three dates.
    var lines: Figure? {
        guard let story, story.source.dates.count > 2 else { return nil }
        let source = story.source
        let dates = source.dates.indices.suffix(Self.inline / Self.panels)
        let racers = story.racers.sorted { (Span($1, story).total, $0.name) < (Span($0, story).total, $1.name) }
            .prefix(Self.panels)
        let rows = racers.flatMap { racer in
            dates.compactMap { date in story.value(racer, at: date).map { (racer: racer, date: date, value: $0) } }
        }
        let unit = source.hasPosts ? "\(source.noun) in 10,000 posts" : source.noun
        let table = Table(
            id: "race-lines",
            columns: [
                (Column("name", "Family", .text), .texts(rows.map(\.racer.name))),
                (Column("modality", "Modality", .category), .texts(rows.map(\.racer.modality.rawValue))),
                (Column("date", "Date", .text), .texts(rows.map { source.dates[$0.date].text })),
                (Column("value", Format.capitalized(unit), .number), .numbers(rows.map(\.value))),
                (
                    Column("count", Format.capitalized(source.noun), .count),
                    .integers(rows.map { $0.racer.counts[$0.date] })
                ),
            ])
        return Figure(
            id: "race-lines", role: .main,
            chart: Chart(
                .multiples, channels: ["x": "date", "series": "name", "value": "value", "color": "modality"],
                options: ["unit": .text(unit), "one": .text("family"), "noun": .text("families")]),
            table: table, totalRows: table.rowCount, provenance: provenance(of: [source]))
    }
}

/// When somebody was counted at first, at last and most.
private struct Span {
    var name: String
    var total = 0
    var first = 0
    var last = 0
    var peak = 0
    var most = 0
    var rate: Double?

    /// - Precondition: the racer has a count above zero, as every racer of a track has.
    init(_ racer: Racer, _ story: RaceStory) {
        name = racer.name
        total = racer.counts.reduce(0) { $0 + ($1 ?? 0) }
        let counted = racer.counts.indices.filter { (racer.counts[$0] ?? 0) > 0 }
        first = counted.first ?? 0
        last = counted.last ?? 0
        // The greatest share; of equal ones the first.
        peak = counted.max { (story.value(racer, at: $0)!, $1) < (story.value(racer, at: $1)!, $0) } ?? 0
        most = racer.counts[peak] ?? 0
        rate = story.source.hasPosts ? story.value(racer, at: peak).map { ($0 * 10).rounded() / 10 } : nil
    }
}
