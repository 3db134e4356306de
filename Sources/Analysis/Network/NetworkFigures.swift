import Graph
import Report

extension Network {
    /// Vertices that a picture has at most; those with the most ties. Of these the page itself holds the first 500.
    static let mostDrawn = 3000
    static let mostInline = 500

    /// Throws `GraphError`.
    var figures: [Figure] {
        get throws {
            var figures: [Figure] = []
            if let people {
                figures.append(
                    contentsOf: try figure(
                        people, id: "network", nouns: ("person", "people"), provenance, betweenness: betweenness?.shares
                    ))
            }
            if let organizations {
                figures.append(
                    contentsOf: try figure(
                        organizations, id: people == nil ? "network" : "network-organizations",
                        nouns: ("organization", "organizations"), organizationProvenance))
            }
            return figures
        }
    }

    private func figure(
        _ network: MeasuredNetwork, id: String, nouns: (one: String, many: String), _ provenance: Provenance,
        betweenness: [Double]? = nil
    ) throws -> [Figure] {
        let degrees = network.graph.ties.degrees
        let tied = degrees.indices.filter { degrees[$0] > 0 }.sorted { (-degrees[$0], $0) < (-degrees[$1], $1) }
        guard !tied.isEmpty else { return [] }
        let drawn = Array(tied.prefix(Self.mostDrawn))
        let table = try Self.table(network, drawn, id: id, noun: nouns.one, betweenness: betweenness)
        return [
            Figure(
                id: id, role: .main,
                chart: Chart(
                    .network, channels: ["x": "x", "y": "y", "size": "ties", "group": "community"],
                    options: [
                        "noun": .text(nouns.one), "nouns": .text(nouns.many),
                        "isolates": .number(Double(network.measures.isolates)),
                        "modularity": .number(network.measures.modularity.map(Self.hundredths) ?? 0),
                    ]),
                table: table.prefix(Self.mostInline),
                liveTable: drawn.count > Self.mostInline ? table : nil, totalRows: tied.count,
                title: network.hasDirections ? Self.title(network.measures, nouns.many) : nil,
                provenance: provenance, notes: notes(network, drawn: drawn.count, of: tied.count, nouns.many))
        ]
    }

    /// Of people the picture's title names none.
    private static func title(_ m: NetworkMeasures, _ nouns: String) -> String {
        let tied = Format.int(m.vertices - m.isolates)
        return m.parts == 1
            ? "All \(tied) \(nouns) who share a model hang together"
            : "The largest of \(Format.int(m.parts)) groups holds \(Format.int(m.giant)) of the \(tied) \(nouns) who share a model"
    }

    /// One row a vertex, most ties first; `links` are the numbers of rows above it that it is tied to.
    static func table(
        _ network: MeasuredNetwork, _ drawn: [Int], id: String, noun: String, betweenness: [Double]? = nil
    ) throws -> Table {
        let ascending = drawn.sorted()
        let ties = network.graph.ties.induced(ascending)
        let picture = try Picture(of: ties)
        var placeOf: [Int: Int] = [:]
        for (place, vertex) in ascending.enumerated() { placeOf[vertex] = place }
        let places = drawn.map { placeOf[$0]! }
        let degrees = network.graph.ties.degrees
        var columns: [(Column, Values)] = [
            (Column("name", Format.capitalized(noun), .text), .texts(drawn.map { network.graph.names[$0] })),
            (Column("ties", "Ties", .count), .integers(drawn.map { degrees[$0] })),
            (Column("core", "k-core", .count), .integers(drawn.map { network.coreness[$0] })),
            (Column("community", "Community", .count), .integers(drawn.map { network.communities.of[$0] + 1 })),
            (Column("x", "x", .number), .numbers(places.map { picture.xs[$0] })),
            (Column("y", "y", .number), .numbers(places.map { picture.ys[$0] })),
            (Column("links", "Tied to rows", .text), .texts(links(ties, places))),
        ]
        if let betweenness {
            columns.insert(
                (
                    Column("betweenness", "Betweenness", .share),
                    .numbers(drawn.map { (betweenness[$0] * 1_000_000).rounded() / 1_000_000 })
                ), at: 2)
        }
        return Table(id: id, columns: columns)
    }

    /// For each row the rows above it that it is tied to, numbered from 0, with a space between.
    private static func links(_ ties: Ties, _ places: [Int]) -> [String] {
        var rowOf = [Int](repeating: 0, count: places.count)
        for (row, place) in places.enumerated() { rowOf[place] = row }
        var above = [[Int]](repeating: [], count: places.count)
        for i in 0..<ties.edgeCount {
            let (a, b) = (rowOf[ties.left[i]], rowOf[ties.right[i]])
            above[max(a, b)].append(min(a, b))
        }
        return above.map { $0.sorted().map(String.init).joined(separator: " ") }
    }

    private func notes(_ network: MeasuredNetwork, drawn: Int, of tied: Int, _ nouns: String) -> [String] {
        var notes: [String] = []
        if drawn < tied {
            notes.append(
                "The picture has the \(Format.int(drawn)) \(nouns) with the most ties of \(Format.int(tied)) with any.")
        }
        if network.measures.isolates > 0 {
            notes.append("\(Format.int(network.measures.isolates)) \(nouns) are tied to nobody and not drawn.")
        }
        return notes
    }
}
