import Catalog
import Core
import JSON
import Lineage
import Matching
import Report

/// Everyone who publishes models: those with a page as records, and what is said of all.
package struct Profiles {
    /// What the list of accounts shows of one.
    struct Summary: Equatable {
        var name: String
        var organization: CommunityRow?
        var sums: PlaceTally.Sums
        var last: Day?
    }

    /// What other parts of the catalog know of accounts.
    package struct Known {
        var communities: [CommunityRow] = []
        var evidence: [String: [CommunityEvidence]] = [:]
        var collaborations: [Collaboration] = []
        /// By owner; nil where none was ever listed.
        var datasets: [String: Int]?
        var spaces: [String: Int]?
        var history = ProfileHistory()

        init() {}

        /// Throws `CatalogError`.
        init(
            _ catalog: Catalog, communities: [CommunityRow], collaborations: [Collaboration], history: ProfileHistory
        ) throws {
            self.communities = communities
            self.collaborations = collaborations
            self.history = history
            evidence = try catalog.allEvidence()
            if try catalog.datasetCount > 0 { datasets = try catalog.repoCounts(of: .datasets) }
            if try catalog.spaceCount > 0 { spaces = try catalog.repoCounts(of: .spaces) }
        }
    }

    private(set) var records: [RecordShelf.Record] = []
    /// Those with a record, most downloads first, then most likes, then most models.
    private(set) var listed: [Summary] = []
    private(set) var accounts = 0
    private(set) var total = PlaceTally.Sums()

    /// Of nothing.
    package init() {}

    init(
        models: ModelColumns, graph: LineageGraph?, families: FamilyTable?, known: Known, first: Int = ProfileRule.first
    ) {
        var maker = ProfileMaker(models: models, graph: graph, families: families, known: known)
        accounts = maker.owners.names.count
        total = maker.owners.sums.reduce(.init(), +)
        for number in maker.chosen(first: first) {
            let profile = maker.profile(of: number)
            records.append(.init(key: maker.owners.keys[number], json: profile.json(models).text))
            listed.append(
                Summary(
                    name: profile.name, organization: profile.organization, sums: profile.sums,
                    last: profile.days?.upperBound))
        }
        listed.sort {
            ($1.sums.downloads, $1.sums.likes, $1.sums.models, $0.name)
                < ($0.sums.downloads, $0.sums.likes, $0.sums.models, $1.name)
        }
    }
}

/// Puts profiles together from columns that were read once.
struct ProfileMaker {
    let owners: OwnerRows
    private let ranks: ProfileRanks
    private var tally: ProfileModels
    private var descent: ProfileDescent?
    private let known: Profiles.Known
    private let organizations: [String: CommunityRow]
    private let datasets: [String: Int]?
    private let spaces: [String: Int]?
    private var partners: [String: [Profile.Term]] = [:]

    init(models: ModelColumns, graph: LineageGraph?, families: FamilyTable?, known: Profiles.Known) {
        owners = OwnerRows(models)
        ranks = ProfileRanks(owners.sums)
        tally = ProfileModels(models: models, families: families)
        descent = graph.map { [owners] in ProfileDescent(graph: $0, owners: owners) }
        self.known = known
        organizations = Dictionary(known.communities.map { ($0.name.lowercased(), $0) }) { first, _ in first }
        datasets = known.datasets.map(Self.folded)
        spaces = known.spaces.map(Self.folded)
        for pair in known.collaborations {
            for (one, other) in [(pair.left, pair.right), (pair.right, pair.left)] {
                partners[one.lowercased(), default: []].append(.init(name: other, count: pair.people))
            }
        }
    }

    func chosen(first: Int) -> [Int] {
        ProfileRule.chosen(owners, ranks: ranks, organizations: known.communities.map(\.name), first: first)
    }

    mutating func profile(of number: Int) -> Profile {
        let key = owners.keys[number]
        let rows = owners.rows(of: number)
        let organization = organizations[key]
        var profile = Profile(
            name: organization?.name ?? owners.names[number], sums: owners.sums[number],
            counted: Int(owners.counted[number]),
            ranks: (
                Int(ranks.models.places[number]), Int(ranks.downloads.places[number]), Int(ranks.likes.places[number])
            ))
        tally.describe(&profile, rows: rows)
        profile.descent = descent?.descent(of: number, rows: rows, names: owners.names) ?? .init()
        profile.datasets = datasets.map { $0[key] ?? 0 }
        profile.spaces = spaces.map { $0[key] ?? 0 }
        profile.organization = organization
        // A person has no place: only what is known as an organization has claims of one.
        profile.evidence = organization.flatMap { known.evidence[$0.name] } ?? []
        profile.partners = (partners[key] ?? []).sorted { ($1.count, $0.name ?? "") < ($0.count, $1.name ?? "") }
        profile.history = known.history.line(of: key)
        return profile
    }

    /// By lower-case names.
    private static func folded(_ counts: [String: Int]) -> [String: Int] {
        Dictionary(counts.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: +)
    }
}
