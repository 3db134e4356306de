package import SearchFormat
package import SearchText

/// The search over one index: the same answers as in the page.
///
///     let engine = try SearchEngine(folder: ".hubatlas/search")
///     engine.search(SearchRequest(query: "lama 3 instuct")).hits.first?.entry.id
///     → "meta-llama/Meta-Llama-3-8B-Instruct"
///
/// Not for several threads at once: shards are read when they are first needed and kept.
package final class SearchEngine {
    package let reader: IndexReader
    package let synonyms: Synonyms
    package var weights: Weights
    let corrections: Corrections

    package var manifest: Manifest { reader.manifest }

    /// - Throws: `SearchFormatError` when there is no index, or one of another version; `SearchTextError`.
    package convenience init(folder: String) throws { try self.init(IndexReader(IndexFolder(folder))) }

    package init(_ reader: IndexReader) throws {
        self.reader = reader
        weights = reader.manifest.weights
        corrections = Corrections(reader.words)
        let tables = reader.manifest.tables
        synonyms = try Synonyms(reader.manifest.synonyms)
            .adding(tables.tasks.names.compactMap { $0 }, .task)
            .adding(tables.languages.names.compactMap { $0 }, .language)
            .adding(tables.libraries.names.compactMap { $0 }, .library)
            .adding(tables.licenses.names.compactMap { $0 }, .license)
            .adding(tables.formats.names.compactMap { $0 }, .format)
    }

    /// The best models for a query; without words, the first in the order asked for.
    ///
    /// - Parameter counts: Whether to count all matches, for which whole lists are read; else the total is 0.
    package func search(_ request: SearchRequest, counts: Bool = true) -> SearchAnswer {
        reader.begin()
        let plan = plan(request)
        let top = min(max(1, request.top), SearchRequest.mostResults)
        let wanted = max(0, request.offset) + top
        let set = plan.positions.isEmpty || request.sort != .best ? matchSet(plan) : nil
        var answer = set.map { listed(request, $0, wanted: wanted) } ?? ranked(request, plan, wanted: wanted)
        answer.corrections = SearchAnswer.Correction.told(plan, answer.hits, manifest.tables)
        answer.hits = Array(answer.hits.dropFirst(max(0, request.offset)))
        answer.cost = reader.cost
        if counts {
            let matches = matches(set ?? matchSet(plan), request.filters)
            answer.total = matches.counting.counts.total
            noteFilters(request, matches, &answer)
        }
        if plan.isCut {
            let limit = "\(QueryText.mostWords) words or \(QueryText.mostCharacters) characters"
            answer.notes.append(SearchNote(.query, "the query is longer than \(limit); the rest was left out"))
        }
        if plan.positions.isEmpty, request.query.contains(where: { !$0.isWhitespace }) {
            answer.notes.append(SearchNote(.query, "the query has no letters or digits, so nothing is looked for"))
        }
        answer.notes = reader.notes + answer.notes
        return answer
    }

    /// Counts of every facet over all matches.
    package func facets(_ request: SearchRequest) -> (counts: FacetCounts, notes: [SearchNote]) {
        reader.begin()
        var matches = matches(matchSet(plan(request)), request.filters)
        return (matches.counting.finish(), reader.notes)
    }
}

extension SearchEngine {
    func plan(_ request: SearchRequest) -> QueryPlan {
        QueryPlan(
            request.query, words: corrections, synonyms: synonyms, weights: weights, isTyping: request.isTyping,
            corrects: request.corrects)
    }

    var scoring: Scoring {
        Scoring(weights: weights, impacts: manifest.impacts, modelCount: manifest.modelCount)
    }

