package import Catalog
package import Core

extension Census {
    /// What one month, task, library or modality adds up to.
    package struct Sum<Key: Hashable & Sendable>: Equatable, Sendable {
        package var key: Key
        package var count = 0
        package var downloads = 0
        package var likes = 0
    }

    /// New rows by month, oldest first; nil first: before the record, or no day known. Months without a row are left out.
    package var byMonth: [Sum<Month?>] {
        summed(by: \.month).sorted { ($0.key?.number ?? .min) < ($1.key?.number ?? .min) }
    }

    /// Greatest first, ties by name; nil: no task stated.
    package var byTask: [Sum<String?>] {
        summed(by: \.task).sorted { ($1.count, $0.key ?? "") < ($0.count, $1.key ?? "") }
    }

    /// Greatest first, ties by name; nil: no library stated.
    package var byLibrary: [Sum<String?>] {
        summed(by: \.library).sorted { ($1.count, $0.key ?? "") < ($0.count, $1.key ?? "") }
    }

    /// In the order of the Hub's table, those without a row left out.
    package var byModality: [Sum<Modality>] {
        let sums = summed { Modality(task: $0.task) }
        return Modality.allCases.compactMap { modality in sums.first { $0.key == modality } }
    }

    private func summed<Key: Hashable & Sendable>(by key: (Cell) -> Key) -> [Sum<Key>] {
        var sums: [Key: Sums] = [:]
        for cell in cells {
            sums[key(cell), default: Sums()].add(
                Sums(count: cell.count, downloads: cell.downloads, likes: cell.likes))
        }
        return sums.map { Sum(key: $0, count: $1.count, downloads: $1.downloads, likes: $1.likes) }
    }
}
