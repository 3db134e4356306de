import SQLite

extension Catalog {
    /// Every model once, in the order they came in, with the columns that are counted and nothing else: no `hubID`,
    /// `licenseRaw`, `papers`, `datasets` and no `observations`, and free tags only for who asks. Whole listings are counted
    /// this way: two queries side by side, where `forEachModel` asks three times a model.
    package func scanModels(withTags: Bool = false, _ body: (ModelRow) throws -> Void) throws {
        try inCatalogWords {
            let left = ["hub_id", "license_raw", "papers", "datasets"] + (withTags ? [] : ["tags"])
            let columns = RepoStatements.models.columns.map { left.contains($0) ? "NULL" : $0 }.joined(separator: ", ")
            let read = try database.prepare("SELECT \(columns), id FROM models ORDER BY id")
            var bases = try BaseCursor(self)
            while try read.step() {
                var row = try self.row(from: read)
                row.bases = try bases.take(of: try read.neededInt(RepoStatements.models.columns.count))
                try body(row)
            }
        }
    }
}

/// The table of bases read beside that of models, both by the number of the model.
private struct BaseCursor {
    private let catalog: Catalog
    private let read: Statement
    private var isAtRow: Bool

    init(_ catalog: Catalog) throws {
        self.catalog = catalog
        read = try catalog.database.prepare("SELECT model, base, relation FROM bases ORDER BY model, position")
        isAtRow = try read.step()
    }

    /// The bases of a model; models must be asked for in their order.
    mutating func take(of model: Int) throws -> [BaseModel] {
        var bases: [BaseModel] = []
        while isAtRow, try read.neededInt(0) <= model {
            if try read.neededInt(0) == model {
                bases.append(
                    BaseModel(
                        repoID: try read.neededString(1), relation: try catalog.known(try read.neededString(2))))
            }
            isAtRow = try read.step()
        }
        return bases
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
