import Catalog
import Censuses
import Core

/// A census of a few cells: the small world of a test.
///
///     census("2024-07-11", [("2024-06", "text-generation", 3), (nil, nil, 2)])
func census(
    _ day: String, _ cells: [(month: String?, task: String?, count: Int)], kind: Census.Kind = .models,
    coverage: SourceRow.Coverage = .whole, rows: Int? = nil, beforeRecord: Int? = nil
) -> Census {
    let source = SourceRow(
        key: "hub-\(kind)-\(day)", title: kind == .models ? "Hub model list" : "Hub dataset list", day: Day(day)!,
        coverage: coverage, rows: rows ?? cells.reduce(0) { $0 + $1.count })
    var census = Census(kind: kind, source: source)
    census.rows = source.rows
    census.cells = cells.map {
        Census.Cell(
            month: $0.month.map { Month($0)! }, task: $0.task, library: nil, count: $0.count, downloads: $0.count * 10,
            likes: $0.count)
    }
    census.beforeRecord = beforeRecord ?? census.cells.reduce(0) { $0 + ($1.month == nil ? $1.count : 0) }
    return census
}

/// A model with what the marks need.
func model(
    _ repoID: String, likes: Int?, on day: String? = nil, task: String? = nil, parameters: Int? = nil,
    counted: String = "2024-07-11", beforeRecord: Bool = false
) -> ModelRow {
    var row = ModelRow(repoID: repoID)
    row.owner = repoID.split(separator: "/").first.map(String.init)
    row.createdAt = day.map { Instant("\($0)T12:00:00Z")! }
    row.isBeforeRecord = beforeRecord
    row.task = task
    row.modality = Modality(task: task)
    row.likes = likes
    row.parameters = parameters
    row.parametersFrom = parameters == nil ? nil : .safetensors
    row.observations = [Observation(day: Day(counted)!, downloads: nil, likes: likes)]
    return row
}

/// `count` months with the same number of new models each, up to the month before the list's.
func steady(_ day: String, months: Int, each: Int, task: String? = "text-generation") -> Census {
    let last = Day(day)!.month
    return census(day, (1...months).map { (last.advanced(by: -$0).description, task, each) })
}
