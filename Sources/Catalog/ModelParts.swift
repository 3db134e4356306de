import Core
import SQLite

/// Bases and observations of every model, read in one go: two queries instead of two for each model.
struct ModelParts {
    private var bases = Rows<BaseModel>()
    private var observations = Rows<Observation>()

    init(_ catalog: Catalog) throws {
        let readBases = try catalog.database.prepare("SELECT model, base, relation FROM bases ORDER BY model, position")
        while try readBases.step() {
            bases.append(
                BaseModel(repoID: readBases.string(1)!, relation: try catalog.known(readBases.string(2)!)),
                of: try readBases.neededInt(0))
        }
        try catalog.forEachHistory { id, seen in
            for observation in seen { observations.append(observation, of: id) }
        }
    }

    func bases(of id: Int) -> [BaseModel] { bases.rows(of: id) }
    func observations(of id: Int) -> [Observation] { observations.rows(of: id) }

    /// Values in the order of row numbers, and where those of each begin.
    private struct Rows<Value> {
        private var values: [Value] = []
        private var starts: [Int32] = []

        mutating func append(_ value: Value, of id: Int) {
            while starts.count <= id { starts.append(Int32(values.count)) }
            values.append(value)
        }

        func rows(of id: Int) -> [Value] {
            guard id < starts.count else { return [] }
            let start = Int(starts[id])
            let end = id + 1 < starts.count ? Int(starts[id + 1]) : values.count
            return start < end ? Array(values[start..<end]) : []
        }
    }
}
