import Catalog
import Numerics

/// How the counters of models are spread within each field: the modalities of the Hub's own table, and the study's three.
struct FieldTally {
    private struct Counters {
        var rows = 0
        var downloads: [Int] = []
        var likes: [Int] = []
        var byOwner: [String: Int] = [:]

        mutating func add(_ row: ModelRow) {
            rows += 1
            if let value = row.likes { likes.append(value) }
            guard let value = row.downloads else { return }
            downloads.append(value)
            if let owner = row.owner { byOwner[owner] = saturating(byOwner[owner] ?? 0, value) }
        }
    }

    private var hub = [Counters](repeating: Counters(), count: Modality.allCases.count)
    private var study = [Counters](repeating: Counters(), count: StudyField.allCases.count)

    mutating func add(_ row: ModelRow) {
        if let place = Modality.allCases.firstIndex(of: row.modality) { hub[place].add(row) }
        for (place, field) in StudyField.allCases.enumerated()
        where field.holds(task: row.task, tags: row.tags) || field == .language && row.isConversational {
            study[place].add(row)
        }
    }

    /// Only those that have a row.
    func fields() -> [Census.FieldCounters] {
        let ofTheHub = zip(Modality.allCases, hub).map { counted(.hub, $0.rawValue, $1) }
        let ofTheStudy = zip(StudyField.allCases, study).map { counted(.study, $0.rawValue, $1) }
        return (ofTheHub + ofTheStudy).filter { $0.rows > 0 }
    }

    private func counted(_ scheme: Census.FieldScheme, _ name: String, _ counters: Counters) -> Census.FieldCounters {
        Census.FieldCounters(
            scheme: scheme, name: name, rows: counters.rows, owners: counters.byOwner.count,
            downloads: Distribution(of: counters.downloads, unknown: counters.rows - counters.downloads.count),
            likes: Distribution(of: counters.likes, unknown: counters.rows - counters.likes.count),
            herfindahl: Distribution(of: Array(counters.byOwner.values)).spread.herfindahl)
    }
}
