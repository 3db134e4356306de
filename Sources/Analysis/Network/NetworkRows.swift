import Graph
import Report

extension Network {
    /// One row a vertex, most ties first; `links` are the numbers of rows above it that it is tied to.
    static func table(
        _ network: MeasuredNetwork, _ drawn: [Int], id: String, noun: String, betweenness: Ties.Betweenness? = nil
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
                    .numbers(drawn.map { (betweenness.shares[$0] * 1_000_000).rounded() / 1_000_000 })
                ), at: 2)
        }
        return Table(id: id, columns: columns)
    }

    /// For each row the rows above it that it is tied to, numbered from 0, with a space between.
    private static func links(_ ties: Ties, _ places: [Int]) -> [String] {
        var rowOf = [Int](repeating: 0, count: places.count)
        for (row, place) in places.enumerated() { rowOf[place] = row }
        var above = [[Int]](repeating: [], count: places.count)
        for i in DrawnTies.kept(of: ties) {
            let (a, b) = (rowOf[ties.left[i]], rowOf[ties.right[i]])
            above[max(a, b)].append(min(a, b))
        }
        return above.map { $0.sorted().map(String.init).joined(separator: " ") }
    }
}

/// Which ties a picture has: all, or where these would be a black spot (a model with a thousand committers ties half a million
/// pairs) everybody’s heaviest.
enum DrawnTies {
    static let most = 20_000

    /// Numbers of ties. Each is ranked among those of either end, and the better rank counts.
    static func kept(of ties: Ties, most: Int = most) -> [Int] {
        let all = 0..<ties.edgeCount
        guard all.count > most else { return Array(all) }
        let byWeight = all.sorted { (-ties.weights[$0], $0) < (-ties.weights[$1], $1) }
        var met = [Int](repeating: 0, count: ties.count)
        var ranks = [Int](repeating: 0, count: all.count)
        for i in byWeight {
            let (a, b) = (ties.left[i], ties.right[i])
            ranks[i] = min(met[a], met[b])
            met[a] += 1
            met[b] += 1
        }
        return byWeight.sorted { (ranks[$0], -ties.weights[$0], $0) < (ranks[$1], -ties.weights[$1], $1) }
            .prefix(most).sorted()
    }
}
