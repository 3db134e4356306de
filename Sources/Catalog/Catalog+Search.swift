import Core
import SQLite

extension Catalog {
    /// Every model once, with everything that is known of it: bases, free tags, datasets, papers, every day's counts.
    ///
    ///     try catalog.scanForSearch { row in documents.append(Document(row)) }
    ///
    /// The search index is made from this. Models come in the order they came into the catalog: the same archive gives
    /// the same order, which the index sorts as it needs. Three statements walk side by side, each along the order its
    /// table is stored in, so that nothing is sorted or looked up and only one model is in memory: 760,000 models take a
    /// few seconds.
    ///
    /// Throws `CatalogError`, and what `body` throws.
    package func scanForSearch(_ body: (ModelRow) throws -> Void) throws {
        try inCatalogWords {
            let models = try database.prepare("\(RepoStatements.models.readAll) ORDER BY id")
            let bases = try PartCursor(
                database.prepare("SELECT model, base, relation FROM bases ORDER BY model, position"))
            let seen = try PartCursor(database.prepare("SELECT model, counts FROM history ORDER BY model"))
            while try models.step() {
                let id = try models.neededInt(RepoStatements.models.columns.count)
                var row = try self.row(from: models)
                row.bases = try bases.rows(of: id) {
                    BaseModel(repoID: try $0.neededString(1), relation: try known(try $0.neededString(2)))
                }
                row.observations = try seen.rows(of: id) { try history($0, 1) }.first ?? []
                try body(row)
            }
        }
    }
}

/// A statement whose rows belong to models and come in the order of the models' numbers, which are in the first column.
private final class PartCursor {
    private let statement: Statement
    /// Of the row it stands on; nil behind the last.
    private var model: Int?

    init(_ statement: Statement) throws {
        self.statement = statement
        try advance()
    }

    /// What `read` makes of each row of one model. Models must be asked for in rising order.
    func rows<Row>(of id: Int, _ read: (Statement) throws -> Row) throws -> [Row] {
        var rows: [Row] = []
        while let model, model <= id {
            if model == id { rows.append(try read(statement)) }
            try advance()
        }
        return rows
    }

    private func advance() throws { model = try statement.step() ? try statement.neededInt(0) : nil }
}
