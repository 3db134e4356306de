import SearchFormat
import SearchText

/// Stage 2: the best candidates with their records. Twin: `assets/js/search/rank.js`.
///
/// Six blocks of documents are read: four that the best scores lie in, and two that the typed words are worth most in (so
/// that an exact name without a single download is among them). With the record come the exact popularity, the exact name, and
/// whether an unseen term is there.
struct Ranking {
    struct Ranked {
        var document: Int
        var entry: DocumentEntry
        var exactness: Scoring.Exactness
        var score: Double
        var isFull: Bool
        /// No word that counts matches.
        var isRelated: Bool
        /// Positions that match.
        var matched: UInt32
        var use: Int
    }

    static let blocksByScore = 4
    static let blocksInAll = 6
    static let mostByScore = 400
    static let mostByTyped = 200
    static let mostRounds = 3

    let matching: Matching
    let loaded: [Matching.Loaded]
    let reader: IndexReader

    /// Ranked candidates, near-copies folded: `wanted` of them where there are so many; and whether further rounds of blocks
    /// might change them.
    func rank(_ candidates: [Matching.Candidate], wanted: Int, rounds: Int) -> (best: [Ranked], isMore: Bool) {
        let byScore = candidates.best(max(Self.mostByScore, 2 * wanted), by: Matching.byScore)
        let byTyped = candidates.filter { $0.typed != nil }.best(Self.mostByTyped, by: Matching.byTyped)
        var rest = Set(byScore.map(\.document)).union(byTyped.map(\.document))
        let all = byScore + byTyped.filter { candidate in !byScore.contains { $0.document == candidate.document } }
        var blocks: Set<Int> = []
        var ranked: [Ranked] = []
        func isEnough() -> Bool {
            self.isEnough(
                folded(ranked).prefix(wanted), wanted, rest: all.lazy.filter { rest.contains($0.document) })
        }
        for _ in 0..<rounds where !rest.isEmpty {
            reader.beginTrip()
            choose(byScore, &blocks, limit: blocks.count + Self.blocksByScore)
            choose(byTyped, &blocks, limit: blocks.count + Self.blocksInAll - Self.blocksByScore)
            for candidate in all where rest.contains(candidate.document) {
                guard blocks.contains(block(of: candidate)) else { continue }
                rest.remove(candidate.document)
                if let found = self.ranked(candidate) { ranked.append(found) }
            }
            ranked.sort(by: Self.isBefore)
            if isEnough() { break }
        }
        return (Array(folded(ranked).prefix(wanted)), !isEnough())
    }

    /// What is exact, then full matches, then by score, by use, by number.
    static func isBefore(_ a: Ranked, _ b: Ranked) -> Bool {
        if a.exactness != b.exactness { return a.exactness.rawValue > b.exactness.rawValue }
        if a.isFull != b.isFull { return a.isFull }
        if a.score != b.score { return a.score > b.score }
        return a.use != b.use ? a.use > b.use : a.document < b.document
    }
}

extension Ranking {
    /// Nothing that was not read could fill a place, or take that of one which matches only some words.
    private func isEnough(
        _ found: ArraySlice<Ranked>, _ wanted: Int, rest: some Sequence<Matching.Candidate>
    ) -> Bool {
        if found.count < wanted { return !rest.contains { _ in true } }
        return found.allSatisfy(\.isFull) || !rest.contains(where: \.isFull)
    }

    /// Rounds for a whole answer: more than a page's worth needs more blocks.
    static func rounds(_ wanted: Int) -> Int { mostRounds * max(1, (wanted + 9) / 10) }

    private func block(of candidate: Matching.Candidate) -> Int {
        matching.manifest.documents.block(of: candidate.document)
    }

    private func choose(_ candidates: [Matching.Candidate], _ blocks: inout Set<Int>, limit: Int) {
        for candidate in candidates where blocks.count < limit { blocks.insert(block(of: candidate)) }
    }

    private func ranked(_ candidate: Matching.Candidate) -> Ranked? {
        guard let entry = reader.entry(candidate.document) else { return nil }
        let scoring = matching.scoring
        let (total, matched) = resolved(candidate, entry)
        let count = (matched & matching.required).nonzeroBitCount
        let use = Scoring.use(downloads: entry.downloads, likes: entry.likes)
        let name = SearchDocument.name(of: entry.id)
        let exactness = Scoring.exactness(
            query: matching.plan.key, name: Tokenizer.key(of: name), id: Tokenizer.key(of: entry.id))
        let score =
            total * scoring.coverage(matched: count, of: matching.requiredCount)
            * scoring.prior(Rounded.popularity(use: use))
        return Ranked(
            document: candidate.document, entry: entry, exactness: exactness, score: score,
            isFull: count == matching.requiredCount, isRelated: count == 0, matched: matched, use: use)
    }

    /// The total with what the record shows of unseen positions.
    private func resolved(_ candidate: Matching.Candidate, _ entry: DocumentEntry) -> (Double, UInt32) {
        guard candidate.maybe != 0 else { return (candidate.total, candidate.matched) }
        let terms = RecordTerms(of: entry, matching.manifest.tables)
        var (total, matched) = (candidate.total, candidate.matched)
        for position in matching.plan.positions.indices where candidate.maybe & 1 << UInt32(position) != 0 {
            let seen = loaded.filter {
                $0.isUnseen && $0.alternative.positions.contains(position)
                    && terms.contains($0.alternative.terms[0])
            }
            guard let value = seen.compactMap(\.unseenValue).max() else { continue }
            total += value
            matched |= 1 << UInt32(position)
        }
        return (total, matched)
    }

    /// The first of each group of near-copies that have the same name: models with hardly a term may share a group, too.
    private func folded(_ ranked: [Ranked]) -> [Ranked] {
        var seen: Set<Copies> = []
        return ranked.filter { Copies($0.entry).map { seen.insert($0).inserted } ?? true }
    }
}

/// What near-copies have in common; nil for a model without one.
struct Copies: Hashable {
    private let cell: Int
    private let group: Int
    private let name: String

    init?(_ entry: DocumentEntry) {
        guard let place = entry.vector, entry.copies > 1 else { return nil }
        (cell, group) = (place.cell, place.group)
        name = Tokenizer.key(of: SearchDocument.name(of: entry.id))
    }
}

extension Array {
    /// The first so many of the sorted order, without sorting all.
    package func best(_ count: Int, by isBefore: (Element, Element) -> Bool) -> [Element] {
        guard self.count > 4 * count else { return Array(sorted(by: isBefore).prefix(count)) }
        var kept: [Element] = []
        kept.reserveCapacity(2 * count)
        // Known only once so many were sorted: before that, the last of them may be any.
        var last: Element?
        for element in self {
            if let last, !isBefore(element, last) { continue }
            kept.append(element)
            if kept.count == 2 * count {
                kept.sort(by: isBefore)
                kept.removeLast(count)
                last = kept.last
            }
        }
        return Array(kept.sorted(by: isBefore).prefix(count))
    }
}
