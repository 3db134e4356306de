package import Catalog

/// A table that can be taken along, by the name of its file.
///
///     ExportTable.all.map(\.name) → ["models", "datasets", "spaces", "lineage", …]
package struct ExportTable: Sendable {
    package enum Rows: Sendable {
        /// What follows SELECT: FROM, and ORDER BY something that no two rows share.
        case query(String)
        /// Counts day by day, which the catalog has packed.
        case history
    }

    package var name: String
    package var meaning: String
    /// Which sources tell of it.
    package var subjects: [SourceRow.Subject]
    package var columns: [ExportColumn]
    var rows: Rows

    package static let all: [ExportTable] = [
        models, datasets, spaces, lineage, spaceModels, spaceDatasets, leaderboard, leaderboardScores, history,
        mentions,
        communities, sources,
    ]

    package static let names = all.map(\.name)
}
