import SearchFormat

extension SearchEngine {
    /// Full matches in another order than the best, or all models where nothing is asked: by a column, then by number, which
    /// is by popularity. Twin: `assets/js/search/listed.js`.
    func listed(_ request: SearchRequest, _ set: MatchSet, wanted: Int) -> SearchAnswer {
        let order = ListOrder(request.sort)
        let count = Ranking.mostByScore + wanted
        var documents = set.documents
        var isAllowed = allowance(request.filters)
        if let order {
            let isWhole = set.documents.count == manifest.modelCount && request.filters.isEmpty
            documents =
                (isWhole ? ready(order, count: count) : nil)
                ?? sorted(set.documents, by: order, rule(request.filters), count: count)
            isAllowed = { _ in true }
        }
        var answer = SearchAnswer()
        reader.beginTrip()
        var seen: Set<Copies> = []
        for document in documents {
            guard answer.hits.count < wanted else { break }
            guard isAllowed(document), let entry = reader.entry(document) else { continue }
            if let copies = Copies(entry), !seen.insert(copies).inserted { continue }
            let use = Scoring.use(downloads: entry.downloads, likes: entry.likes)
            let reasons: [SearchHit.Reason] = Rounded.popularity(use: use) >= Reasons.popular ? [.popular] : []
            answer.hits.append(SearchHit(document: document, entry: entry, score: 0, reasons: reasons))
        }
        return answer
    }

    /// The beginning of an order of all models, where a list of it was made that is long enough.
    private func ready(_ order: ListOrder, count: Int) -> [Int]? {
        guard let made = order.list, let list = reader.list(made) else { return nil }
        guard list.documents.count >= min(count, manifest.modelCount) else { return nil }
        return Array(list.documents.prefix(count))
    }

    /// The first so many of an order that the filters leave.
    ///
    /// Numbers are by level of popularity, so what bounds a level bounds all that comes after it: once so many are kept that
    /// none of the rest can come before them, the rest is not read.
    private func sorted(_ documents: [Int], by order: ListOrder, _ rule: FilterRule, count: Int) -> [Int] {
        var kept: [(key: Int, document: Int)] = []
        reader.eachChunk(of: documents, rule.parts.union([.numbers(order.column)])) { chunk, some in
            let greatest = kept.count == count ? kept[count - 1].key : .max
            for document in some where rule.passes(chunk, document - chunk.first) {
                let key = order.key(chunk.number(order.column, document - chunk.first)) ?? .max
                if key < greatest || kept.count < count { kept.append((key, document)) }
            }
            kept.sort { ($0.key, $0.document) < ($1.key, $1.document) }
            kept.removeLast(max(0, kept.count - count))
        } while: { next in
            guard kept.count == count, let least = order.least?(manifest.level(of: next)) else { return true }
            return kept[count - 1].key > least
        }
        return kept.map(\.document)
    }
}

/// An order other than the best.
struct ListOrder {
    let column: NumberColumn.Kind
    /// What ascends, of a value of the column; nil for unknown, which comes last.
    let key: (Int) -> Int?
    /// What no model of a level falls below, where levels say so.
    var least: ((_ level: Int) -> Int)?
    /// Of all models its beginning was made at build.
    var list: OrderList.Order?

    /// nil for the order of the numbers.
    init?(_ sort: SearchRequest.Sort) {
        switch sort {
        case .best: return nil
        case .downloads: self.init(.downloads) { -Scoring.greatestUse(ofLevel: $0) }
        case .likes: self.init(.likes) { -(Scoring.greatestUse(ofLevel: $0) / 30) }
        case .new: self.init(made: .new)
        case .small: self.init(made: .small)
        case .large: self.init(made: .large)
        }
    }

    private init(_ column: NumberColumn.Kind, least: @escaping (Int) -> Int) {
        self.column = column
        self.least = least
        key = { $0 == 0 ? nil : 1 - $0 }
    }

    private init(made order: OrderList.Order) {
        (column, list) = (order.column, order)
        key = order.key
    }
}
