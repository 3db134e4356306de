import Embedding
import SearchFormat
import SearchText

/// Similar models, by vectors. Twin: `assets/js/search/similar.js`.
extension SearchEngine {
    /// What is like a model: the nearest by cosine under the filters, near-copies folded, itself left out.
    ///
    ///     try engine.similar(to: "openai/whisper-small", top: 10).hits.first?.similarity → .97
    ///
    /// In cells as the page does, or with `isExact` among all vectors of the library's file.
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
        let isAllowed = allowance(filters)
        var answer = SearchAnswer()
        let near =
            isExact
            ? try exact(document, wanted: top, isAllowed)
            : cells.nearest(vector, count: Self.margin * top + 1) { isAllowed($0) }
        answer.hits = hits(near.filter { $0.document != document }, wanted: top)
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
        let isAllowed = allowance(request.filters)
        let near = cells.nearest(cells.search.mean(of: vectors), count: Self.margin * request.top) {
            !found.contains($0) && isAllowed($0)
        }
        answer.hits = hits(near, wanted: request.top)
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
    /// Near-copies are folded after the search, so more are taken than wanted.
    private static let margin = 4

    private func hits(_ near: [(document: Int, similarity: Double)], wanted: Int) -> [SearchHit] {
        var hits: [SearchHit] = []
        var seen: Set<Copies> = []
        for (document, similarity) in near where hits.count < wanted {
            guard let entry = reader.entry(document) else { continue }
            if let copies = Copies(entry), !seen.insert(copies).inserted { continue }
            hits.append(
                SearchHit(
                    document: document, entry: entry, score: similarity, reasons: [.meaning], similarity: similarity,
                    isFullMatch: false))
        }
        return hits
    }

    /// Brute force over the library's file: the oracle.
    private func exact(_ document: Int, wanted: Int, _ isAllowed: @escaping (Int) -> Bool) throws
        -> [(document: Int, similarity: Double)]
    {
        guard let name = reader.folder.list.library.map(\.name).first(where: { $0.hasPrefix("vectors.") }) else {
            throw SearchError(.noVectors, at: "exact")
        }
        let file = try VectorFile("\(reader.folder.path)/\(name)")
        guard let vector = file.vector(of: document) else {
            throw SearchError(.noVector(String(document)), at: "exact")
        }
        // Shards are read by one thread only, so the filters are asked before all threads compare.
        let allowed = (0..<manifest.modelCount).map { isAllowed($0) }
        return file.nearest(to: vector, count: Self.margin * wanted + 1) { allowed[$0] }
            .map { ($0.document, (Double($0.cosine) * 1e6).rounded() / 1e6) }
    }
}
