package import Catalog
package import Core

/// What was published where: the models of the catalog by community and month, and those whose place nobody knows.
///
///     let tally = PlaceTally(models: columns, communities: try catalog.communities())
///     tally.places[0].community.name  → "google"
///     tally.places[0].total           → Sums(models: 97, downloads: 20_000_000, likes: 30_000)
///     tally.unknown.total.models      → 12,601
///
/// A model belongs to the community that owns its repository, whatever the case of the letters, as on the Hub.
package struct PlaceTally: Sendable {
    /// Sums over models; what nobody counted adds nothing.
    package struct Sums: Equatable, Sendable {
        package var models = 0
        package var downloads = 0
        package var likes = 0

        static func + (a: Sums, b: Sums) -> Sums {
            Sums(
                models: a.models + b.models, downloads: sum(a.downloads, b.downloads), likes: sum(a.likes, b.likes))
        }

        /// Counters come from outside: sums of absurd ones end at the greatest number instead of stopping the build.
        private static func sum(_ a: Int, _ b: Int) -> Int {
            let (sum, over) = a.addingReportingOverflow(b)
            return over ? .max : sum
        }
    }

    /// Sums by month of publication; nil for models without a date, which count from the beginning.
    package typealias Months = [Month?: Sums]

    /// One community with models.
    package struct Place: Sendable {
        package var community: CommunityRow
        package var months: Months
        package var total: Sums
    }

    /// Owners that are no known community, and models without an owner: people and unknown organizations together.
    package struct Unknown: Sendable {
        package var months: Months = [:]
        package var total = Sums()
        package var owners = 0
    }

    /// Communities with models, most models first; also those without a place.
    package private(set) var places: [Place] = []
    package private(set) var unknown = Unknown()
    package private(set) var total = Sums()

    /// Of nothing.
    package init() {}

    package init(models: ModelColumns, communities: [CommunityRow]) {
        var positions: [String: Int] = [:]
        for (i, community) in communities.enumerated() { positions[community.name.lowercased()] = i }
        let ofOwner = models.owners.values.map { positions[$0.lowercased()] }
        var tallies = [Months](repeating: [:], count: communities.count + 1)
        var month = MonthOfDay()
        for row in 0..<models.count {
            let owner = Int(models.owners.codes[row])
            let place = (owner < 0 ? nil : ofOwner[owner]) ?? communities.count
            let sums = Sums(
                models: 1, downloads: max(0, models.downloads[row]), likes: max(0, models.likes[row]))
            let key = models.isBeforeRecord[row] ? nil : models.createdOn[row].map { month[$0] }
            tallies[place][key, default: Sums()] = tallies[place][key, default: Sums()] + sums
        }
        unknown.months = tallies.removeLast()
        unknown.total = Self.total(unknown.months)
        unknown.owners = ofOwner.count { $0 == nil }
        places = zip(communities, tallies).filter { !$1.isEmpty }.map {
            Place(community: $0, months: $1, total: Self.total($1))
        }.sorted { ($1.total.models, $0.community.name) < ($0.total.models, $1.community.name) }
        total = places.reduce(unknown.total) { $0 + $1.total }
    }

    static func total(_ months: Months) -> Sums { months.values.reduce(Sums(), +) }

    /// The months of the first and the last model with a date; nil where there is none.
    var span: ClosedRange<Month>? {
        let months = (places.map(\.months) + [unknown.months]).flatMap { $0.keys.compactMap { $0 } }
        guard let first = months.min(), let last = months.max() else { return nil }
        return first...last
    }
}

/// Months of days, each reckoned once: 760,000 models know some two thousand days.
struct MonthOfDay {
    private var known: [Int32: Month] = [:]

    subscript(day: Int32) -> Month {
        mutating get {
            if let month = known[day] { return month }
            let month = Day(number: Int(day)).month
            known[day] = month
            return month
        }
    }
}
