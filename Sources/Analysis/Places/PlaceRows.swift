import Catalog
import Core
import Report

/// The rows that the map draws: one a community and month, then what has no place.
///
/// Where there are more than a page can bear, months become quarters and years, and the smallest communities of a country one
/// row: nothing is left out of a sum.
struct PlaceRows {
    /// A community, the small ones of a country together, or what has no known community at all.
    fileprivate struct Group {
        var community: CommunityRow
        var country: String?
        var months: PlaceTally.Months
    }

    fileprivate struct Row {
        var community: CommunityRow
        var country: String?
        var status: String
        var month: Month?
        var sums: PlaceTally.Sums
    }

    fileprivate var rows: [Row] = []
    /// How many communities have rows of their own.
    private(set) var apart: Int
    /// Months between two steps of time; 0 for no time at all.
    private(set) var step: Int

    /// One row a community, over all time.
    static func totals(_ tally: PlaceTally, limit: Int) -> PlaceRows {
        let all = PlaceRows(tally, apart: tally.places.count, step: 0)
        // A country each for the rest: the standard has 249.
        return all.rows.count <= limit ? all : PlaceRows(tally, apart: max(0, limit - 251), step: 0)
    }

    /// As many communities and as fine steps of time as fit.
    static func byMonth(_ tally: PlaceTally, limit: Int) -> PlaceRows {
        var apart = tally.places.count
        while true {
            for step in [1, 3, 12] {
                let rows = PlaceRows(tally, apart: apart, step: step)
                if rows.rows.count <= limit || (apart == 0 && step == 12) { return rows }
            }
            apart /= 2
        }
    }

    private init(_ tally: PlaceTally, apart: Int, step: Int) {
        self.apart = min(apart, tally.places.count)
        self.step = step
        var groups = tally.places.prefix(apart).map {
            Group(community: $0.community, country: $0.community.place.country, months: $0.months)
        }
        groups += Self.folded(tally.places.dropFirst(apart))
        groups.append(Self.unknown(tally.unknown))
        rows = groups.flatMap { $0.rows(step: step) }
    }

    private static func unknown(_ unknown: PlaceTally.Unknown) -> Group {
        var owners = CommunityRow(name: "")
        owners.fullName =
            "\(Format.count(unknown.owners, "owner")) that \(unknown.owners == 1 ? "is" : "are") no known community"
        return Group(community: owners, country: nil, months: unknown.months)
    }

    private static func folded(_ places: ArraySlice<PlaceTally.Place>) -> [Group] {
        var months: [String: PlaceTally.Months] = [:]
        for place in places {
            let key = place.community.place.country ?? place.community.status.rawValue
            months[key, default: [:]].merge(place.months) { $0 + $1 }
        }
        return months.sorted { $0.key < $1.key }.map { key, months in
            var rest = CommunityRow(name: "")
            rest.fullName = "Other communities"
            rest.place.country = key.count == 2 ? key : nil
            rest.status = CommunityRow.Status(rawValue: key) ?? .collected
            return Group(community: rest, country: rest.place.country, months: months)
        }
    }
}

extension PlaceRows.Group {
    fileprivate func rows(step: Int) -> [PlaceRows.Row] {
        var sums: [Month?: PlaceTally.Sums] = [:]
        for (month, sum) in months {
            let start = step == 0 ? nil : month.map { Month(number: $0.number / step * step) }
            sums[start, default: .init()] = sums[start, default: .init()] + sum
        }
        return sums.sorted { ($0.key?.number ?? 0) < ($1.key?.number ?? 0) }.map { month, sum in
            PlaceRows.Row(
                community: community, country: country, status: community.status.rawValue, month: month,
                sums: sum)
        }
    }
}

extension PlaceRows {
    var count: Int { rows.count }

    func table(id: String) -> Table {
        let name = { (row: Row) in row.community.fullName ?? row.community.name }
        let place = rows.map { $0.community.place }
        return Table(
            id: id,
            columns: [
                (
                    Column("community", "Community", .owner),
                    .texts(rows.map { $0.community.name.isEmpty ? nil : $0.community.name })
                ),
                (Column("name", "Name", .text), .texts(rows.map(name))),
                (Column("country", "Country", .category), .texts(rows.map(\.country))),
                (Column("city", "Town", .text), .texts(place.map { $0.city })),
                (Column("latitude", "Latitude", .number), .numbers(place.map { $0.latitude })),
                (Column("longitude", "Longitude", .number), .numbers(place.map { $0.longitude })),
                (Column("month", "Published in", .month), .texts(rows.map { $0.month?.description })),
                (Column("models", "Models", .count, unit: "models"), .integers(rows.map(\.sums.models))),
                (Column("downloads", "Downloads", .count), .integers(rows.map(\.sums.downloads))),
                (Column("likes", "Likes", .count), .integers(rows.map(\.sums.likes))),
                (Column("followers", "Followers", .count), .integers(rows.map { $0.community.followers })),
                (Column("source", "Source of the place", .category), .texts(rows.map { $0.community.placeSource })),
                (Column("confidence", "Confidence", .number), .numbers(rows.map { $0.community.confidence })),
                (Column("status", "Standing", .category), .texts(rows.map(\.status))),
            ])
    }
}
