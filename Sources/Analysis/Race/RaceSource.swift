import Catalog
import Core

/// Whoever races: a family, an owner or a model, and what was counted of it on each date of its race.
struct Racer: Equatable {
    var name: String
    var modality: Modality
    /// In the order of the race's dates; nil where nothing is known, which is not zero.
    var counts: [Int?]
}

/// One date of a race: a month as a whole, or a day.
struct RaceDate: Equatable {
    /// "2025-06" or "2024-07-11".
    var text: String
    /// All posts of the source in that month; nil where they are not known, or there are none.
    var posts: Int?
    /// What was counted: "7,558 posts".
    var note: String
}

/// What is counted of everybody, and on which dates: mentions in one place, downloads, likes.
struct RaceSource: Equatable {
    /// Who races.
    enum By: String, CaseIterable { case family, owner, model }

    /// "hacker-news", "likes".
    var key: String
    /// As a choice has it: "Mentions on Hacker News".
    var title: String
    /// As a sentence has it: "on Hacker News"; empty for the Hub.
    var place: String
    /// "mentions".
    var noun: String
    var dates: [RaceDate]
    var tracks: [(by: By, racers: [Racer])] = []

    static func == (a: Self, b: Self) -> Bool {
        a.key == b.key && a.dates == b.dates
            && a.tracks.elementsEqual(b.tracks) { $0.by == $1.by && $0.racers == $1.racers }
    }

    func racers(_ by: By) -> [Racer] { tracks.first { $0.by == by }?.racers ?? [] }

    /// Whether every date says of how many posts its counts are.
    var hasPosts: Bool { dates.allSatisfy { ($0.posts ?? 0) > 0 } }
}

extension RaceSource {
    /// Of a track so many race at most: those that ever stood highest.
    static let most = 100

    /// Adds a track with the greatest of all; nothing where nobody ever counted.
    mutating func add(_ by: By, _ racers: [Racer]) {
        let greatest = Self.greatest(racers, most: Self.most)
        if !greatest.isEmpty { tracks.append((by, greatest)) }
    }

    /// By the best place that they ever had, equal ones by name; whoever never had a count above zero is left out.
    ///
    ///     greatest([a: 5 9, b: 7 1, c: 1 2], most: 2)  → b and a, each first once; c never was
    static func greatest(_ racers: [Racer], most: Int) -> [Racer] {
        var best = [Int](repeating: .max, count: racers.count)
        for date in 0..<(racers.first?.counts.count ?? 0) {
            let counted = racers.indices.filter { (racers[$0].counts[date] ?? 0) > 0 }
            let order = counted.sorted {
                (racers[$1].counts[date]!, racers[$0].name) < (racers[$0].counts[date]!, racers[$1].name)
            }
            for (place, racer) in order.enumerated() { best[racer] = min(best[racer], place) }
        }
        return racers.indices.filter { best[$0] < .max }
            .sorted { (best[$0], racers[$0].name) < (best[$1], racers[$1].name) }
            .prefix(most).map { racers[$0] }
    }
}
