import Core
import Report

extension WorldMap {
    /// The greatest countries and what nobody can place, small, for the front page; nil where no place is known.
    var story: Figure? {
        guard countries.known.models > 0, let leader = countries.leaders(by: \.models).first else { return nil }
        let first = countries.countries.prefix(4)
        let rest =
            tally.total.models - first.reduce(0) { $0 + $1.sums.models }
            - countries.unknown.models - countries.seatless.models
        let ends = [("all other countries", rest), ("unknown", countries.unknown.models + countries.seatless.models)]
            .filter { $0.1 > 0 }
        let labels = first.map { CountryNames.name($0.code) } + ends.map(\.0)
        let counts = first.map(\.sums.models) + ends.map(\.1)
        let total = Double(tally.total.models)
        let table = Table(
            id: "home-map",
            columns: [
                (Column("country", "Country", .text), .texts(labels)),
                (Column("models", "Models", .count, unit: "models"), .integers(counts)),
                (Column("share", "Share of models", .share), .numbers(counts.map { Double($0) / total })),
            ])
        let share = Format.percent(Double(leader.sums.models) / Double(countries.known.models))
        return Figure(
            id: "home-map", role: .story,
            chart: Chart(
                .bars, channels: ["label": "country", "value": "share"],
                options: ["noun": .text("models"), "last": .texts(ends.map(\.0))]),
            table: table, totalRows: labels.count,
            title: "Of the models with a known place, \(share) come from \(CountryNames.inProse(leader.code))",
            subtitle: "Models \(place), by their maker’s country", provenance: provenance,
            opens: PageLink(page: "map", text: "Where are models made?"))
    }
}
