import SearchFormat

extension SearchEngine {
    /// Full matches in another order than the best, or all models where nothing is asked: by a column, then by number, which
    /// is by popularity.
    func listed(_ request: SearchRequest, _ plan: QueryPlan, wanted: Int) -> SearchAnswer {
        var documents = matches(plan, request.filters).documents
        if let key = sortKey(request.sort) {
            let keys = documents.map(key)
            documents = keys.indices.sorted { (keys[$0], documents[$0]) < (keys[$1], documents[$1]) }
                .prefix(Ranking.mostByScore + wanted).map { documents[$0] }
        }
        var answer = SearchAnswer()
        reader.beginTrip()
        var seen: Set<Copies> = []
        for document in documents {
            guard answer.hits.count < wanted else { break }
            guard let entry = reader.entry(document) else { continue }
            if let copies = Copies(entry), !seen.insert(copies).inserted { continue }
            let use = Scoring.use(downloads: entry.downloads, likes: entry.likes)
            let reasons: [SearchHit.Reason] = Rounded.popularity(use: use) >= Reasons.popular ? [.popular] : []
            answer.hits.append(SearchHit(document: document, entry: entry, score: 0, reasons: reasons))
        }
        return answer
    }

    /// What ascends in the order asked for; nil for the order of the numbers.
    private func sortKey(_ sort: SearchRequest.Sort) -> ((Int) -> Int)? {
        func column(_ value: @escaping (FacetChunk, Int) -> Int) -> (Int) -> Int {
            { [self] document in
                guard let chunk = reader.facets(manifest.facets.block(of: document)) else { return .max }
                return value(chunk, document - chunk.first)
            }
        }
        return switch sort {
        case .best: nil
        case .downloads: column { -$0.downloads[$1] }
        case .likes: column { -$0.likes[$1] }
        case .new: column { chunk, i in if case .day(let day) = chunk.created[i] { -day } else { .max } }
        case .small: column { chunk, i in chunk.parameters[i] == 0 ? .max : Int(chunk.parameters[i]) }
        case .large: column { chunk, i in chunk.parameters[i] == 0 ? .max : -Int(chunk.parameters[i]) }
        }
    }
}
