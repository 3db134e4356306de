import Graph
import Report

extension Network {
    /// Edges of a file at most, the heaviest of them: a file of all would be larger than the rest of the site.
    static let mostExported = 200_000

    var graphs: [GraphFile] {
        [
            people.map { export($0, id: "network-people", title: "Who works with whom, people") },
            organizations.map {
                export($0, id: "network-of-organizations", title: "Who works with whom, organizations")
            },
        ].compactMap(\.self)
    }

    private func export(_ network: MeasuredNetwork, id: String, title: String) -> GraphFile {
        let graph = network.graph
        let degrees = graph.ties.degrees
        let kept = Self.heaviest(graph)
        let nodes = Table(
            id: "\(id)-nodes",
            columns: [
                (Column("name", "Name", .text), .texts(graph.names)),
                (Column("ties", "Ties", .count), .integers(degrees)),
                (Column("core", "k-core", .count), .integers(network.coreness)),
                (Column("community", "Community", .count), .integers(network.communities.of.map { $0 + 1 })),
            ])
        let edges = Table(
            id: "\(id)-edges",
            columns: [
                (Column("source", "Source", .text), .texts(kept.map { graph.names[graph.sources[$0]] })),
                (Column("target", "Target", .text), .texts(kept.map { graph.names[graph.targets[$0]] })),
                (
                    Column("weight", network.hasDirections ? "Commits" : "People in common", .count),
                    .integers(kept.map { Int(graph.weights[$0]) })
                ),
            ])
        let rest = graph.edgeCount - kept.count
        return GraphFile(
            id: id, title: title,
            text: rest > 0 ? "The \(Format.int(kept.count)) heaviest of \(Format.int(graph.edgeCount)) edges." : "",
            isDirected: network.hasDirections, nodes: nodes, edges: edges)
    }

    /// Numbers of the edges that are exported, in their order.
    private static func heaviest(_ graph: DirectedGraph) -> [Int] {
        let all = Array(0..<graph.edgeCount)
        guard all.count > mostExported else { return all }
        return all.sorted { (-graph.weights[$0], $0) < (-graph.weights[$1], $1) }.prefix(mostExported).sorted()
    }
}
