import Catalog
import Core
import Matching
import Report

/// Downloads and likes as they race: counts of models on the days on which many were counted.
struct RaceCounts {
    /// Oldest first.
    private(set) var days: [Day] = []
    /// Models counted on each day.
    private(set) var counted: [Int] = []
    private var downloads: RaceTally
    private var likes: RaceTally
    /// Counts of downloads that cannot be believed, the greatest first, and how many there are.
    private(set) var disbelieved: [(repoID: String, day: Day, downloads: Int)] = []
    private(set) var disbelievedCount = 0

    /// A day counts when at least one in `share` of the models was counted on it.
    static let share = 50
    /// More days are thinned to the last of each month, then to the latest.
    static let mostDays = 60

    /// Reads every history once, and none where there is no race.
    init(_ catalog: Catalog, _ families: RaceFamilies, _ models: [Day: Int]) throws {
        let all = try catalog.modelCount
        days = Self.chosen(models.filter { $0.value * Self.share >= all }.keys.sorted())
        counted = days.map { models[$0] ?? 0 }
        downloads = RaceTally(days: days.count)
        likes = RaceTally(days: days.count)
        guard days.count > 1 else { return }
        let places = Dictionary(uniqueKeysWithValues: days.enumerated().map { ($1, $0) })
        var families = families
        try catalog.forEachCounted { model in
            let family = families.family(of: model.repoID)?.name
            downloads.add(model, family: family, believed(model).map { (places[$0.day], $0.downloads) })
            likes.add(model, family: family, model.observations.map { (places[$0.day], $0.likes) })
        }
    }

    static func chosen(_ days: [Day]) -> [Day] {
        guard days.count > mostDays else { return days }
        let lasts = zip(days, days.dropFirst().map(Optional.some) + [nil]).filter { $1?.month != $0.month }.map(\.0)
        return lasts.suffix(mostDays)
    }

    /// By owner, for what is told of each account.
    var history: ProfileHistory {
        ProfileHistory(
            days: days, downloads: downloads.owners.mapValues(\.counts), likes: likes.owners.mapValues(\.counts))
    }

    func sources(_ notes: (Day) -> String) -> [RaceSource] {
        guard days.count > 1 else { return [] }
        return [("downloads", downloads), ("likes", likes)].compactMap { key, tally in
            // A list may tell downloads and no likes: that day is no date of the race by likes.
            let kept = days.indices.filter { tally.counted[$0] > 0 }
            guard kept.count > 1 else { return nil }
            let words = RaceWords.source(key)
            var source = RaceSource(
                key: key, title: words.title, place: words.place, noun: words.noun,
                dates: kept.map {
                    RaceDate(
                        text: days[$0].description, posts: nil,
                        note: Format.count(tally.counted[$0], "model") + notes(days[$0]))
                })
            source.add(.model, tally.models.racers(kept))
            source.add(.family, tally.racers(tally.families, kept))
            source.add(.owner, tally.racers(tally.owners, kept))
            return source.tracks.isEmpty ? nil : source
        }
    }
}

extension RaceCounts {
    /// From so many downloads on a count that falls to less than a hundredth by the next is not believed.
    static let unbelievable = 1_000_000
    /// Below it no counter is called broken (`CountHistory.glitches`).
    private static let breakable = 100

    /// A model's downloads without what its counter cannot have counted.
    private mutating func believed(_ model: CountedModel) -> [Observation] {
        var seen = model.observations
        // Most models never had a counter that could break.
        guard seen.contains(where: { ($0.downloads ?? 0) >= Self.breakable }) else { return seen }
        let broken = Set(CountHistory.glitches(in: seen))
        for i in seen.indices where broken.contains(seen[i].day) { seen[i].downloads = nil }
        let known = seen.indices.filter { seen[$0].downloads != nil }
        for (before, after) in zip(known, known.dropFirst()) {
            let high = model.observations[before].downloads!
            guard high >= Self.unbelievable, model.observations[after].downloads! < high / 100 else { continue }
            seen[before].downloads = nil
            note(model.repoID, seen[before].day, high)
        }
        return seen
    }

    private mutating func note(_ repoID: String, _ day: Day, _ downloads: Int) {
        disbelievedCount += 1
        disbelieved.append((repoID, day, downloads))
        disbelieved.sort { ($1.downloads, $0.repoID) < ($0.downloads, $1.repoID) }
        disbelieved = Array(disbelieved.prefix(5))
    }
}

/// One counter of models, summed by family and owner, its greatest models kept.
struct RaceTally {
    /// Sums by name: of each day, and by modality to tell what most of it is.
    struct Sum {
        var counts: [Int?]
        var modalities: [Modality: Int] = [:]

        mutating func add(_ more: [Int?], _ modality: Modality) {
            var last = 0
            for (place, count) in more.enumerated() {
                guard let count else { continue }
                counts[place] = (counts[place] ?? 0) + count
                last = count
            }
            modalities[modality, default: 0] += last
        }
    }

    var models: GreatestByDay
    var families: [String: Sum] = [:]
    var owners: [String: Sum] = [:]
    /// Models with a count, by day.
    var counted: [Int]
    private let nobody: Sum

    init(days: Int) {
        models = GreatestByDay(days: days)
        counted = [Int](repeating: 0, count: days)
        nobody = Sum(counts: [Int?](repeating: nil, count: days))
    }

    /// - Parameter seen: the day's place, nil for a day that is no date, and the count.
    mutating func add(_ model: CountedModel, family: String?, _ seen: [(place: Int?, count: Int?)]) {
        var counts = nobody.counts
        var any = false
        for case (let place?, let count?) in seen {
            counts[place] = count
            counted[place] += 1
            any = true
        }
        guard any else { return }
        models.offer(model, counts)
        if let family { families[family, default: nobody].add(counts, model.modality) }
        if let owner = model.owner { owners[owner, default: nobody].add(counts, model.modality) }
    }

    func racers(_ sums: [String: Sum], _ kept: [Int]) -> [Racer] {
        sums.map { name, sum in
            Racer(
                name: name, modality: Racer.leading(sum.modalities.map { ($0.key, $0.value) }),
                counts: kept.map { sum.counts[$0] })
        }
    }
}

/// Whoever was among the greatest of any day, found in one pass over all: no more than these are held.
struct GreatestByDay {
    private var heads: [[Int]]
    private var floors: [Int]
    private var kept: [Racer] = []

    init(days: Int) {
        heads = [[Int]](repeating: [], count: days)
        floors = [Int](repeating: 0, count: days)
    }

    mutating func offer(_ model: CountedModel, _ counts: [Int?]) {
        var isGreat = false
        for (day, count) in counts.enumerated() {
            guard let count, count > floors[day] else { continue }
            isGreat = true
            heads[day].append(count)
            if heads[day].count == 4 * RaceSource.most {
                heads[day].sort(by: >)
                heads[day].removeLast(3 * RaceSource.most)
                // Of equals with the last all stay: which of them race is decided by name.
                floors[day] = heads[day][RaceSource.most - 1] - 1
            }
        }
        if isGreat { kept.append(Racer(name: model.repoID, modality: model.modality, counts: counts)) }
    }

    func racers(_ days: [Int]) -> [Racer] {
        kept.map { racer in
            Racer(name: racer.name, modality: racer.modality, counts: days.map { racer.counts[$0] })
        }
    }
}
