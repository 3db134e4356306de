import Catalog
import Core
import JSON
import Lineage

/// Who was made from whom in a catalog: columns read, graph built, its summary counted, each timed.
func countLineage(_ path: String) throws -> JSONValue {
    let catalog = try Catalog(path: path, mode: .read)
    let (models, reading) = try timed { try ModelColumns(reading: catalog) }
    let before = PeakMemory.bytes()
    let (lineage, building) = try timed { try Lineage(reading: catalog, models: models) }
    let (summary, counting) = timed { LineageSummary(of: lineage) }
    return [
        "models": .integer(summary.models), "derived": .integer(summary.derived),
        "edges": .integer(summary.edges), "first": JSONValue(summary.roots.first?.repoID),
        "descendants": JSONValue(summary.roots.first?.descendants),
        "columnsSeconds": .number(reading), "graphSeconds": .number(building),
        "summarySeconds": .number(counting),
        "peakBytesMore": .integer(PeakMemory.bytes() - before),
    ]
}
