import SQLite

extension Catalog {
    /// Every model once, in the order they came in, with the columns that are counted and nothing else: no `hubID`,
    /// `licenseRaw`, `papers`, `datasets`, `bases`, `tags` and no `observations`. Whole listings are counted this way: it
    /// asks the database once, where `forEachModel` asks it three times a model.
    package func scanModels(_ body: (ModelRow) throws -> Void) throws {
        try inCatalogWords {
            let left = ["hub_id", "license_raw", "papers", "datasets", "tags"]
            let columns = ModelStatements.columns.map { left.contains($0) ? "NULL" : $0 }.joined(separator: ", ")
            let read = try database.prepare("SELECT \(columns) FROM models")
            while try read.step() { try body(try row(from: read)) }
        }
    }
}

extension Catalog {
    /// Every base model that a model states, with the model's id.
    package func scanBases(_ body: (_ repoID: String, _ base: BaseModel) throws -> Void) throws {
        try inCatalogWords {
            let read = try database.prepare(
                "SELECT m.repo_id, b.base, b.relation FROM bases b JOIN models m ON m.id = b.model")
            while try read.step() {
                try body(read.string(0)!, BaseModel(repoID: read.string(1)!, relation: try known(read.string(2)!)))
            }
        }
    }
}
