import SQLite

extension Catalog {
    /// Every model once, in the order they came in, with the columns that are counted and nothing else: no `hubID`,
    /// `licenseRaw`, `papers`, `datasets`, `bases` and no `observations`. Whole listings are counted this way: it asks the
    /// database once, where `forEachModel` asks it three times a model.
    package func scanModels(_ body: (ModelRow) throws -> Void) throws {
        try inCatalogWords {
            let left = ["hub_id", "license_raw", "papers", "datasets"]
            let columns = ModelStatements.columns.map { left.contains($0) ? "NULL" : $0 }.joined(separator: ", ")
            let read = try database.prepare("SELECT \(columns) FROM models")
            while try read.step() { try body(try row(from: read)) }
        }
    }
}
