import Graph
import Report

extension Network {
    var tables: [TitledTable] {
        [measuresTable, tiesTable, structureTable, betweenTable, actorsTable].compactMap(\.self)
    }

    /// One row a measure, one column a network.
    private var measuresTable: TitledTable? {
        let networks = [("people", "People", people), ("organizations", "Organizations", organizations)]
            .compactMap { key, label, network in network.map { (key: key, label: label, measures: $0.measures) } }
        guard !networks.isEmpty else { return nil }
        let rows = Self.rows.filter { row in networks.contains { row.value($0.measures) != nil } }
        var columns: [(Column, Values)] = [
            (Column("measure", "Measure", .text), .texts(rows.map(\.name)))
        ]
        for network in networks {
            columns.append(
                (
                    Column(network.key, network.label, .text),
                    .texts(rows.map { $0.value(network.measures) ?? "not defined" })
                ))
        }
        columns.append((Column("meaning", "What it is", .text), .texts(rows.map(\.meaning))))
        return TitledTable(
            id: "measures", title: "The network in numbers",
            text:
                "Measures that have no meaning for a network, such as reciprocity where ties have no direction, are not defined.",
            table: Table(id: "network-measures", columns: columns))
    }

    /// A measure as the table words it.
    private struct Row {
        var name: String
        var meaning: String
        var value: (NetworkMeasures) -> String?
    }

    private static func whole(_ name: String, _ meaning: String, _ value: @escaping (NetworkMeasures) -> Int?) -> Row {
        Row(name: name, meaning: meaning) { value($0).map { Format.int($0) } }
    }

    private static func share(_ name: String, _ meaning: String, _ value: @escaping (NetworkMeasures) -> Double?) -> Row
    {
        Row(name: name, meaning: meaning) { value($0).map { Format.percent($0) } }
    }

    private static func number(_ name: String, _ meaning: String, _ value: @escaping (NetworkMeasures) -> Double?)
        -> Row
    {
        Row(name: name, meaning: meaning) { value($0).map { Format.decimal($0, digits: 2) } }
    }

    private static var rows: [Row] {
        [
            whole("Vertices", "accounts or organizations, isolates included") { $0.vertices },
            whole("Directed edges", "from one to another, each direction once") { $0.edges },
            whole("Pairs", "tied in one direction or both") { $0.ties },
            share("Isolates", "tied to nobody") {
                // Organizations are known by their pairs alone.
                $0.edges != nil && $0.vertices > 0 ? Double($0.isolates) / Double($0.vertices) : nil
            },
            share("Density", "edges there are of all that could be") { $0.density },
            share("Reciprocity", "edges that are returned, isolates left out") { $0.reciprocity },
            share("Weighted reciprocity", "weight that is met by as much in return") { $0.weightedReciprocity },
            whole("Groups", "connected parts of two or more, without a tie between them") { $0.parts },
            whole("Largest group", "vertices of the largest connected part") { $0.giant },
            share("Share of the largest group", "of all vertices") {
                $0.vertices > 0 ? Double($0.giant) / Double($0.vertices) : nil
            },
            number("Mean ties", "of those with any") { $0.meanDegree },
            whole("Most ties", "of one vertex") { $0.greatestDegree },
            number(
                "Assortativity",
                "correlation of the numbers of ties at both ends: above 0 the well tied are tied to one another"
            ) {
                $0.assortativity
            },
            share("Clustering", "of all paths of two ties those closed to a triangle") { $0.clustering },
            share("Local clustering", "pairs of neighbors that are tied, averaged over vertices with ties") {
                $0.localClustering
            },
            whole("Deepest core", "greatest k of a part in which everyone has k ties or more") { $0.greatestCore },
            whole("In the deepest core", "vertices") { $0.inGreatestCore },
            whole(
                "Communities",
                "closer parts of a group, of two or more, with ties between them; found by the Leiden algorithm"
            ) { $0.communities },
            whole("Largest community", "vertices") { $0.greatestCommunity },
            number("Modularity", "weight inside of communities beyond what chance would put there; 1 is the most") {
                $0.modularity
            },
            number("Fit of a core and periphery", "correlation with the pattern, in the largest group; 1 is perfect") {
                $0.coreFit
            },
            share("Core", "share of the largest group that is its core") { $0.coreShare },
        ]
    }

    /// Those who lie between most others.
    private var actorsTable: TitledTable? {
        guard let people, let betweenness, people.measures.ties > 0 else { return nil }
        let degrees = people.graph.ties.degrees
        let between = betweenness.shares
        let order = degrees.indices.filter { degrees[$0] > 0 }
            .sorted { (-between[$0], -degrees[$0], $0) < (-between[$1], -degrees[$1], $1) }.prefix(20)
        return TitledTable(
            id: "actors", title: "Who lies between others",
            text: """
                Betweenness is the share of the shortest paths between all other pairs that lead over somebody\
                \(betweenness.isExact ? "" : ", estimated"). It says who links groups, not who does most.
                """,
            table: Table(
                id: "network-actors",
                columns: [
                    (Column("account", "Account", .text), .texts(order.map { people.graph.names[$0] })),
                    (Column("betweenness", "Betweenness", .share), .numbers(order.map { between[$0] })),
                    (Column("ties", "Ties", .count), .integers(order.map { degrees[$0] })),
                    (Column("core", "k-core", .count), .integers(order.map { people.coreness[$0] })),
                    (Column("community", "Community", .count), .integers(order.map { people.communities.of[$0] + 1 })),
                ]))
    }

    static func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
