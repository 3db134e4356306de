import Catalog
import Core
import Report

extension Race {
    /// Rows that stand in the page.
    static let inline = 500
    /// Rows that are loaded after it.
    static let live = 20_000

    /// What the script reads of a race: one row a racer and date. Nobody's missing count has a row.
    private struct Row {
        var source: String
        var by: RaceSource.By
        var racer: Racer
        var date: RaceDate
        var count: Int
    }

    var figure: Figure {
        let all = rows
        let table = Self.table(inlineRows)
        return Figure(
            id: "race", role: .main,
            chart: Chart(.race, channels: ["x": "date", "series": "name", "value": "count"], options: options),
            table: table, liveTable: Self.table(Array(all.prefix(Self.live))), totalRows: all.count,
            provenance: provenance(of: races), notes: notes)
    }

    private var rows: [Row] {
        races.flatMap { source in source.tracks.flatMap { rows(source, $0.by, $0.racers, source.dates.indices) } }
    }

    /// The first race alone, of as many of its last dates as leave room for the greatest 25.
    private var inlineRows: [Row] {
        guard let source = races.first, let track = source.tracks.first else { return [] }
        let dates = source.dates.indices.suffix(20)
        let late = track.racers.map { racer in
            Racer(name: racer.name, modality: racer.modality, counts: dates.map { racer.counts[$0] })
        }
        let racers = RaceSource.greatest(late, most: Self.inline / dates.count)
        let names = Set(racers.map(\.name))
        return rows(source, track.by, track.racers.filter { names.contains($0.name) }, dates)
    }

    private func rows(_ source: RaceSource, _ by: RaceSource.By, _ racers: [Racer], _ dates: Range<Int>) -> [Row] {
        racers.flatMap { racer in
            dates.compactMap { place in
                racer.counts[place].map {
                    Row(source: source.key, by: by, racer: racer, date: source.dates[place], count: $0)
                }
            }
        }
    }

    private static func table(_ rows: [Row]) -> Table {
        Table(
            id: "race",
            columns: [
                (Column("source", "Source", .category), .texts(rows.map(\.source))),
                (Column("by", "By", .category), .texts(rows.map(\.by.rawValue))),
                (Column("name", "Name", .text), .texts(rows.map(\.racer.name))),
                (Column("modality", "Modality", .category), .texts(rows.map(\.racer.modality.rawValue))),
                (Column("date", "Date", .text), .texts(rows.map(\.date.text))),
                (Column("count", "Count", .count), .integers(rows.map(\.count))),
                (Column("posts", "Posts of the month", .count), .integers(rows.map(\.date.posts))),
            ])
    }

    private var options: [String: Chart.Option] {
        func told(_ value: (RaceSource) -> String) -> Chart.Option {
            .table(Dictionary(uniqueKeysWithValues: races.map { ($0.key, value($0)) }))
        }
        let notes = races.flatMap { source in source.dates.map { ("\(source.key)|\($0.text)", $0.note) } }
        return [
            "summed": .flag(true), "sources": .texts(races.map(\.key)), "titles": told(\.title), "nouns": told(\.noun),
            "places": told(\.place),
            "bys": told { $0.tracks.map(\.by.rawValue).joined(separator: " ") },
            "rates": .texts(races.filter(\.hasPosts).map(\.key)),
            "notes": .table(Dictionary(notes.filter { !$0.1.isEmpty }, uniquingKeysWith: { first, _ in first })),
        ]
    }

    func provenance(of races: [RaceSource]) -> Provenance {
        let keys = Set(races.map(\.key))
        let hub = !keys.isDisjoint(with: ["downloads", "likes"])
        let used = sources.filter { keys.contains($0.key) || hub && $0.subject == .models }
        let told = used.filter { $0.subject == .mentions } + used.filter { $0.subject != .mentions }
        var rows: [String] = []
        if told.contains(where: { $0.subject == .mentions }) {
            rows.append("monthly counts of \(Format.count(families, "family", "families"))")
        }
        if hub { rows.append("counts of \(Format.count(models, "model"))") }
        // The widest list tells whether the models here are all that there were.
        let isSelection = hub && used.contains { $0.subject == .models && $0.rows > models }
        let caveats = [
            told.first { $0.subject == .mentions }?.limits ?? "",
            isSelection ? "The models of downloads and likes are a selection, not the whole Hub." : "",
        ]
        return Provenance(
            source: told.map { "\($0.cited) (\($0.license ?? "no license stated"))" }.joined(separator: "; "),
            rows: rows.joined(separator: " and "), caveat: caveats.filter { !$0.isEmpty }.joined(separator: " "))
    }

    /// What is wrong with the numbers, a sentence each.
    private var notes: [String] {
        var notes = races.flatMap { source in [missingMonths(source), thinMonths(source)].compactMap(\.self) }
        if let worst = disbelieved.first {
            let others = disbelievedCount - 1
            notes.append(
                "The \(Format.int(worst.downloads)) downloads of \(worst.repoID) on \(Format.day(worst.day)) fell to less than a "
                    + "hundredth by the next count: they are not believed and left out"
                    + (others > 0
                        ? ", and so \(others == 1 ? "is" : "are") \(Format.count(others, "more count"))." : "."))
        }
        if !makerless.isEmpty {
            notes.append(
                "\(Format.list(makerless)) \(makerless.count == 1 ? "has" : "have") several makers and \(makerless.count == 1 ? "is" : "are") in no maker’s sum."
            )
        }
        return notes
    }

    private func missingMonths(_ source: RaceSource) -> String? {
        let months = source.dates.compactMap { Month($0.text) }
        guard let first = months.first, let last = months.last, months.count == source.dates.count else { return nil }
        let missing = (0...first.distance(to: last)).map { first.advanced(by: $0) }.filter { !months.contains($0) }
        guard !missing.isEmpty else { return nil }
        let words = missing.count > 4 ? "\(missing.count) months" : Format.list(missing.map { Format.month($0) })
        return "\(source.title): \(words) \(missing.count == 1 ? "is" : "are") missing, not zero."
    }

    private func thinMonths(_ source: RaceSource) -> String? {
        guard source.hasPosts else { return nil }
        let thin = source.dates.filter { $0.posts! < RaceStory.solidPosts }
        guard !thin.isEmpty else { return nil }
        let words = thin.count > 4 ? "\(thin.count) months" : Format.list(thin.map { RaceWords.date($0.text) })
        return "\(source.title): \(words) \(thin.count == 1 ? "has" : "have") fewer than "
            + "\(Format.int(RaceStory.solidPosts)) posts, where one mention moves a bar far."
    }
}
