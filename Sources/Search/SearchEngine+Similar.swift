import Embedding
import SearchFormat
import SearchText

/// Similar models, by vectors. Twin: `assets/js/search/similar.js`.
extension SearchEngine {
    /// What is like a model: the nearest groups of near-copies by cosine under the filters, each by its most popular model.
    /// Of its own group a model that does not bear its name stands for the others: those that do are its copies.
    ///
    ///     try engine.similar(to: "openai/whisper-small", top: 10).hits.first?.similarity → .97
    ///
    /// In cells as the page does, or with `isExact` among all vectors of the library's file; then the nearest of a group
    /// stands for it.
    ///
    /// - Throws: `SearchError` for an id that is not here, an index or a model without vectors, and files that cannot be
    ///   read; `EmbeddingError`.
    package func similar(to id: String, top: Int = 10, filters: SearchFilters = SearchFilters(), isExact: Bool = false)
        throws -> SearchAnswer
    {
        reader.begin()
        guard let document = document(of: id) else { throw without(.unknownModel(id)) }
        guard let cells = CellReader(reader) else { throw without(.noVectors) }
        guard let vector = cells.vector(of: document) else { throw without(.noVector(id)) }
        let near =
            isExact
            ? try exact(document, wanted: top, cells, allowance(filters))
            : cells.nearest(vector, beside: [document])
        let candidates = candidates(near, wanted: top + 1, filters, own: document) { $0.filter { $0 != document } }
        var answer = SearchAnswer()
        answer.hits = Array(candidates.compactMap { hit($0, own: document) }.prefix(top))
        answer.total = answer.hits.count
        (answer.notes, answer.cost) = (reader.notes, reader.cost)
        return answer
    }

    /// What is shown below an answer: where few models match, ten that are close in meaning and not in it.
    package func related(below answer: SearchAnswer, of request: SearchRequest) -> SearchAnswer {
        let hasWords = request.query.contains { !$0.isWhitespace }
        guard hasWords, request.sort == .best, answer.total < Self.few else { return SearchAnswer() }
        var request = request
        request.top = Self.seeds
        var related = related(request)
        let shown = Set(answer.hits.map(\.document))
        related.hits.removeAll { shown.contains($0.document) }
        return related
    }

    /// Models like the ten best hits of a query, that are not among these: to be shown below its full matches.
    package func related(_ request: SearchRequest) -> SearchAnswer {
        var first = request
        (first.top, first.offset) = (Self.seeds, 0)
        var answer = search(first, counts: false)
        let seeds = answer.hits.contains(where: \.isFullMatch) ? answer.hits.filter(\.isFullMatch) : answer.hits
        let found = Set(answer.hits.map(\.document))
        answer.hits = []
        guard let cells = CellReader(reader), !seeds.isEmpty else { return answer }
        let vectors = seeds.compactMap { cells.vector(of: $0.document) }
        guard !vectors.isEmpty else { return answer }
        let near = cells.nearest(cells.search.mean(of: vectors), beside: seeds.map(\.document))
        let candidates = candidates(near, wanted: request.top, request.filters) {
            $0.contains(where: found.contains) ? [] : $0
        }
        answer.hits = candidates.compactMap { hit($0) }
        (answer.notes, answer.cost) = (reader.notes, reader.cost)
        return answer
    }

    /// Why there is no answer: the files that failed, else what was asked.
    private func without(_ reason: SearchError.Reason) -> SearchError {
        let troubles = reader.notes.map(\.text)
        return SearchError(troubles.isEmpty ? reason : .unreadable(troubles), at: "like")
    }

    /// The number of a model; nil when the index does not have it. Where none is spelled just so, capitals do not matter.
    package func document(of id: String) -> Int? {
        let name = Tokenizer.terms(ofName: SearchDocument.name(of: id))
        var terms = name.texts(in: .name)
        if let owner = RecordTerms.owner(of: id) { terms.append(ExactTerm.owner(owner)) }
        let lists = terms.map { reader.postings(of: $0, wholly: true).postings.documents }.sorted {
            $0.count < $1.count
        }
        guard let rarest = lists.first else { return nil }
        let key = id.lowercased()
        var near: Int?
        for document in rarest where lists.dropFirst().allSatisfy({ $0.containsSorted(document) }) {
            guard let found = reader.entry(Int(document))?.id else { continue }
            if found == id { return Int(document) }
            if near == nil, found.lowercased() == key { near = Int(document) }
        }
        return near
    }
}

