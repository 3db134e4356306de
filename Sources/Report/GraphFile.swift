package import JSON

/// A network for other programs: a site carries it as GraphML and its two tables as CSV.
///
/// `nodes` begins with a column `name` whose texts differ; `edges` begins with `source` and `target`, which are such names.
package struct GraphFile: Equatable, Sendable {
    /// What its files are called: "network-people".
    package var id: String
    package var title: String
    /// What it leaves out; empty when nothing.
    package var text: String
    package var isDirected: Bool
    package var nodes: Table
    package var edges: Table

    package init(id: String, title: String, text: String = "", isDirected: Bool, nodes: Table, edges: Table) {
        self.id = id
        self.title = title
        self.text = text
        self.isDirected = isDirected
        self.nodes = nodes
        self.edges = edges
    }
}

extension GraphFile {
    var json: JSONValue {
        [
            "id": .string(id), "title": .string(title), "text": .string(text), "isDirected": .bool(isDirected),
            "nodes": nodes.json, "edges": edges.json,
        ]
    }

    init(_ place: Place) throws(Place.Mismatch) {
        self.init(
            id: try place["id"].text(), title: try place["title"].text(), text: try place["text"].text(),
            isDirected: try place["isDirected"].need(place["isDirected"].value.bool, "true or false"),
            nodes: try Table(place["nodes"]),
            edges: try Table(place["edges"]))
    }
}
