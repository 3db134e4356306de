import Graph
import Report

extension Network {
    var tables: [TitledTable] {
        [measuresTable, subfieldTable, actorsTable, degreesTable, coresTable].compactMap(\.self)
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
            whole("Groups", "connected parts of two or more") { $0.parts },
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
            whole("Communities", "of two or more, found by the Leiden algorithm") { $0.communities },
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

    /// One row a subfield.
    private var subfieldTable: TitledTable? {
        guard let people, !subfields.isEmpty else { return nil }
        let rows =
            [("All models", models.count, people.measures)]
            + subfields.map { ($0.subfield.name, $0.models, $0.network.measures) }
        let count = { (value: (NetworkMeasures) -> Int) in Values.integers(rows.map { value($0.2) }) }
        let number = { (value: (NetworkMeasures) -> Double?) in Values.numbers(rows.map { value($0.2) }) }
        return TitledTable(
            id: "subfields", title: "Subfields compared",
            text: """
                “Study” are the sets of tags of Osborne, Ding and Kirk (2024): a model may be in several, audio is in none. “Hub” \
                are the modalities of the Hub’s own tasks, of which each model has one. Subfields with fewer than three people are \
                left out.
                """,
            table: Table(
                id: "network-subfields",
                columns: [
                    (Column("subfield", "Subfield", .text), .texts(rows.map(\.0))),
                    (Column("models", "Models", .count), .integers(rows.map(\.1))),
                    (Column("people", "People", .count), count { $0.vertices }),
                    (
                        Column("isolates", "Isolates", .share),
                        number { Double($0.isolates) / Double(max(1, $0.vertices)) }
                    ),
                    (Column("pairs", "Pairs", .count), count { $0.ties }),
                    (Column("reciprocity", "Reciprocity", .share), number { $0.reciprocity }),
                    (
                        Column("giant", "Largest group", .share),
                        number { Double($0.giant) / Double(max(1, $0.vertices)) }
                    ),
                    (Column("clustering", "Clustering", .share), number { $0.clustering }),
                    (Column("modularity", "Modularity", .number), number { $0.modularity.map(Self.hundredths) }),
                    (Column("core", "Core fit", .number), number { $0.coreFit.map(Self.hundredths) }),
                ]))
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

    /// How many have so many ties or more.
    private var degreesTable: TitledTable? {
        guard let network = people ?? organizations, network.measures.ties > 0 else { return nil }
        let graph = network.graph
        let levels = Self.steps(upTo: network.measures.greatestDegree)
        let count = { (degrees: [Int]) in Values.integers(levels.map { k in degrees.count { $0 >= k } }) }
        var columns: [(Column, Values)] = [
            (Column("ties", "Ties, at least", .count), .integers(levels)),
            (Column("vertices", people == nil ? "Organizations" : "People", .count), count(graph.ties.degrees)),
        ]
        if network.hasDirections {
            columns.append((Column("out", "By edges from them", .count), count(graph.outDegrees)))
            columns.append((Column("in", "By edges to them", .count), count(graph.inDegrees)))
        }
        return TitledTable(
            id: "degrees", title: "How many are tied to how many",
            text: network.hasDirections
                ? "Ties in either direction, then the edges of each direction alone."
                : "Organizations that share people with so many others.",
            table: Table(id: "network-degrees", columns: columns))
    }

    /// 0, then 1, 2, 5, 10, 20, 50 … up to the greatest.
    private static func steps(upTo greatest: Int) -> [Int] {
        var steps = [0]
        var power = 1
        while power <= greatest {
            steps += [power, 2 * power, 5 * power].filter { $0 <= greatest }
            power *= 10
        }
        return steps.last == greatest ? steps : steps + [greatest]
    }

    /// How many are in each core, the deepest first.
    private var coresTable: TitledTable? {
        guard let network = people ?? organizations, network.measures.ties > 0 else { return nil }
        let levels = (1...network.measures.greatestCore).reversed()
        return TitledTable(
            id: "cores", title: "From the deepest core outwards",
            text: """
                The k-core is what is left when everyone with fewer than k ties is taken away, again and again. \
                \(people == nil ? "Organizations." : "People.")
                """,
            table: Table(
                id: "network-cores",
                columns: [
                    (Column("k", "k", .count), .integers(Array(levels))),
                    (
                        Column("inCore", "In the k-core", .count),
                        .integers(levels.map { k in network.coreness.count { $0 >= k } })
                    ),
                    (
                        Column("shell", "No deeper than it", .count),
                        .integers(levels.map { k in network.coreness.count { $0 == k } })
                    ),
                ]))
    }

    static func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
