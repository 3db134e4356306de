import Foundation
import SearchFormat

/// Names for the regions of the map, level by level: the word that is frequent in a region and rare elsewhere.
///
/// A word that k of a region's n groups hold, and K of all N, counts p · ln(p ÷ P), p = k ÷ n and P = K ÷ N: its part of
/// the divergence of the region from the whole (c-TF-IDF in the form of Kullback and Leibler). A second word joins when it
/// counts nearly as much. Words of the wider region around are not said again, and a word that a greater region
/// of the level took counts less: so neighbors get names that tell them apart.
struct MapLabels {
    /// Smoothing and number of each level: from seas to bays.
    static let levels: [(radius: Int, most: Int)] = [(11, 30), (6, 110), (3, 420), (1, 1200)]
    /// Groups that a region has at least, of all on the map, at level 0; half of it at each further.
    private static let leastRegion = 0.002
    private static let leastShare = 0.12
    private static let secondShare = 0.3
    private static let longestPair = 26
    private static let repeated = 0.15

    private let places: [(x: UInt16, y: UInt16)]
    private let modalities: [UInt8]
    private let sizes: [Int]
    private let positions: [Int]
    private let terms: MapTerms
    private let everywhere: [Int32]

    /// One entry a group: where it lies, its modality, how many documents it has, and whose words speak for it.
    init(
        places: [(x: UInt16, y: UInt16)], modalities: [UInt8], sizes: [Int], positions: [Int], terms: MapTerms
    ) {
        (self.places, self.modalities, self.sizes) = (places, modalities, sizes)
        (self.positions, self.terms) = (positions, terms)
        var everywhere = [Int32](repeating: 0, count: terms.texts.count)
        for position in positions { for term in terms[position] { everywhere[Int(term)] += 1 } }
        self.everywhere = everywhere
    }

    func labels() -> [MapRoot.Label] {
        var labels: [MapRoot.Label] = []
        /// The words that a group's wider regions have taken.
        var said = [Set<Int32>](repeating: [], count: 0)
        var saidBy = [Int32](repeating: -1, count: places.count)
        for (level, shape) in Self.levels.enumerated() {
            let regions = MapRegions(places, radius: shape.radius)
            var taken: Set<Int32> = []
            let least = max(3, Int(Double(places.count) * Self.leastRegion) >> level)
            for members in grouped(by: regions).prefix(shape.most) where members.count >= least {
                let summit = MapRegions.summit(regions.region(places[members[0]].x, places[members[0]].y))
                let around = commonest(members.lazy.map { saidBy[$0] })
                let before = around >= 0 ? said[Int(around)] : []
                let words = words(for: members, before: before, taken: taken)
                guard !words.isEmpty else { continue }
                taken.formUnion(words)
                for member in members { saidBy[member] = Int32(said.count) }
                said.append(before.union(words))
                labels.append(
                    .init(
                        level: level, x: summit.x, y: summit.y, models: members.reduce(0) { $0 + sizes[$1] },
                        modality: UInt8(commonest(members.lazy.map { Int32(modalities[$0]) })),
                        text: words.map { terms.texts[Int($0)] }.joined(separator: " · ")))
            }
        }
        return labels
    }
}

extension MapLabels {
    /// Members of each region, greatest first; equals in the order of their summits.
    private func grouped(by regions: MapRegions) -> [[Int]] {
        var members: [Int: [Int]] = [:]
        for (group, place) in places.enumerated() {
            members[regions.region(place.x, place.y), default: []].append(group)
        }
        return members.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.value)
    }

    /// One word, or two; none where no word stands out.
    private func words(for members: [Int], before: Set<Int32>, taken: Set<Int32>) -> [Int32] {
        var counts: [Int32: Int] = [:]
        for member in members { for term in terms[positions[member]] { counts[term, default: 0] += 1 } }
        var scored: [(score: Double, share: Double, term: Int32)] = []
        for (term, count) in counts where !before.contains(term) {
            let share = Double(count) / Double(members.count)
            guard share >= Self.leastShare else { continue }
            let whole = Double(everywhere[Int(term)]) / Double(places.count)
            let score = share * log(share / whole) * (taken.contains(term) ? Self.repeated : 1)
            if score > 0 { scored.append((score, share, term)) }
        }
        // Numbers of terms are by who came first into the catalog, so equals stand in the order of the alphabet.
        scored.sort { a, b in
            a.score != b.score
                ? a.score > b.score
                : terms.texts[Int(a.term)].utf8.lexicographicallyPrecedes(terms.texts[Int(b.term)].utf8)
        }
        guard let first = scored.first else { return [] }
        let second = scored.dropFirst().prefix(6).first {
            $0.score > 0.6 * first.score && $0.share > Self.secondShare && fit(first.term, $0.term)
        }
        return [first.term] + (second.map { [$0.term] } ?? [])
    }

    /// Two words that say different things and are short enough to stand together.
    private func fit(_ first: Int32, _ second: Int32) -> Bool {
        let (a, b) = (terms.texts[Int(first)], terms.texts[Int(second)])
        let wordsOfA = Set(a.split(separator: " "))
        let areApart = wordsOfA.isDisjoint(with: b.split(separator: " ")) && !a.contains(b) && !b.contains(a)
        return areApart && a.count + b.count <= Self.longestPair
    }

    /// The value that stands most often; the smallest of equals.
    private func commonest(_ values: some Sequence<Int32>) -> Int32 {
        let counts = values.reduce(into: [Int32: Int]()) { $0[$1, default: 0] += 1 }
        return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? -1
    }
}
