import Catalog
import Core
import Report

/// Mentions by month, as they race: of families, of their makers, and of models where a source counted those.
struct RaceMentions {
    var rows: [MentionRow] = []
    /// Of lines of models, and of models of no line.
    var lines: [MentionRow] = []
    var totals: [MentionTotal] = []
    var families: [String: MentionFamilyRow] = [:]
    /// By id of a family.
    var modalities: [String: Modality] = [:]

    /// Sources with a number of posts first, then those with most mentions.
    var sources: [RaceSource] {
        let sums = Dictionary(grouping: rows, by: \.source).mapValues { $0.reduce(0) { $0 + $1.count } }
        return sums.keys.map(source).filter { $0.dates.count > 1 && !$0.tracks.isEmpty }
            .sorted { a, b in
                (a.hasPosts ? 0 : 1, -sums[a.key]!, a.key) < (b.hasPosts ? 0 : 1, -sums[b.key]!, b.key)
            }
    }

    /// A maker that stands for several is none.
    static let severalMakers = "several"

    private func source(_ key: String) -> RaceSource {
        let rows = rows.filter { $0.source == key }
        let posts = Dictionary(
            totals.filter { $0.source == key }.map { ($0.month, $0.posts) }, uniquingKeysWith: { first, _ in first })
        let months = Set(rows.map(\.month)).sorted()
        let words = RaceWords.source(key)
        var source = RaceSource(
            key: key, title: words.title, place: words.place, noun: words.noun,
            dates: months.map { month in
                RaceDate(
                    text: month.description, posts: posts[month],
                    note: posts[month].map { Format.count($0, "post") } ?? "")
            })
        let known = counts(rows, by: \.family, months)
        source.add(
            .family,
            known.compactMap { id, counts in
                families[id].map {
                    Racer(name: $0.name, modality: modalities[id] ?? .other, counts: counts)
                }
            })
        source.add(.owner, makers(known, months))
        source.add(.model, models(lines.filter { $0.source == key }, months))
        return source
    }

    /// By what `name` tells, the count of each month; nil for a month without a row.
    private func counts(_ rows: [MentionRow], by name: (MentionRow) -> String, _ months: [Month]) -> [String: [Int?]] {
        let places = Dictionary(uniqueKeysWithValues: months.enumerated().map { ($1, $0) })
        var counts: [String: [Int?]] = [:]
        for row in rows {
            guard let place = places[row.month] else { continue }
            counts[name(row), default: [Int?](repeating: nil, count: months.count)][place] = row.count
        }
        return counts
    }

    /// Sums over a maker's families. A month in which one that there was is missing has no sum.
    private func makers(_ known: [String: [Int?]], _ months: [Month]) -> [Racer] {
        let named = families.values.filter { $0.maker != Self.severalMakers && known[$0.id] != nil }
        return Dictionary(grouping: named, by: \.maker).map { maker, families in
            let counts = months.enumerated().map { place, month -> Int? in
                let begun = families.filter { $0.since <= month }
                let counted = begun.compactMap { known[$0.id]![place] }
                return begun.isEmpty || counted.count < begun.count ? nil : counted.reduce(0, +)
            }
            let sums = families.map { family in
                (modality: modalities[family.id] ?? .other, count: known[family.id]!.reduce(0) { $0 + ($1 ?? 0) })
            }
            return Racer(name: maker, modality: Racer.leading(sums), counts: counts)
        }
    }

    /// A month that was counted and has no row of a model had none of it.
    private func models(_ rows: [MentionRow], _ months: [Month]) -> [Racer] {
        let families = Dictionary(rows.map { ($0.model ?? "", $0.family) }, uniquingKeysWith: { first, _ in first })
        return counts(rows, by: { $0.model ?? "" }, months).map { name, counts in
            Racer(
                name: name, modality: families[name].flatMap { modalities[$0] } ?? .other,
                counts: counts.map { $0 ?? 0 })
        }
    }
}

extension Racer {
    /// The modality that more than half of a sum falls in; other where none does.
    static func leading(_ parts: [(modality: Modality, count: Int)]) -> Modality {
        let total = parts.reduce(0) { $0 + $1.count }
        let sums = Dictionary(parts.map { ($0.modality, $0.count) }, uniquingKeysWith: +)
        return sums.first { $0.key != .unknown && $0.value * 2 > total }?.key ?? .other
    }
}