    /// The best first.
    private func ranked(_ request: SearchRequest, _ plan: QueryPlan, wanted: Int) -> SearchAnswer {
        let matching = Matching(plan, scoring, manifest)
        let isAllowed = allowance(request.filters)
        reader.beginTrip()
        var loaded = Loading(reader: reader, scoring: scoring, isWhole: false).load(plan)
        var candidates = matching.candidates(loaded, isAllowed: isAllowed)
        if candidates.lazy.filter(\.isFull).count < wanted, loaded.contains(where: \.isUnseen) {
            reader.beginTrip()
            loaded = Loading(reader: reader, scoring: scoring, isWhole: true).load(plan)
            candidates = matching.candidates(loaded, isAllowed: isAllowed)
        }
        var (best, isMore) = Ranking(matching: matching, loaded: loaded, reader: reader)
            .rank(candidates, wanted: wanted, rounds: 1)
        if isMore {
            // Tails tell of all candidates at once what each block tells of its own.
            if loaded.contains(where: \.isUnseen), tail(of: plan) <= Self.mostOfTails {
                reader.beginTrip()
                loaded = Loading(reader: reader, scoring: scoring, isWhole: true).load(plan)
                candidates = matching.candidates(loaded, isAllowed: isAllowed)
            }
            (best, _) = Ranking(matching: matching, loaded: loaded, reader: reader)
                .rank(candidates, wanted: wanted, rounds: Ranking.rounds(wanted))
        }
        var answer = SearchAnswer()
        answer.isPartial = best.contains { !$0.isFull }
        answer.hits = best.map { item in
            let reasons = Reasons(item, matching, loaded)
            return SearchHit(
                document: item.document, entry: item.entry, score: item.score,
                reasons: SearchHit.Reason.allCases.filter(reasons.reasons.contains), matched: reasons.matched,
                isFullMatch: item.isFull, isRelated: item.isRelated)
        }
        return answer
    }

    /// So many documents of tails are read rather than more blocks: about 50 kB, as much as six blocks.
    private static let mostOfTails = 60_000

    /// Documents in the tails of all terms.
    private func tail(of plan: QueryPlan) -> Int {
        plan.decidingTerms.reduce(0) { $0 + reader.tail(of: $1) }
    }

    /// Which documents the filters leave.
    func allowance(_ filters: SearchFilters) -> (Int) -> Bool {
        if filters.isEmpty { return { _ in true } }
        let rule = rule(filters)
        var chunks: [Int: Chunk?] = [:]
        return { [self] document in
            let number = manifest.facets.block(of: document)
            if chunks[number] == nil { chunks[number] = .some(reader.chunk(number, rule.parts)) }
            guard let chunk = chunks[number]! else { return false }
            return rule.passes(chunk, document - chunk.first)
        }
    }

    func rule(_ filters: SearchFilters) -> FilterRule {
        FilterRule(filters, manifest.tables, owners: filters.owner.isEmpty ? nil : documents(of: filters.owner))
    }

    /// Facet chunks have no owners; their exact terms have.
    private func documents(of owners: [String]) -> Set<Int> {
        var found: Set<Int> = []
        for owner in owners {
            for document in reader.postings(of: ExactTerm.owner(owner), wholly: true).postings.documents {
                found.insert(Int(document))
            }
        }
        return found
    }

    /// Every full match, whatever the filters.
    private func matchSet(_ plan: QueryPlan) -> MatchSet {
        if plan.positions.isEmpty { return MatchSet(all: manifest.modelCount) }
        let loaded = Loading(reader: reader, scoring: scoring, isWhole: true).load(plan)
        return MatchSet(plan, loaded, count: manifest.modelCount)
    }

    /// How the filters divide the full matches.
    private func matches(_ set: MatchSet, _ filters: SearchFilters) -> Matches {
        var matches = Matches(counting: FacetCounting(rule(filters), manifest.tables), isEmpty: set.documents.isEmpty)
        reader.eachChunk(of: set.documents, matches.counting.parts) { chunk, documents in
            for document in documents { matches.counting.count(chunk, document - chunk.first) }
        }
        return matches
    }

    struct Matches {
        var counting: FacetCounting
        /// Nothing matches, whatever the filters.
        var isEmpty: Bool
    }

    /// Where the filters leave nothing: which of them to loosen.
    private func noteFilters(_ request: SearchRequest, _ matches: Matches, _ answer: inout SearchAnswer) {
        guard matches.counting.counts.total == 0, !matches.isEmpty, !request.filters.isEmpty else { return }
        let keys = request.filters.keys.filter { matches.counting.loosened[$0] != nil }
        for key in keys {
            let count = matches.counting.loosened[key]!
            answer.notes.append(
                SearchNote(
                    .filters,
                    "without the filter \"\(key.rawValue)\" \(count) \(count == 1 ? "model matches" : "models match")",
                    about: key.rawValue))
        }
        if keys.isEmpty {
            let names = request.filters.keys.map(\.rawValue).joined(separator: ", ")
            answer.notes.append(
                SearchNote(.filters, "no model passes these filters together: \(names); loosen several"))
        }
    }
}
