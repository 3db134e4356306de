import Core
private import Foundation

/// Gives downloads and likes by rank: half have no download, a hundredth has almost all.
///
/// The curves are those of the list of July 2024 (49.5 % at zero, top 1 % with 98.9 %; likes: 90.6 % and 80.7 %), fitted
/// to lists of ten thousand; longer lists come out a little steeper, shorter ones a little flatter.
func makePopular(_ models: inout [FakeRepo], originalCount: Int, seed: UInt64) {
    var chance = Chance(seed, "popularity")
    let fame = models.indices.map {
        chance.normal() + ($0 < originalCount ? 3.5 : models[$0].relation == nil ? 0 : 0.5)
    }
    let love = fame.map { 0.7 * $0 + 0.7 * chance.normal() }
    let downloads = Ranking(models.count, zeroShare: 0.4951, mean: 2420, slope: 1, knee: 0.002, fall: 1.73)
    let likes = Ranking(models.count, zeroShare: 0.9063, mean: 1.13, slope: 0.7, knee: 0.004, fall: 0.95)
    for (rank, i) in places(by: fame).enumerated() { models[i].downloads = downloads[rank] }
    for (rank, i) in places(by: love).enumerated() {
        models[i].likes = likes[rank]
        models[i].trendingScore = trend(models[i])
    }
}

/// The same for repos of other kinds: likes, and downloads where the kind has them.
func makePopular(_ repos: inout [FakeRepo], zeroDownloads: Double?, seed: UInt64) {
    guard let kind = repos.first?.kind else { return }
    var chance = Chance(seed, "popularity", kind.rawValue)
    let fame = repos.indices.map { _ in chance.normal() }
    let likes = Ranking(repos.count, zeroShare: 0.8, mean: 2, slope: 0.7, knee: 0.004, fall: 0.95)
    let downloads = zeroDownloads.map {
        Ranking(repos.count, zeroShare: $0, mean: 280, slope: 1, knee: 0.002, fall: 1.4)
    }
    for (rank, i) in places(by: fame).enumerated() {
        repos[i].likes = likes[rank]
        repos[i].downloads = downloads?[rank]
        repos[i].trendingScore = trend(repos[i])
    }
}

private func places(by score: [Double]) -> [Int] {
    score.indices.sorted { (score[$0], $1) > (score[$1], $0) }
}

/// Likes, halved for every 14 days of age.
private func trend(_ repo: FakeRepo) -> Int {
    let days = Double(World.today.seconds - repo.createdAt.seconds) / 86_400
    return Int(Double(repo.likes) * pow(0.5, max(0, days) / 14))
}

/// What the places of a ranking get: a power law that falls faster behind a knee, which lies at a share of all places.
struct Ranking {
    private let placesAboveZero: Int
    private var scale = 1.0
    private let slope: Double
    private let knee: Double
    private let fall: Double

    init(_ count: Int, zeroShare: Double, mean: Double, slope: Double, knee: Double, fall: Double) {
        placesAboveZero = count - Int(Double(count) * zeroShare)
        self.slope = slope
        self.knee = max(1, Double(count) * knee)
        self.fall = fall
        scale = mean * Double(count) / max(1e-9, sum())
    }

    /// The amount at a place counted from 0; at least 1 above the zeros.
    subscript(rank: Int) -> Int {
        rank < placesAboveZero ? max(1, Int((scale * curve(Double(rank + 1))).rounded())) : 0
    }

    private func curve(_ place: Double) -> Double { pow(place, -slope) * pow(1 + place / knee, -fall) }

    /// Of the curve over all places: the first hundred one by one, then in steps of a fiftieth, by their middle.
    private func sum() -> Double {
        var sum = 0.0
        var place = 1.0
        while place <= Double(placesAboveZero) {
            let step = max(1, (place / 50).rounded(.down))
            sum += step * curve(place + (step - 1) / 2)
            place += step
        }
        return sum
    }
}

func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

extension Instant {
    func later(_ seconds: Int) -> Instant { Instant(seconds: self.seconds + seconds) }
}
