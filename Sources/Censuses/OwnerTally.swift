import Catalog
import Core

/// Rows by owner, and the month of each owner's first row.
struct OwnerTally {
    private struct Entry {
        var sums = Sums()
        var hasDownloads = false
        var hasLikes = false
        /// nil: a row without a month, which is older than any month.
        var first: Month?

        mutating func add(_ row: ModelRow, month: Month?) {
            first = sums.count == 0 ? month : earlier(first, month)
            sums.add(row)
            if row.downloads != nil { hasDownloads = true }
            if row.likes != nil { hasLikes = true }
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

    func likesPerOwner() -> Distribution {
        let known = entries.values.filter(\.hasLikes)
        return Distribution(of: known.map(\.sums.likes), unknown: entries.count - known.count)
    }

    func firstMonths() -> [Census.MonthCount] {
        Dictionary(grouping: entries.values, by: \.first)
            .map { Census.MonthCount(month: $0, count: $1.count) }
            .sorted { ($0.month?.number ?? .min) < ($1.month?.number ?? .min) }
    }

    /// Those with most of something, and with any; ties by rows, downloads, then by name.
    func greatest(_ limit: Int, by value: KeyPath<Census.OwnerCount, Int>) -> [Census.OwnerCount] {
        entries.map { owner, entry in
            Census.OwnerCount(
                owner: owner, count: entry.sums.count, downloads: entry.sums.downloads, likes: entry.sums.likes)
        }
        .filter { $0[keyPath: value] > 0 }
        .sorted { a, b in
            (b[keyPath: value], b.count, b.downloads, a.owner) < (a[keyPath: value], a.count, a.downloads, b.owner)
        }
        .prefix(limit).map(\.self)
    }
}
