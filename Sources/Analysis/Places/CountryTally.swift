import Catalog
import Core
import Report

/// A country's sums, and those of what has no country.
struct CountryTally {
    struct Country: Equatable {
        var code: String
        var communities: Int
        var sums: PlaceTally.Sums
    }

    /// Most models first, at equal numbers by name.
    var countries: [Country] = []
    /// Communities that are known to have no one seat.
    var seatless = PlaceTally.Sums()
    var seatlessCommunities = 0
    /// Everything else: communities whose place nobody knows, and owners that are no known community.
    var unknown: PlaceTally.Sums
    /// What all countries have together.
    var known = PlaceTally.Sums()
    var total: PlaceTally.Sums

    init(_ tally: PlaceTally) {
        unknown = tally.unknown.total
        total = tally.total
        var byCode: [String: Country] = [:]
        for place in tally.places {
            if let code = place.community.place.country {
                byCode[code, default: Country(code: code, communities: 0, sums: .init())].add(place)
                known = known + place.total
            } else if place.community.status == .seatless {
                seatless = seatless + place.total
                seatlessCommunities += 1
            } else {
                unknown = unknown + place.total
            }
        }
        countries = byCode.values.sorted {
            ($1.sums.models, $1.sums.downloads, CountryNames.name($0.code))
                < ($0.sums.models, $0.sums.downloads, CountryNames.name($1.code))
        }
    }

    /// The country with most of a measure; nil where none has any, and of several equal ones all.
    func leaders(by measure: KeyPath<PlaceTally.Sums, Int>) -> [Country] {
        let most = countries.map { $0.sums[keyPath: measure] }.max() ?? 0
        return most == 0 ? [] : countries.filter { $0.sums[keyPath: measure] == most }
    }
}

extension CountryTally.Country {
    mutating func add(_ place: PlaceTally.Place) {
        communities += 1
        sums = sums + place.total
    }
}
