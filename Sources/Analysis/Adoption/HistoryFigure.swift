import Catalog
import Censuses
import Core
import Report

/// How concentrated it was on each day of which a whole list is known.
struct HistoryFigure {
    var shares: [OwnerShares]

    /// Nil with fewer than two days.
    var figure: Figure? {
        var rows: [(series: String, day: Day, value: Double)] = []
        let lines: [(String, (OwnerShares) -> Double?)] = [
            ("downloads by owner", \.downloads), ("likes by owner", \.likes), ("models by owner", \.repos),
            ("downloads by country", \.countryIndex), ("likes by country", \.likesCountryIndex),
        ]
        for (name, value) in lines {
            let points = shares.compactMap { share in value(share).map { (name, share.census.source.day, $0) } }
            if points.count > 1 { rows += points }
        }
        guard !rows.isEmpty, let last = shares.last else { return nil }
        let table = Table(
            id: "adoption-owners",
            columns: [
                (Column("series", "Line", .text), .texts(rows.map(\.series))),
                (Column("x", "Day", .day), .texts(rows.map(\.day.description))),
                (Column("y", "Herfindahl index", .number), .numbers(rows.map { ($0.value * 1e4).rounded() / 1e4 })),
            ])
        return Figure(
            id: "adoption-owners", role: .main,
            chart: Chart(
                .curves, channels: ["x": "x", "y": "y", "series": "series"],
                options: [
                    "scales": .table(["": "time log"]), "xLabels": .table(["": ""]),
                    "yLabels": .table(["": "Herfindahl index (log), up to 1: one has all"]),
                    "styles": .table([
                        "downloads by owner": "accent", "downloads by country": "dash",
                        "likes by country": "faint dotted",
                    ]),
                    "labels": .text("end"), "points": .flag(true),
                ]),
            table: table, totalRows: rows.count, title: title,
            subtitle:
                "Sum of squared shares on the days of which the whole list of models is known\(unknownPlaces(last)).",
            provenance: Provenance(
                source: shares.map { "\($0.census.source.title), \(Format.day($0.census.source.day))" }
                    .joined(separator: "; "),
                rows: Format.count(last.census.rows, last.census.noun) + " on the last day",
                caveat: last.doubted == nil ? "" : "One counter that is not believed is left out."))
    }

    /// What countries leave out.
    private func unknownPlaces(_ last: OwnerShares) -> String {
        guard let unknown = last.byCountry.first(where: { $0.code == nil }), last.countryIndex != nil else { return "" }
        return
            "; owners without a known place, last with \(Format.percent(unknown.share)) of downloads, are one country"
    }

    /// How many owners of one size have an index: "12 owners".
    private func owners(_ index: Double) -> String { Format.count(max(1, Int((1 / index).rounded())), "owner") }

    private var title: String {
        let downloads = shares.compactMap { share in share.downloads.map { (share.census.source.day, $0) } }
        guard let first = downloads.first, let last = downloads.last, downloads.count > 1 else {
            return "How concentrated the Hub is"
        }
        let index = "Herfindahl index \(Format.decimal(first.1, digits: 3)), then \(Format.decimal(last.1, digits: 3))"
        let (from, to) = (owners(first.1), owners(last.1))
        return switch Wording.direction(from: first.1, to: last.1, factor: 1.25) {
        case .rising: "Downloads became more concentrated: as if \(from) of one size had them, then \(to) (\(index))"
        case .falling: "Downloads spread over more owners: as if \(from) of one size had them, then \(to) (\(index))"
        case .steady: "Downloads stayed as concentrated as they were: as if \(from) of one size had them (\(index))"
        }
    }
}
