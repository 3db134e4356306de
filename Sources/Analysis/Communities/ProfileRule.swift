/// Which accounts have a page: however many there are, at most some thousand files' worth.
///
/// The first 2,000 by models, by downloads and by likes, and every organization that was collected, if it has a model. What
/// has no downloads, or no likes, is not first by them. Names that the Hub would not give (its own are of ASCII letters,
/// digits, "-", "_", ".") have none: an address, a key of a file and a title are made of them.
enum ProfileRule {
    static let first = 2_000
    /// The Hub's own limit is 42; older names may be longer.
    static let longestName = 96

    /// Numbers of accounts, in rising order of their keys.
    static func chosen(_ owners: OwnerRows, ranks: ProfileRanks, organizations: [String], first: Int = first) -> [Int] {
        var chosen = Set(ranks.models.order.prefix(first).map(Int.init))
        for number in ranks.downloads.order.prefix(first) where owners.sums[Int(number)].downloads > 0 {
            chosen.insert(Int(number))
        }
        for number in ranks.likes.order.prefix(first) where owners.sums[Int(number)].likes > 0 {
            chosen.insert(Int(number))
        }
        chosen.formUnion(organizations.compactMap { owners.number(of: $0) })
        return chosen.filter { isHubName(owners.names[$0]) }.sorted {
            owners.keys[$0].utf8.lexicographicallyPrecedes(owners.keys[$1].utf8)
        }
    }

    static func isHubName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= longestName
            && name.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || "-_.".utf8.contains(byte)
            }
    }
}

/// Where accounts stand among all, by each measure.
struct ProfileRanks {
    let models: Ranks
    let downloads: Ranks
    let likes: Ranks

    init(_ sums: [PlaceTally.Sums]) {
        models = Ranks(sums.map(\.models))
        downloads = Ranks(sums.map(\.downloads))
        likes = Ranks(sums.map(\.likes))
    }
}
