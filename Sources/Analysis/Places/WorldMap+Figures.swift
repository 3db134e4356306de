import Catalog
import Core
import Report

extension WorldMap {
    /// Rows in the page, and in the shard that is fetched after the first paint.
    private static let inline = 500
    private static let live = 20_000
    private static let barCount = 15

    var map: Figure {
        let totals = PlaceRows.totals(tally, limit: Self.inline)
        let byMonth = PlaceRows.byMonth(tally, limit: Self.live)
        var options: [String: Chart.Option] = [
            "measures": .texts(measures),
            // The page's own rows are sums of the shard's: they leave nothing out.
            "summed": .flag(true),
            "of": .text(place),
        ]
        if let span = tally.span, span.lowerBound < span.upperBound {
            options["from"] = .text(span.lowerBound.description)
            options["to"] = .text(span.upperBound.description)
        }
        return Figure(
            id: "map", role: .main,
            chart: Chart(
                .world,
                channels: [
                    "key": "community", "country": "country", "x": "longitude", "y": "latitude", "month": "month",
                ],
                options: options),
            table: totals.table(id: "map"), liveTable: byMonth.table(id: "map"), totalRows: byMonth.count,
            provenance: provenance, notes: notes(totals, byMonth))
    }

    /// What the map can be drawn by: what anybody has any of.
    private var measures: [String] {
        [
            ("models", tally.total.models), ("downloads", tally.total.downloads), ("likes", tally.total.likes),
            ("followers", tally.places.reduce(0) { max($0, $1.community.followers ?? 0) }),
        ].filter { $0.1 > 0 }.map(\.0)
    }

    private func notes(_ totals: PlaceRows, _ byMonth: PlaceRows) -> [String] {
        var notes: [String] = []
        if totals.apart < tally.places.count, byMonth.apart < tally.places.count {
            notes.append(
                """
                The \(Format.int(byMonth.apart)) communities with most models are drawn one by one, the others together, a \
                circle a country.
                """)
        }
        if byMonth.step > 1 {
            notes.append(
                "Time goes by \(byMonth.step == 3 ? "quarters" : "years"): finer steps are more rows than a page bears."
            )
        }
        let undated = (tally.places.map(\.months) + [tally.unknown.months]).reduce(0) { $0 + ($1[nil]?.models ?? 0) }
        if undated > 0 {
            notes.append(
                """
                \(Format.count(undated, "model")) \(undated == 1 ? "was" : "were") published before the Hub noted dates, or at a \
                time nobody knows, and \(undated == 1 ? "counts" : "count") from the beginning.
                """)
        }
        return notes
    }

    /// The greatest countries, the others together, then what has no country.
    var bars: Figure {
        let first = countries.countries.prefix(Self.barCount)
        let others = countries.countries.dropFirst(Self.barCount)
        let rest = others.reduce(PlaceTally.Sums()) { $0 + $1.sums }
        var labels = first.map { CountryNames.name($0.code) }
        var sums = first.map(\.sums)
        let ends: [(label: String, sums: PlaceTally.Sums)] = [
            (others.count == 1 ? "1 other country" : "\(Format.int(others.count)) other countries", rest),
            ("No one place", countries.seatless), ("Unknown place", countries.unknown),
        ].filter { $0.1.models > 0 }
        labels += ends.map(\.label)
        sums += ends.map(\.sums)
        let share = sums.map { Double($0.models) / Double(tally.total.models) }
        let table = Table(
            id: "map-countries",
            columns: [
                (Column("country", "Country", .text), .texts(labels)),
                (Column("models", "Models", .count, unit: "models"), .integers(sums.map(\.models))),
                (Column("share", "Share of models", .share), .numbers(share)),
                (Column("downloads", "Downloads", .count), .integers(sums.map(\.downloads))),
                (Column("likes", "Likes", .count), .integers(sums.map(\.likes))),
            ])
        return Figure(
            id: "map-countries", role: .main,
            chart: Chart(
                .bars, channels: ["label": "country", "value": "models", "share": "share"],
                options: ["noun": .text("models"), "last": .texts(ends.map(\.label))]),
            table: table, totalRows: labels.count, title: barsTitle,
            subtitle: "Models by the country of the community that published them, and their share of all.",
            provenance: provenance)
    }

    private var barsTitle: String? {
        guard let leader = countries.leaders(by: \.models).first, tally.total.models > 0 else { return nil }
        let share = { (n: Int) in Format.percent(Double(n) / Double(tally.total.models)) }
        let unknown = countries.unknown.models + countries.seatless.models
        let known = "Models from \(CountryNames.inProse(leader.code)) are \(share(leader.sums.models)) of all"
        return unknown > leader.sums.models ? known + ", those without a known place \(share(unknown))" : known
    }

    /// Every country with a community.
    var table: TitledTable {
        let rows = countries.countries
        let shares = { (key: KeyPath<PlaceTally.Sums, Int>) in
            Values.numbers(
                rows.map { row in
                    let known = countries.known[keyPath: key]
                    return known == 0 ? nil : Double(row.sums[keyPath: key]) / Double(known)
                })
        }
        return TitledTable(
            id: "every-country", title: "Countries with a community",
            text: "Shares are of what has a known place.",
            table: Table(
                id: "countries",
                columns: [
                    (Column("country", "Country", .text), .texts(rows.map { CountryNames.name($0.code) })),
                    (Column("code", "Code", .category), .texts(rows.map(\.code))),
                    (Column("communities", "Communities", .count), .integers(rows.map(\.communities))),
                    (Column("models", "Models", .count), .integers(rows.map(\.sums.models))),
                    (Column("modelShare", "Share of models", .share), shares(\.models)),
                    (Column("downloads", "Downloads", .count), .integers(rows.map(\.sums.downloads))),
                    (Column("downloadShare", "Share of downloads", .share), shares(\.downloads)),
                    (Column("likes", "Likes", .count), .integers(rows.map(\.sums.likes))),
                ]))
    }
}
