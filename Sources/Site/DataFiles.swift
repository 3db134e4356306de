import Compression
import Foundation
import JSON
import Report

/// The open data of a site: every figure's and every listed table as CSV and JSON in `data/`, with `data/index.json` that
/// says what their columns are; and the shards that live charts load.
struct DataFiles {
    struct Entry {
        var page: String
        var title: String?
        var table: Table
        var provenance: Provenance?
        var csv: (name: String, sizeBytes: Int)
        var json: (name: String, sizeBytes: Int)
    }

    /// A network as files: GraphML, and its two tables.
    struct Graph {
        var title: String
        var text: String
        var graphML: (name: String, sizeBytes: Int)
        var nodes: Entry
        var edges: Entry
    }

    struct Shard {
        var name: String
        var sizeBytes: Int
    }

    private(set) var entries: [Entry] = []
    /// Figure → its shard.
    private(set) var shards: [String: Shard] = [:]
    /// Page → its networks.
    private(set) var graphs: [String: [Graph]] = [:]
    /// Figure → the shards of its shelf.
    private(set) var shelves: [String: [Shard]] = [:]
    /// Page → its records.
    private(set) var records: [String: RecordFiles] = [:]

    init(pages: [Page], into folder: inout SiteFolder) throws {
        for page in pages {
            for figure in page.figures {
                try add(figure.liveTable ?? figure.table, as: figure.id, of: page, figure: figure, into: &folder)
                if let live = figure.liveTable { shards[figure.id] = try shard(live, figure.id, into: &folder) }
                for (i, shelved) in figure.shelf.enumerated() {
                    let shard = try shard(shelved.table, "\(figure.id)/\(i)", into: &folder)
                    shelves[figure.id, default: []].append(shard)
                }
            }
            for titled in page.tables {
                let id = "\(page.id)-\(titled.id)"
                try add(titled.table, as: id, of: page, title: titled.title, into: &folder)
            }
            for graph in page.graphs { try add(graph, of: page, into: &folder) }
            if let shelf = page.records { records[page.id] = try RecordFiles(shelf, into: &folder) }
        }
        try folder.write(index.bytes + [10], to: "data/index.json")
        try folder.write(findings(of: pages).bytes + [10], to: "data/findings.json")
    }

    /// What a page embeds of a figure, with the files that hold its large tables.
    func json(of figure: Figure) -> JSONValue {
        figure.json(shard: shards[figure.id]?.name, shelf: (shelves[figure.id] ?? []).map(\.name))
    }

    /// The files of a figure, which bear its id.
    func entry(of figure: String) -> Entry? { entries.first { $0.csv.name == "data/\(figure).csv" } }
}

extension DataFiles {
    private mutating func add(
        _ table: Table, as id: String, of page: Page, title: String? = nil, figure: Figure? = nil,
        into folder: inout SiteFolder
    ) throws {
        let csv = TableFile.bytes(of: table)
        let json = table.json.bytes + [10]
        entries.append(
            Entry(
                page: page.id, title: title ?? figure?.title, table: table, provenance: figure?.provenance,
                csv: (try folder.write(csv, to: "data/\(id).csv"), csv.count),
                json: (try folder.write(json, to: "data/\(id).json"), json.count)))
    }

    private mutating func add(_ graph: GraphFile, of page: Page, into folder: inout SiteFolder) throws {
        for (table, part) in [(graph.nodes, "nodes"), (graph.edges, "edges")] {
            try add(table, as: "\(graph.id)-\(part)", of: page, title: "\(graph.title): \(part)", into: &folder)
        }
        let file = GraphML.bytes(of: graph)
        graphs[page.id, default: []].append(
            Graph(
                title: graph.title, text: graph.text,
                graphML: (try folder.write(file, to: "data/\(graph.id).graphml"), file.count),
                nodes: entries[entries.count - 2], edges: entries[entries.count - 1]))
    }

    /// One line that a page opened from disk may load as a script: the table's JSON, packed, as base64.
    ///
    /// - Parameter id: What the script calls with; a part after "/" numbers the shards of a shelf.
    private func shard(_ table: Table, _ id: String, into folder: inout SiteFolder) throws -> Shard {
        let packed = Data(try Gzip.compress(table.json.bytes)).base64EncodedString()
        let line = Array("HubAtlas.receive(\"\(id)\",\"\(packed)\");\n".utf8)
        let name = id.split(separator: "/").joined(separator: "-")
        return Shard(name: try folder.write(line, named: "data/\(name)", "js"), sizeBytes: line.count)
    }

    private var index: JSONValue { ["tables": .array(entries.map(\.description)), "findings": "data/findings.json"] }

    /// Every answer with where it is seen, counted and explained.
    private func findings(of pages: [Page]) -> JSONValue {
        [
            "findings": .array(
                pages.flatMap(\.findings).map { finding in
                    let links = FindingLinks(finding, pages: pages)
                    return [
                        "id": .string(finding.id), "sentence": .string(finding.sentence.plain),
                        "figure": .string(links.figure), "method": JSONValue(links.method),
                        "rows": JSONValue(links.table.flatMap { entry(of: $0)?.csv.name }),
                        "source": .string(finding.provenance.source), "counted": .string(finding.provenance.rows),
                        "caveat": .string(finding.provenance.caveat),
                    ]
                })
        ]
    }
}

extension DataFiles.Entry {
    fileprivate var description: JSONValue {
        [
            "id": .string(table.id), "page": .string("\(page).html"), "title": JSONValue(title),
            "rows": .integer(table.rowCount),
            "columns": .array(
                table.columns.map { column in
                    [
                        "key": .string(column.key), "label": .string(column.label),
                        "kind": .string(column.kind.rawValue), "unit": JSONValue(column.unit),
                    ]
                }),
            "source": JSONValue(provenance?.source), "caveat": JSONValue(provenance?.caveat),
            "files": ["csv": .string(csv.name), "json": .string(json.name)],
        ]
    }
}
