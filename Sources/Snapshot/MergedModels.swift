package import Catalog
import Core

/// One list among those that a snapshot is made from: a catalog of its own, and what it is.
package struct SnapshotList {
    package enum Role: String, Sendable {
        /// A listing of the Hub: what is in it exists.
        case listing
        /// Facts about models that may or may not be on the Hub, such as edges between them.
        case facts
        /// Only names, to choose by.
        case names
    }

    package var catalog: Catalog
    package var source: SourceRow
    package var role: Role

    package init(_ catalog: Catalog, _ source: SourceRow, role: Role) {
        self.catalog = catalog
        self.source = source
        self.role = role
    }
}

/// Models put together from several lists. **The rule, in one place:**
///
/// 1. A model is known by its id of today: cleaning has put today's ids in the place of old ones, in rows and in bases.
/// 2. Lists are read from the oldest to the newest; of each field the newest value that is not missing stands.
///    Parameters are the exception: a measured figure is never replaced by one that was read from a name.
///    A list of bases stands as a whole, and a relation that it leaves open is taken from a list that knows it.
///    Facts that are no listing (edges, details) fill what is missing and replace nothing a later listing says.
///    (`ModelRow.merged(with:)` does this, as it does for two cleans of one model.)
/// 3. What was counted is kept for every day; `downloads` and `likes` are the newest of them.
/// 4. A model without a day that was listed before the Hub noted days (2022-03-02) is from before the record.
/// 5. A model that the newest list says was removed keeps its row and is marked.
/// 6. A model exists when a listing has it.
struct MergedModels {
    private let lists: [SnapshotList]

    init(_ lists: [SnapshotList]) {
        self.lists = lists.filter { $0.role != .names }.enumerated()
            .sorted { ($0.element.source.day, $0.offset) < ($1.element.source.day, $1.offset) }.map(\.element)
    }

    /// The model from every list that has it; nil when no listing has.
    func model(_ repoID: String) throws -> ModelRow? {
        var merged: ModelRow?
        var isListed = false
        for list in lists {
            guard let row = try list.catalog.model(repoID).map({ prepared($0, from: list) }) else { continue }
            merged = merged.map { $0.merged(with: row) } ?? row
            isListed = isListed || list.role == .listing
        }
        return isListed ? merged.map(finished) : nil
    }
}

extension MergedModels {
    private func prepared(_ row: ModelRow, from list: SnapshotList) -> ModelRow {
        var row = row
        // Facts speak of no day on which anything was counted, so that any listing is newer than they are.
        if list.role == .facts { row.observations = [] }
        if list.role == .listing, row.observations.isEmpty, row.downloads != nil || row.likes != nil {
            row.observations = [Observation(day: list.source.day, downloads: row.downloads, likes: row.likes)]
        }
        if row.createdAt == nil, list.role == .listing, list.source.day.number < firstRecordedDay {
            row.isBeforeRecord = true
        }
        return row
    }

    private func finished(_ row: ModelRow) -> ModelRow {
        var row = row
        row.downloads = row.observations.last { $0.downloads != nil }?.downloads
        row.likes = row.observations.last { $0.likes != nil }?.likes
        row.derive()
        return row
    }
}
