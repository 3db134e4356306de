/// Which repositories are asked about one by one, and how often: what lists do not tell costs a request each.
///
///     RepoChoice()                              → the 200 most liked of each kind, everyone's part in the first 50
///     RepoChoice(count: 4000, order: .sample)   → 4,000 of each kind by lot, always the same ones
package struct RepoChoice: Equatable, Sendable {
    /// Which come first.
    package enum Order: String, CaseIterable, Sendable {
        case likes
        /// Spaces have none: of them the most liked.
        case downloads
        /// By lot, from the seed and the name alone: a greater sample holds the smaller one.
        case sample
        /// Every repo of the list, the most liked first.
        case all
    }

    /// Of each kind: models, datasets, Spaces.
    package var count = 200
    package var order = Order.likes
    package var seed: UInt64 = 0
    /// Of so many of each kind everything is read, to know who took part; of the others only counts.
    package var people = 50
    /// Requests of one run, of each source.
    package var requests = 1000
    /// What is known for less is not asked again; with 0 everything is, in a walk of its own.
    package var days = 7

    package init(
        count: Int = 200, order: Order = .likes, seed: UInt64 = 0, people: Int = 50, requests: Int = 1000,
        days: Int = 7
    ) {
        self.count = count
        self.order = order
        self.seed = seed
        self.people = people
        self.requests = requests
        self.days = days
    }
}
