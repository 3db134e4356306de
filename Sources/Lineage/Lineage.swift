package import Catalog

/// The lineage of a catalog's models: the graph, their columns, and what was odd about the names of bases.
///
///     let lineage = try Lineage(reading: catalog)
///     lineage.name(of: lineage.graph.mostDerived(1)[0].vertex)  → "stabilityai/stable-diffusion-xl-base-1.0"
package struct Lineage: Sendable {
    package let graph: LineageGraph
    package let models: ModelColumns
    /// Bases that are named and not listed, as the first model that names one spells it.
    package let missing: [String]
    package let names: BaseNames

    /// Throws `CatalogError`.
    package init(reading catalog: Catalog) throws {
        try self.init(reading: catalog, models: ModelColumns(reading: catalog))
    }

    /// - Parameter models: The catalog's columns, where they have been read already.
    package init(reading catalog: Catalog, models: ModelColumns) throws {
        var names = BaseNames()
        try catalog.scanBasesByRow { row, base in names.add(row: row, base) }
        names.resolve(models, formerNames: try catalog.formerNamesByRow())
        let listed = models.count
        graph = LineageGraph(
            models: listed, vertices: listed + names.missing.count, edges: names.edges(),
            days: models.createdOn + [Int32?](repeating: nil, count: names.missing.count))
        missing = names.missing
        self.names = names
        self.models = models
    }

    package func name(of vertex: Int) -> String {
        vertex < graph.models ? models.repoIDs[vertex] : missing[vertex - graph.models]
    }

    package func isListed(_ vertex: Int) -> Bool { vertex < graph.models }
}
