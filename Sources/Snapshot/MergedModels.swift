package import Catalog
import Core

/// One list among those that a snapshot is made from: a catalog of its own, and what it is.
package struct SnapshotList {
    /// What a list is for among those that are merged.
    package enum Role: String, Sendable {
        /// A listing of the Hub: what is in it exists.
        case listing
        /// What someone says about models that may or may not be on the Hub: edges, details, results.
        case facts
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
/// 2. Listings are read from the oldest to the newest; of each field the newest value that is not missing stands.
///    Parameters are the exception: a measured figure is never replaced by one that was read from a name.
///    A list of bases stands as a whole, and a relation that it leaves open is taken from a listing that knows it.
///    Then facts that are no listing fill what is missing, the newest first; of these the bases are added.
///    (`ModelRow.merged(with:)` and `filled(with:)` do this, as they do when one catalog is cleaned.)
/// 3. What was counted is kept for every day; `downloads` and `likes` are the newest of them.
/// 4. A model without a day that was listed before the Hub noted days (2022-03-02) is from before the record.
/// 5. A model that the newest list says was removed keeps its row and is marked.
/// 6. A model exists when a listing has it.
struct MergedModels {
    /// Oldest first.
    private let listings: [SnapshotList]
    /// Newest first.
    private let facts: [SnapshotList]

    init(_ lists: [SnapshotList]) {
        let ordered = lists.enumerated()
            .sorted { ($0.element.source.day, $0.offset) < ($1.element.source.day, $1.offset) }.map(\.element)
        listings = ordered.filter { $0.role == .listing }
        facts = ordered.filter { $0.role == .facts }.reversed()
    }

    /// The model from every list that has it; nil when no listing has.
    func model(_ repoID: String) throws -> ModelRow? {
        var merged: ModelRow?
        for list in listings {
            guard let row = try list.catalog.model(repoID) else { continue }
            let listed = prepared(row, from: list)
            merged = merged.map { $0.merged(with: listed) } ?? listed
        }
        guard var merged else { return nil }
        for list in facts {
            if let fact = try list.catalog.model(repoID) { merged = merged.filled(with: fact) }
        }
        return finished(merged)
    }
}

extension MergedModels {
    private func prepared(_ row: ModelRow, from list: SnapshotList) -> ModelRow {
        var row = row
        if row.observations.isEmpty, row.downloads != nil || row.likes != nil {
            row.observations = [Observation(day: list.source.day, downloads: row.downloads, likes: row.likes)]
        }
        if row.createdAt == nil, list.source.day.number < firstRecordedDay { row.isBeforeRecord = true }
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