extension SearchEngine {
    /// Below so many matches something related is shown: a page of `search.html`.
    private static let few = 20
    /// Hits whose mean is looked from.
    private static let seeds = 10
    /// Groups that are looked at for each one that is wanted, under filters.
    private static let more = 20
    /// Models of a model's own group whose names are looked at.
    private static let names = 4
    /// Near-copies are folded after an exact search, so more are taken than wanted.
    private static let margin = 40

    /// What of a group passes and is not shown.
    private struct Candidate {
        var documents: [Int]
        var similarity: Double
        /// Whether it is the group of the very model that is asked for.
        var isOwn: Bool
    }

    /// The first groups, as far as they pass and `left` leaves of them.
    private func candidates(
        _ near: [CellReader.Near], wanted: Int, _ filters: SearchFilters, own: Int? = nil, left: ([Int]) -> [Int]
    ) -> [Candidate] {
        let limit = filters.isEmpty ? wanted : Self.more * wanted
        var found: [Candidate] = []
        for group in near where found.count < limit {
            let others = left(group.documents)
            guard !others.isEmpty else { continue }
            let isOwn = own.map(group.documents.contains) ?? false
            found.append(Candidate(documents: others, similarity: group.similarity, isOwn: isOwn))
        }
        let isAllowed = allowance(filters)
        for i in found.indices { found[i].documents.removeAll { !isAllowed($0) } }
        return Array(found.filter { !$0.documents.isEmpty }.prefix(wanted))
    }

    /// nil where all that were looked at bear the name of the model that is asked for, or no record could be read.
    private func hit(_ candidate: Candidate, own document: Int? = nil) -> SearchHit? {
        let own = candidate.isOwn ? document.flatMap(reader.entry) : nil
        let looked = candidate.documents.prefix(candidate.isOwn ? Self.names : 1)
        for document in looked {
            guard let entry = reader.entry(document), own.map({ !entry.bearsName(of: $0) }) ?? true else { continue }
            var hit = SearchHit(
                document: document, entry: entry, score: candidate.similarity, reasons: [.meaning],
                similarity: candidate.similarity, isFullMatch: false)
            hit.alike = max(0, candidate.documents.count - (own?.copies ?? 1))
            return hit
        }
        return nil
    }

    /// Brute force over the library's file: the oracle.
    private func exact(_ document: Int, wanted: Int, _ cells: CellReader, _ isAllowed: @escaping (Int) -> Bool) throws
        -> [CellReader.Near]
    {
        guard let name = reader.folder.list.library.map(\.name).first(where: { $0.hasPrefix("vectors.") }) else {
            throw SearchError(.noVectors, at: "exact")
        }
        let file = try VectorFile("\(reader.folder.path)/\(name)")
        guard let vector = file.vector(of: document) else {
            throw SearchError(.noVector(String(document)), at: "exact")
        }
        // Shards are read by one thread only, so the filters are asked before all threads compare.
        let allowed = (0..<manifest.modelCount).map { $0 != document && isAllowed($0) }
        var seen: Set<Int> = []
        return file.nearest(to: vector, count: Self.margin * wanted) { allowed[$0] }.compactMap { nearest, cosine in
            guard seen.insert(nearest).inserted else { return nil }
            let others = cells.group(of: nearest).filter { $0 != nearest }
            seen.formUnion(others)
            return CellReader.Near(
                documents: [nearest] + others, similarity: (Double(cosine) * 1e6).rounded() / 1e6)
        }
    }
}

extension DocumentEntry {
    /// Whether both are called the same when spelling does not count.
    fileprivate func bearsName(of other: DocumentEntry) -> Bool {
        let keys = [id, other.id].map { Tokenizer.key(of: SearchDocument.name(of: $0)) }
        return keys[0] == keys[1]
    }
}
