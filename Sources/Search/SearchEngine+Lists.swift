import SearchFormat

extension SearchEngine {
    /// Full matches in another order than the best, or all models where nothing is asked: by a column, then by number, which
    /// is by popularity. Twin: `assets/js/search/listed.js`.
    func listed(_ request: SearchRequest, _ set: MatchSet, wanted: Int) -> SearchAnswer {
        let allowed = allowance(request.filters)
        let order = ListOrder(request.sort)
        let documents =
            order.map { sorted(set.documents, by: $0, allowed, count: Ranking.mostByScore + wanted) } ?? set.documents
        var answer = SearchAnswer()
        reader.beginTrip()
        var seen: Set<Copies> = []
        for document in documents {
            guard answer.hits.count < wanted else { break }
            guard order != nil || allowed(document), let entry = reader.entry(document) else { continue }
            if let copies = Copies(entry), !seen.insert(copies).inserted { continue }
            let use = Scoring.use(downloads: entry.downloads, likes: entry.likes)
            let reasons: [SearchHit.Reason] = Rounded.popularity(use: use) >= Reasons.popular ? [.popular] : []
            answer.hits.append(SearchHit(document: document, entry: entry, score: 0, reasons: reasons))
        }
        return answer
    }

    /// The first so many of an order that the filters leave.
    ///
    /// Numbers are by level of popularity, so what bounds a level bounds all that comes after it: once so many are kept that
    /// none of the rest can come before them, the rest is not read.
    private func sorted(_ documents: [Int], by order: ListOrder, _ isAllowed: (Int) -> Bool, count: Int) -> [Int] {
        var kept: [(key: Int, document: Int)] = []
        var rest = documents[...]
        while let first = rest.first {
            let isFull = kept.count == count
            if isFull, let least = order.leastKey(ofLevel: manifest.level(of: first)), kept.last!.key <= least { break }
            let number = manifest.facets.block(of: first)
            let end = manifest.facets.range(of: number).upperBound
            let some = rest.prefix { $0 < end }
            rest = rest.dropFirst(some.count)
            guard let chunk = reader.facets(number) else { continue }
            for document in some where isAllowed(document) {
                let key = order.key(chunk, document - chunk.first)
                if !isFull || key < kept[count - 1].key { kept.append((key, document)) }
            }
            kept.sort { ($0.key, $0.document) < ($1.key, $1.document) }
            kept.removeLast(max(0, kept.count - count))
        }
        return kept.map(\.document)
    }
}

/// What ascends in an order other than the best; unknown is last.
struct ListOrder {
    let key: (FacetChunk, Int) -> Int
    /// What no model of a level falls below, where levels say so.
    private let least: ((_ level: Int) -> Int)?

    /// nil for the order of the numbers.
    init?(_ sort: SearchRequest.Sort) {
        var least: ((Int) -> Int)?
        switch sort {
        case .best: return nil
        case .downloads:
            key = { -$0.downloads[$1] }
            least = { -Scoring.greatestUse(ofLevel: $0) }
        case .likes:
            key = { -$0.likes[$1] }
            least = { -(Scoring.greatestUse(ofLevel: $0) / 30) }
        case .new: key = { chunk, i in if case .day(let day) = chunk.created[i] { -day } else { .max } }
        case .small: key = { chunk, i in chunk.parameters[i] == 0 ? .max : Int(chunk.parameters[i]) }
        case .large: key = { chunk, i in chunk.parameters[i] == 0 ? .max : -Int(chunk.parameters[i]) }
        }
        self.least = least
    }

    func leastKey(ofLevel level: Int) -> Int? { least?(level) }
}
