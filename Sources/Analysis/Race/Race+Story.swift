import Core
import Report

extension Race {
    /// The six that stand highest on the last date, small, for the front page; nil where nobody was counted then.
    var storyFigure: Figure? {
        guard let story, let last = story.source.dates.indices.last, let leader = story.leader(at: last) else {
            return nil
        }
        let rows = story.racers.compactMap { racer in story.value(racer, at: last).map { (racer: racer, value: $0) } }
            .filter { $0.value > 0 }.sorted { ($1.value, $0.racer.name) < ($0.value, $1.racer.name) }.prefix(6)
        let source = story.source
        let what = source.hasPosts ? "posts of 10,000 \(source.place) that name it" : source.noun
        let table = Table(
            id: "home-race",
            columns: [
                (Column("name", "Family", .text), .texts(rows.map(\.racer.name))),
                (
                    Column("value", Format.capitalized(what), .number),
                    .numbers(rows.map { ($0.value * 10).rounded() / 10 })
                ),
            ])
        let ahead = rows.count > 1 ? rows[0].value / rows[1].value : 1
        let lead = ahead < 2 ? "" : ": \(Self.times(ahead)) \(rows[1].racer.name)"
        let text = source.dates[last].text
        let date = Month(text).map { Format.month($0) } ?? Day(text).map { Format.day($0) } ?? text
        return Figure(
            id: "home-race", role: .story,
            chart: Chart(
                .bars, channels: ["label": "name", "value": "value"],
                options: ["noun": .text(source.noun)]), table: table, totalRows: rows.count,
            title: "\(leader.name) leads in \(date)\(lead)", subtitle: "\(Format.capitalized(what)), \(date)",
            provenance: provenance(of: [source]), opens: PageLink(page: "race", text: "Who is talked about?"))
    }

    /// 2.4 → "twice", 4.2 → "four times".
    private static func times(_ ratio: Double) -> String {
        ratio < 2.5 ? "twice" : "\(Format.words(Int(ratio.rounded()))) times"
    }
}
