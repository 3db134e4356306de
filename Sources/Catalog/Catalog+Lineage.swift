import SQLite

// Rows are numbered as `ModelColumns` has them: models in the order of their ids, from 0.

extension Catalog {
    /// Every base model that a model states, by the model's row, in the order of rows and of statement.
    package func scanBasesByRow(_ body: (_ row: Int, _ base: BaseModel) throws -> Void) throws {
        let rowOf = try rowsOfModels()
        try inCatalogWords {
            let read = try database.prepare("SELECT model, base, relation FROM bases ORDER BY model, position")
            while try read.step() {
                guard let row = rowOf(try read.neededInt(0)) else { continue }
                try body(row, BaseModel(repoID: read.string(1)!, relation: try known(read.string(2)!)))
            }
        }
    }

    /// Names that models once bore, with the row of the model that bears another now.
    package func formerNamesByRow() throws -> [(name: String, row: Int)] {
        let rowOf = try rowsOfModels()
        return try inCatalogWords {
            try statement("SELECT name, model FROM former_names ORDER BY name").all {
                (try $0.neededString(0), rowOf(try $0.neededInt(1)))
            }.compactMap { name, row in row.map { (name, $0) } }
        }
    }

    /// Which row a model's number in the catalog is; nil where no model has it.
    private func rowsOfModels() throws -> (Int) -> Int? {
        var rows: [Int32] = []
        var count: Int32 = 0
        try inCatalogWords {
            let read = try database.prepare("SELECT id FROM models ORDER BY id")
            while try read.step() {
                let id = try read.neededInt(0)
                while rows.count < id { rows.append(-1) }
                rows.append(count)
                count += 1
            }
        }
        return { id in rows.indices.contains(id) && rows[id] >= 0 ? Int(rows[id]) : nil }
    }
}
