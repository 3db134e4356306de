import Catalog
import Clean
import Core

/// What follows from several sources together, once all are in the catalog.
enum Relations {
    /// Joins results and Spaces to models, and counts what did not join.
    static func find(in catalog: Catalog) throws {
        let legacy = LegacyIDs.renames.map { (old: $0.key, new: $0.value) }
        for (source, table, column) in [
            ("leaderboard", "leaderboard_results", "model"), ("spaces", "model_spaces", "model"),
        ] {
            let names = try catalog.distinctTexts(column, of: table)
            guard !names.isEmpty else { continue }
            let missed = try catalog.joinModels(named: names, of: source, legacy: legacy)
            try catalog.setDiagnostics(missed, of: "join-\(source)")
        }
    }
}
