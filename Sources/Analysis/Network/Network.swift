import Catalog
import Core
import Graph
import Report

/// Who works with whom? Accounts by the models that they committed to together, and organizations by the people they share.
///
///     try Network(committed: models).page.lede.plain
///     // "Of the 647 people who committed to 359 models, 125 (19.3 %) share no model with anybody. …"
struct Network {
    var models: [CommittedModel]
    /// Nobody where no history was read to its end.
    var people: MeasuredNetwork?
    var commits: CommitNetwork?
    var organizations: MeasuredNetwork?
    /// The parts of the models that were compared, with their networks.
    var subfields: [FieldNetwork] = []
    var betweenness: Ties.Betweenness?
    var naming: PeopleNaming
    var source: String

    /// The models of a subfield, their people, and the organizations that share some of these.
    struct FieldNetwork {
        var subfield: Subfield
        var models: Int
        var people: MeasuredNetwork
        var betweenness: Ties.Betweenness
        var organizations: MeasuredNetwork?

        var name: String { subfield.name }
    }

    /// A network of fewer people tells of persons, not of how people work.
    static let fewest = 3

    /// Throws `GraphError`.
    init(
        committed: [CommittedModel] = [], collaborations: [Collaboration] = [], naming: PeopleNaming = .names,
        source: String = "Collection"
    ) throws {
        models = committed
        self.naming = naming
        self.source = source
        organizations = try Self.organizations(collaborations)
        let accounts = Set(committed.lazy.flatMap { $0.people.lazy.map(\.account) })
        let book = naming.book(of: accounts)
        let all = CommitNetwork(of: committed, book: book)
        guard all.graph.count >= Self.fewest else { return }
        commits = all
        people = try MeasuredNetwork(all.graph)
        betweenness = all.graph.ties.betweenness()
        for subfield in Subfield.ofTheStudy + Subfield.ofTheHub {
            let chosen = committed.filter(subfield.holds)
            // A field that is all there is was measured already.
            if chosen.count == committed.count, let people, let betweenness {
                subfields.append(
                    FieldNetwork(
                        subfield: subfield, models: chosen.count, people: people, betweenness: betweenness,
                        organizations: try Self.organizations(OrganizationPairs.among(chosen, people: accounts))))
                continue
            }
            let graph = CommitNetwork(of: chosen, book: book).graph
            guard graph.count >= Self.fewest else { continue }
            subfields.append(
                FieldNetwork(
                    subfield: subfield, models: chosen.count, people: try MeasuredNetwork(graph),
                    betweenness: graph.ties.betweenness(),
                    organizations: try Self.organizations(OrganizationPairs.among(chosen, people: accounts))))
        }
    }

    private static func organizations(_ pairs: [Collaboration]) throws -> MeasuredNetwork? {
        let names = Set(pairs.flatMap { [$0.left, $0.right] }).sorted()
        guard !names.isEmpty else { return nil }
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        let edges = pairs.map { (source: numbers[$0.left]!, target: numbers[$0.right]!, weight: Double($0.people)) }
        return try MeasuredNetwork(DirectedGraph(names: names, edges: edges), hasDirections: false)
    }
}

extension Network {
    /// Throws `GraphError`.
    var page: Page {
        get throws {
            Page(
                id: "network", name: "Network", plate: 8, question: "Who works with whom?", lede: lede,
                figures: try figures, tables: tables, shows: shows, method: method,
                next: PageLink(page: "lineage", text: "Who descends from whom?"),
                nextText: "People share work; models share weights.", findings: findings, graphs: graphs)
        }
    }

    var provenance: Provenance {
        Provenance(
            source: source,
            rows: "\(Format.count(people?.measures.vertices ?? 0, "person", "people")) in "
                + Format.count(models.count, "model"),
            caveat: "Only models whose whole history was read; bots are left out.")
    }

    var organizationProvenance: Provenance {
        Provenance(
            source: source, rows: Format.count(organizations?.measures.ties ?? 0, "pair") + " of organizations",
            caveat: """
                Pairs with at least two committers in common; who has none such is not here. Staff of a platform who look after \
                several accounts count as people of each.
                """)
    }
}
