import Catalog
import Core

/// Rows by month, task and library. Tasks and libraries are numbered as they appear, so that a key is three numbers.
struct CellTally {
    private struct Key: Hashable {
        var month: Int32
        var task: Int32
        var library: Int32
    }

    private var tasks = Numbering()
    private var libraries = Numbering()
    private var sums: [Key: Sums] = [:]

    /// No month of the calendar in use has this number.
    private static let noMonth = Int32.min

    mutating func add(_ row: ModelRow, month: Month?) {
        let key = Key(
            month: month.map { Int32(clamping: $0.number) } ?? Self.noMonth, task: tasks.number(of: row.task),
            library: libraries.number(of: row.library))
        sums[key, default: Sums()].add(row)
    }

    func cells(libraryLimit: Int = 24, taskLimit: Int = 96) -> [Census.Cell] {
        let keptTasks = kept(tasks, by: \.task, limit: taskLimit)
        let keptLibraries = kept(libraries, by: \.library, limit: libraryLimit)
        var folded: [Named: Sums] = [:]
        for (key, sums) in sums {
            let named = Named(
                month: key.month == Self.noMonth ? nil : Month(number: Int(key.month)), task: keptTasks[Int(key.task)],
                library: keptLibraries[Int(key.library)])
            folded[named, default: Sums()].add(sums)
        }
        return folded.sorted { $0.key < $1.key }.map { key, sums in
            Census.Cell(
                month: key.month, task: key.task, library: key.library, count: sums.count, downloads: sums.downloads,
                likes: sums.likes)
        }
    }

    /// What each number is called in the end: its name, or "other" beyond the most used.
    private func kept(_ numbering: Numbering, by part: KeyPath<Key, Int32>, limit: Int) -> [String?] {
        var counts = [Int](repeating: 0, count: numbering.names.count)
        for (key, sums) in sums { counts[Int(key[keyPath: part])] += sums.count }
        let named = zip(numbering.names, counts).compactMap { name, count in name.map { ($0, count) } }
        let most = mostUsed(named, limit: limit)
        return numbering.names.map { name in name.map { most.contains($0) ? $0 : "other" } }
    }
}

private struct Named: Hashable, Comparable {
    var month: Month?
    var task: String?
    var library: String?

    static func < (a: Named, b: Named) -> Bool {
        (a.month?.number ?? .min, a.task ?? "", a.library ?? "") < (
            b.month?.number ?? .min, b.task ?? "", b.library ?? ""
        )
    }
}

private struct Numbering {
    private var numbers: [String?: Int32] = [:]
    private(set) var names: [String?] = []

    mutating func number(of name: String?) -> Int32 {
        if let number = numbers[name] { return number }
        let number = Int32(names.count)
        numbers[name] = number
        names.append(name)
        return number
    }
}
