import Report

/// A network as GraphML, which Gephi, Cytoscape, igraph and NetworkX read.
///
///     <graph edgedefault="directed"><node id="n0"><data key="v0">ann</data>…
///
/// Vertices are numbered, so that no name has to be an identifier; names are data, escaped, and without the control
/// characters that XML 1.0 cannot hold at all (they become U+FFFD).
enum GraphML {
    static func bytes(of graph: GraphFile) -> [UInt8] {
        var out = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

            """
        let (ofNodes, ofEdges) = (graph.nodes.columns, Array(graph.edges.columns.dropFirst(2)))
        for (i, column) in ofNodes.enumerated() { out += key("v\(i)", "node", column) }
        for (i, column) in ofEdges.enumerated() { out += key("e\(i)", "edge", column) }
        out += "<graph id=\"\(escaped(graph.id))\" edgedefault=\"\(graph.isDirected ? "directed" : "undirected")\">\n"
        var numbers: [String: Int] = [:]
        for row in 0..<graph.nodes.rowCount {
            numbers[text(graph.nodes, ofNodes[0], row) ?? ""] = row
            out += "<node id=\"n\(row)\">" + data(graph.nodes, ofNodes, "v", row) + "</node>\n"
        }
        for row in 0..<graph.edges.rowCount {
            let ends = graph.edges.columns.prefix(2).map { numbers[text(graph.edges, $0, row) ?? ""] }
            // Every end is a node by the contract of `GraphFile`.
            guard ends.count == 2, let source = ends[0], let target = ends[1] else {
                preconditionFailure("graph \(graph.id): an edge without its node")
            }
            out +=
                "<edge source=\"n\(source)\" target=\"n\(target)\">" + data(graph.edges, ofEdges, "e", row)
                + "</edge>\n"
        }
        return Array((out + "</graph>\n</graphml>\n").utf8)
    }

    private static func key(_ id: String, _ of: String, _ column: Column) -> String {
        let type =
            switch column.kind.storage {
            case .integers: "long"
            case .numbers: "double"
            case .texts: "string"
            case .flags: "boolean"
            }
        return "<key id=\"\(id)\" for=\"\(of)\" attr.name=\"\(escaped(column.key))\" attr.type=\"\(type)\"/>\n"
    }

    private static func data(_ table: Table, _ columns: [Column], _ prefix: String, _ row: Int) -> String {
        columns.enumerated().compactMap { i, column in
            text(table, column, row).map { "<data key=\"\(prefix)\(i)\">\(escaped($0))</data>" }
        }.joined()
    }

    private static func text(_ table: Table, _ column: Column, _ row: Int) -> String? {
        switch table.values[column.key]! {
        case .numbers(let values): values[row].map { "\($0)" }
        case .integers(let values): values[row].map(String.init)
        case .texts(let values): values[row]
        case .flags(let values): values[row].map { "\($0)" }
        }
    }

    static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            case "<": out.append(contentsOf: "&lt;".unicodeScalars)
            case ">": out.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
            case "\t", "\n", "\r": out.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": out.append("\u{FFFD}")
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}
