import Core

/// Everything that exists on one invented Hub. Made once, never changed.
struct World: Sendable {
    var models: Listing
    var datasets: Listing
    var spaces: Listing
    /// Legacy id without owner → id of today.
    var renames: [String: String]
    /// Accounts that are organisations; every other owner is a person.
    var organizations: Set<String>
    /// Children by relation, of every model that has any.
    var children: [String: [FakeRepo.Relation: Int]] = [:]
    /// The most liked model, whose history has several pages.
    var busiest: String?
    /// Stories of a Hacker News that goes with it.
    let news: [NewsStory]
    let seed: UInt64

    /// The day of the invention: what is the newest is not newer, and trends are counted from here.
    static let today = Instant("2026-08-22T00:00:00Z")!

    init(modelCount: Int, seed: UInt64, hostileShare: Double) {
        self.seed = seed
        news = NewsStory.all(seed: seed)
        var owners = Owners(seed: seed, count: max(8, modelCount / 4))
        var models = Invention(seed: seed, owners: owners).models(modelCount)
        makeHostile(&models, share: hostileShare, seed: seed)
        nameResults(&models, seed: seed)
        var spaces = inventSpaces(modelCount / 3, using: models, owners: &owners, seed: seed)
        linkBack(spaces, to: &models)
        makeFieldsHostile(&spaces, share: hostileShare, seed: seed)
        number(&models)
        number(&spaces)
        var datasets = inventDatasets(modelCount / 4, owners: &owners, seed: seed)
        makeFieldsHostile(&datasets, share: hostileShare, seed: seed)
        number(&datasets)
        nameBenchmarks(&datasets)
        renames = legacyNames(of: models)
        for model in models {
            guard let relation = model.relation else { continue }
            for base in model.baseModels { children[base, default: [:]][relation, default: 0] += 1 }
        }
        organizations = owners.organizations
        busiest = models.filter(\.isIdentifiable).max { ($0.likes, $1.id) < ($1.likes, $0.id) }?.id
        self.models = Listing(kind: .models, repos: models)
        self.datasets = Listing(kind: .datasets, repos: datasets)
        self.spaces = Listing(kind: .spaces, repos: spaces)
    }

    func listing(_ kind: FakeRepo.Kind) -> Listing {
        switch kind {
        case .models: models
        case .datasets: datasets
        case .spaces: spaces
        }
    }
}

/// Gives every record its Mongo id, and puts them in that order, as the Hub keeps them.
private func number(_ repos: inout [FakeRepo]) {
    repos.sort { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    for i in repos.indices {
        // A counter below the second keeps ids apart and in order within one second.
        let counter = String(i, radix: 16)
        let second = String(repos[i].createdAt.seconds, radix: 16)
        repos[i].oid = second + "fake".hexed + String(repeating: "0", count: 8 - counter.utf8.count) + counter
    }
}

extension String {
    /// "fake" → "66616b65": four letters as eight hex digits.
    fileprivate var hexed: String { utf8.map { String($0, radix: 16) }.joined() }
}

/// The floor's fill-mask models and their like were once known without an owner.
private func legacyNames(of models: [FakeRepo]) -> [String: String] {
    let famous = Set(Vocabulary.families.filter { $0.since == "2022-03-02" }.map(\.owner))
    let old = models.filter { $0.createdAt <= Floor.second && $0.owner.map(famous.contains) == true }
    let names = Dictionary(old.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
    // A name that a record without owner bears today is no redirect.
    let taken = Set(models.filter { $0.owner == nil }.map(\.id))
    return names.filter { !taken.contains($0.key) }
}

private func linkBack(_ spaces: [FakeRepo], to models: inout [FakeRepo]) {
    var users: [String: [String]] = [:]
    for space in spaces { for model in space.links { users[model, default: []].append(space.id) } }
    for i in models.indices { models[i].links = users[models[i].id] ?? [] }
}

/// What the Hub writes for everything older than its first day of recording, at either of two seconds.
enum Floor {
    static let first = Instant("2022-03-02T23:29:04Z")!
    static let second = Instant("2022-03-02T23:29:05Z")!
}
