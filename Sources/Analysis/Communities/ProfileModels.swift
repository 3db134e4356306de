import Catalog
import Core
import Matching

/// What an account's models add up to.
struct ProfileModels {
    let models: ModelColumns
    private var families: FamilyTable?
    private var finder: MentionFinder?

    /// Rows of the lists of the most downloaded and most liked models.
    static let listed = 25
    /// More months and tasks than this are told by month and modality, the tasks beyond the first ten as "other".
    static let mostCells = 400
    static let mostTasks = 10

    init(models: ModelColumns, families: FamilyTable?) {
        self.models = models
        self.families = families
        finder = families.map { MentionFinder($0) }
    }

    mutating func describe(_ profile: inout Profile, rows: ArraySlice<Int32>) {
        var days: (first: Int32, last: Int32)?
        var licenses: [Int32: Int] = [:]
        var sizes: [Int] = []
        for row in rows.map(Int.init) {
            if models.isBeforeRecord[row] {
                profile.beforeRecord += 1
            } else if let day = models.createdOn[row] {
                days = (min(days?.first ?? day, day), max(days?.last ?? day, day))
            } else {
                profile.undated += 1
            }
            licenses[models.licenses.codes[row], default: 0] += 1
            let parameters = models.parameters[row]
            guard parameters > 0 else { continue }
            sizes.append(parameters)
            if parameters > profile.sizes.greatest {
                (profile.sizes.greatest, profile.sizes.greatestRow) = (parameters, Int32(row))
            }
        }
        profile.days = days.map { Day(number: Int($0.first))...Day(number: Int($0.last)) }
        profile.sizes.known = sizes.count
        profile.sizes.median = Self.median(sizes)
        profile.licenses = licenses.map {
            Profile.Term(name: $0 < 0 ? nil : models.licenses.values[Int($0)], count: $1)
        }.sorted { ($1.count, $0.name ?? "") < ($0.count, $1.name ?? "") }
        profile.cells = cells(rows)
        profile.mostDownloaded = greatest(rows, by: models.downloads)
        profile.mostLiked = greatest(rows, by: models.likes)
        nameFamilies(&profile, rows)
    }

    static func median(_ values: [Int]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1
            ? Double(sorted[middle]) : (Double(sorted[middle - 1]) + Double(sorted[middle])) / 2
    }

    /// Those with most of a counter, none without any; equal ones by name.
    private func greatest(_ rows: ArraySlice<Int32>, by counter: [Int]) -> [Int32] {
        let sorted = rows.filter { counter[Int($0)] > 0 }.sorted { (counter[Int($1)], $0) < (counter[Int($0)], $1) }
        return Array(sorted.prefix(Self.listed))
    }
}

extension ProfileModels {
    private struct Key: Hashable {
        var month: Int32
        var task: Int32
        var modality: Modality
    }

    private func cells(_ rows: ArraySlice<Int32>) -> [Profile.Cell] {
        var months = MonthOfDay()
        var sums: [Key: PlaceTally.Sums] = [:]
        for row in rows.map(Int.init) {
            let day = models.isBeforeRecord[row] ? nil : models.createdOn[row]
            let key = Key(
                month: day.map { Int32(months[$0].number) } ?? -1, task: models.tasks.codes[row],
                modality: models.modalities[row])
            sums[key, default: .init()] =
                sums[key, default: .init()]
                + .init(models: 1, downloads: max(0, models.downloads[row]), likes: max(0, models.likes[row]))
        }
        return fitted(sums).map { key, sums in
            Profile.Cell(
                month: key.month < 0 ? nil : Month(number: Int(key.month)), task: name(ofTask: key.task),
                modality: key.modality, sums: sums)
        }.sorted {
            ($0.month?.number ?? 0, $0.modality.rank, $0.task ?? "") < (
                $1.month?.number ?? 0, $1.modality.rank, $1.task ?? ""
            )
        }
    }

    private static let otherTask = Int32.max

    private func name(ofTask code: Int32) -> String? {
        code == Self.otherTask ? "other" : code < 0 ? nil : models.tasks.values[Int(code)]
    }

    /// With the rarer tasks as one, where there are too many for a record.
    private func fitted(_ sums: [Key: PlaceTally.Sums]) -> [Key: PlaceTally.Sums] {
        guard sums.count > Self.mostCells else { return sums }
        var counts: [Int32: Int] = [:]
        for (key, sum) in sums { counts[key.task, default: 0] += sum.models }
        let kept = Set(counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostTasks).map(\.key))
        var folded: [Key: PlaceTally.Sums] = [:]
        for (key, sum) in sums {
            var key = key
            if !kept.contains(key.task), key.task >= 0 { key.task = Self.otherTask }
            folded[key, default: .init()] = folded[key, default: .init()] + sum
        }
        return folded
    }

    /// The family that each model's name names first.
    private mutating func nameFamilies(_ profile: inout Profile, _ rows: ArraySlice<Int32>) {
        guard let families, finder != nil else { return }
        var counts: [Int: Int] = [:]
        for row in rows {
            let name = Wording.name(models.repoIDs[Int(row)])
            guard let family = finder?.families(ofRepository: name).first else { continue }
            counts[family, default: 0] += 1
        }
        profile.inFamilies = counts.values.reduce(0, +)
        profile.families = counts.map { Profile.Term(name: families.families[$0].name, count: $1) }.sorted {
            ($1.count, $0.name ?? "") < ($0.count, $1.name ?? "")
        }
    }
}
