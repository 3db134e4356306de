import Catalog
import Core

/// Rows by owner, and the month of each owner's first row.
struct OwnerTally {
    private struct Entry {
        var sums = Sums()
        var hasDownloads = false
        /// nil: a row without a month, which is older than any month.
        var first: Month?

        mutating func add(_ row: ModelRow, month: Month?) {
            first = sums.count == 0 ? month : earlier(first, month)
            sums.add(row)
            if row.downloads != nil { hasDownloads = true }
        }

        private func earlier(_ a: Month?, _ b: Month?) -> Month? {
            guard let a, let b else { return nil }
            return min(a, b)
        }
    }

    private var entries: [String: Entry] = [:]

    var count: Int { entries.count }

    // The entry changes where it lies: a call that also saw `self` would copy all of them, for every row.
    mutating func add(_ row: ModelRow, month: Month?) {
        guard let owner = row.owner else { return }
        entries[owner, default: Entry()].add(row, month: month)
    }

    func rowsPerOwner() -> Distribution { Distribution(of: entries.values.map(\.sums.count)) }

    /// An owner none of whose rows has the counter is unknown.
    func downloadsPerOwner() -> Distribution {
        let known = entries.values.filter(\.hasDownloads)
        return Distribution(of: known.map(\.sums.downloads), unknown: entries.count - known.count)
    }

    func firstMonths() -> [Census.MonthCount] {
        Dictionary(grouping: entries.values, by: \.first)
            .map { Census.MonthCount(month: $0, count: $1.count) }
            .sorted { ($0.month?.number ?? .min) < ($1.month?.number ?? .min) }
    }

    /// Those with most rows; ties by downloads, then by name.
    func greatest(_ limit: Int) -> [Census.OwnerCount] {
        entries.sorted { a, b in
            (b.value.sums.count, b.value.sums.downloads, a.key) < (a.value.sums.count, a.value.sums.downloads, b.key)
        }
        .prefix(limit).map { owner, entry in
            Census.OwnerCount(
                owner: owner, count: entry.sums.count, downloads: entry.sums.downloads, likes: entry.sums.likes)
        }
    }
}
