package import Catalog
import Core

extension LineageSummary {
    /// How many are named, and of how many the months are counted.
    package static let mostRoots = 100
    package static let mostCurves = 12

    /// Throws `CatalogError`.
    package init(reading catalog: Catalog) throws { self.init(of: try Lineage(reading: catalog)) }

    package init(of lineage: Lineage) {
        let graph = lineage.graph
        self.init()
        models = graph.models
        derived = graph.derived
        edges = graph.edgeCount
        months = Self.months(of: lineage)
        depths = Self.depths(of: graph)
        countRoots(of: lineage)
        transitions = Trait.allCases.flatMap { TransitionTally($0, of: lineage).transitions }
        oddities = Self.oddities(of: lineage)
    }
}

extension LineageSummary {
    private static let relations = BaseModel.Relation.allCases

    private static func months(of lineage: Lineage) -> [MonthCount] {
        var counts: [Month?: [Int]] = [:]
        for child in 0..<lineage.graph.models {
            let edges = lineage.graph.parents.of(child)
            if edges.isEmpty { continue }
            let month = lineage.models.createdIn(child)
            for edge in edges {
                let code = Int(lineage.graph.parents.relations[edge])
                counts[month, default: [Int](repeating: 0, count: relations.count)][code] += 1
            }
        }
        return counts.sorted { ($0.key?.number ?? .min) < ($1.key?.number ?? .min) }.flatMap { month, counts in
            zip(relations, counts).filter { $1 > 0 }.map {
                MonthCount(month: month, relation: $0.rawValue, count: $1)
            }
        }
    }

    private static func depths(of graph: LineageGraph) -> [Int] {
        var counts: [Int] = []
        for model in 0..<graph.models {
            let depth = Int(graph.depth[model])
            while counts.count <= depth { counts.append(0) }
            counts[depth] += 1
        }
        return counts
    }

    private mutating func countRoots(of lineage: Lineage) {
        var walk = Walk(lineage.graph)
        for (place, found) in lineage.graph.mostDerived(Self.mostRoots).enumerated() {
            let descent = walk.descent(of: found.vertex)
            var byRelation = [Int](repeating: 0, count: Self.relations.count)
            for code in descent.relation.dropFirst() { byRelation[Int(code)] += 1 }
            let name = lineage.name(of: found.vertex)
            roots.append(
                Root(
                    repoID: name, isListed: lineage.isListed(found.vertex),
                    children: lineage.graph.children.count(of: found.vertex), descendants: found.descendants,
                    depth: Int(descent.generation.last ?? 0), byRelation: byRelation))
            if place < Self.mostCurves { rootMonths += Self.curve(of: descent, name, lineage) }
        }
    }

    private static func curve(of descent: Descent, _ name: String, _ lineage: Lineage) -> [RootMonth] {
        var counts: [Month?: Int] = [:]
        for vertex in descent.vertices.dropFirst() {
            let month = lineage.isListed(Int(vertex)) ? lineage.models.createdIn(Int(vertex)) : nil
            counts[month, default: 0] += 1
        }
        return counts.sorted { ($0.key?.number ?? .min) < ($1.key?.number ?? .min) }
            .map { RootMonth(repoID: name, month: $0.key, count: $0.value) }
    }

    private static func oddities(of lineage: Lineage) -> [Oddity] {
        let (graph, names) = (lineage.graph, lineage.names)
        func named(_ vertices: ArraySlice<Int32>) -> [String] { vertices.map { lineage.name(of: Int($0)) } }
        let rings = graph.rings.prefix(5).map { named($0.prefix(4)).joined(separator: " ⇄ ") }
        let odd: [(Oddity.Kind, Int, [String])] = [
            (.ring, graph.rings.count, rings),
            (.selfParent, graph.selfEdges.count, named(graph.selfEdges.prefix(5))),
            (.unlisted, names.unlisted.count, names.unlisted.examples),
            (.ownerless, names.ownerless.count, names.ownerless.examples),
            (.renamed, names.renamed.count, names.renamed.examples),
            (.otherCase, names.otherCase.count, names.otherCase.examples),
            (.double, graph.doubleEdges, []),
        ]
        return odd.filter { $0.1 > 0 }.map { Oddity(kind: $0.0, count: $0.1, examples: $0.2) }
    }
}
