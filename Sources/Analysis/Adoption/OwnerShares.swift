import Catalog
import Censuses
import Core
import Numerics
import Report

/// How much is in how few hands: the index of Herfindahl and Hirschman of one whole listing, by owner and by country.
struct OwnerShares {
    let census: Census
    let doubted: Census.NamedCount?
    let countries: [String: String]

    init(_ census: Census, countries: [String: String]) {
        self.census = census
        self.countries = countries
        doubted = Counted.of(census).first { $0.measure == "downloads" }?.doubted
    }

    /// Of downloads by owner, without the counter that is not believed; nil without downloads.
    var downloads: Double? {
        var values = census.downloadsPerOwner.spread
        guard let doubted, let owner = doubtedOwner else { return values.herfindahl }
        var counts = Dictionary(uniqueKeysWithValues: zip(values.values, values.counts))
        counts[owner.downloads, default: 1] -= 1
        counts[owner.downloads - doubted.value, default: 0] += 1
        let kept = counts.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        values = ValueCounts(values: kept.map(\.key), counts: kept.map(\.value)) ?? values
        return values.herfindahl
    }

    var likes: Double? { census.likesPerOwner.spread.herfindahl }
    var repos: Double? { census.modelsPerOwner.spread.herfindahl }

    private var doubtedOwner: Census.OwnerCount? {
        doubted.flatMap { doubted in
            census.mostDownloadedOwners.first {
                doubted.repoID.hasPrefix("\($0.owner)/") && $0.downloads >= doubted.value
            }
        }
    }

    /// The owners with most downloads, the doubted counter taken off.
    var greatest: [Census.OwnerCount] {
        var owners = census.mostDownloadedOwners
        if let doubted, let owner = doubtedOwner, let i = owners.firstIndex(of: owner) {
            owners[i].downloads -= doubted.value
        }
        return owners.filter { $0.downloads > 0 }.sorted { ($1.downloads, $0.owner) < ($0.downloads, $1.owner) }
    }
}

extension OwnerShares {
    /// A country's part of all downloads, or likes; nil: where the owner's place is not known.
    struct Country: Equatable {
        var code: String?
        var sum: Int
        var share: Double
        var owners: Int
    }

    /// Of downloads, greatest first; see `parts`.
    var byCountry: [Country] {
        parts(greatest, by: \.downloads, all: census.downloads.sum - (doubted?.value ?? 0))
    }

    /// With "unknown" as a country of its own; nil where no owner's place is known.
    var countryIndex: Double? { Self.index(of: byCountry) }

    var likesCountryIndex: Double? {
        Self.index(of: parts(census.mostLikedOwners, by: \.likes, all: census.likes.sum))
    }

    /// What the owners hold that a census names, the 2,000 greatest, of all downloads; nil without any.
    var shareOfNamed: Double? {
        let all = census.downloads.sum - (doubted?.value ?? 0)
        return all > 0 ? Double(greatest.reduce(0) { $0 + $1.downloads }) / Double(all) : nil
    }

    /// Of these owners those whose place is known, by country; all other rows are of unknown place.
    private func parts(
        _ owners: [Census.OwnerCount], by value: KeyPath<Census.OwnerCount, Int>, all: Int
    ) -> [Country] {
        guard all > 0 else { return [] }
        var sums: [String: (sum: Int, owners: Int)] = [:]
        for owner in owners {
            guard let country = countries[owner.owner.lowercased()] else { continue }
            sums[country, default: (0, 0)].sum += owner[keyPath: value]
            sums[country, default: (0, 0)].owners += 1
        }
        let rest = max(0, all - sums.values.reduce(0) { $0 + $1.sum })
        let placed = sums.values.reduce(0) { $0 + $1.owners }
        let found = sums.map { code, held in
            Country(code: code, sum: held.sum, share: Double(held.sum) / Double(all), owners: held.owners)
        }
        let unknown = Country(
            code: nil, sum: rest, share: Double(rest) / Double(all), owners: max(0, census.owners - placed))
        return (found + [unknown]).sorted { ($1.share, $0.code ?? "") < ($0.share, $1.code ?? "") }
    }

    private static func index(of parts: [Country]) -> Double? {
        parts.contains { $0.code != nil } ? parts.reduce(0) { $0 + $1.share * $1.share } : nil
    }
}
