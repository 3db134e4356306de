/// What a race tells in a sentence: who leads, who led at first, who rose most.
struct RaceStory {
    var source: RaceSource
    var racers: [Racer]

    /// A month of fewer posts leads no sentence.
    static let solidPosts = 1_000

    /// A count as it is compared: of 10,000 posts where their number is known.
    func value(_ racer: Racer, at date: Int) -> Double? {
        guard let count = racer.counts[date] else { return nil }
        guard source.hasPosts, let posts = source.dates[date].posts else { return Double(count) }
        return 10_000 * Double(count) / Double(posts)
    }

    /// The greatest, of equal ones the first by name; nil where nobody has any.
    func leader(at date: Int) -> (name: String, value: Double)? {
        racers.compactMap { racer in value(racer, at: date).map { (name: racer.name, value: $0) } }
            .filter { $0.value > 0 }.max { ($0.value, $1.name) < ($1.value, $0.name) }
    }

    /// The first date but the last that has enough posts; nil where there is none.
    var firstSolid: Int? {
        source.dates.indices.dropLast().first {
            !source.hasPosts || (source.dates[$0].posts ?? 0) >= Self.solidPosts
        }
    }

    /// Dates at either end that are taken together: one month is little.
    var window: Int { source.dates.count >= 6 && source.dates[0].text.utf8.count == 7 ? 3 : 1 }

    /// Who rose most from the first dates to the last, taken together; nil where nobody was counted on all of them.
    var rise: (name: String, from: Double, to: Double)? {
        let n = source.dates.count
        let (first, last) = (Array(0..<window), Array(n - window..<n))
        return racers.compactMap { racer -> (name: String, from: Double, to: Double)? in
            guard let from = mean(racer, first), let to = mean(racer, last) else { return nil }
            return (racer.name, from, to)
        }.max { ($0.to - $0.from, $1.name) < ($1.to - $1.from, $0.name) }
    }

    /// Of 10,000 of all their posts together, or a date's mean count.
    private func mean(_ racer: Racer, _ dates: [Int]) -> Double? {
        let counts = dates.compactMap { racer.counts[$0] }
        guard counts.count == dates.count else { return nil }
        let sum = Double(counts.reduce(0, +))
        guard source.hasPosts else { return sum / Double(dates.count) }
        return 10_000 * sum / Double(dates.reduce(0) { $0 + (source.dates[$1].posts ?? 0) })
    }
}
