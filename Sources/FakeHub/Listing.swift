private import Synchronization

/// All repos of a kind in the order of their Mongo ids, and the orders that were asked for.
struct Listing: Sendable {
    let kind: FakeRepo.Kind
    let repos: [FakeRepo]
    private let numbers: [String: Int]
    private let orders = OrderCache()

    init(kind: FakeRepo.Kind, repos: [FakeRepo]) {
        self.kind = kind
        self.repos = repos
        self.numbers = Dictionary(repos.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func repo(_ id: String) -> FakeRepo? { numbers[id].map { repos[$0] } }

    /// Numbers of the repos that meet every condition, greatest key first, equal ones by Mongo id, missing keys last.
    func order(_ query: ListQuery) -> [Int] {
        orders.value(for: query.identity) {
            let found = repos.indices.filter { query.admits(repos[$0]) }
            let keys = found.map { query.sort.value(of: repos[$0]) ?? .min }
            // Repos lie in the order of their Mongo ids, so their numbers break ties.
            let pairs = Array(zip(keys, found))
            let sorted = pairs.sorted { a, b in
                a.0 == b.0 ? a.1 < b.1 : query.isAscending ? a.0 < b.0 : a.0 > b.0
            }
            return sorted.map(\.1)
        }
    }

    /// The place in `order` of the first repo behind the cursor.
    func place(behind cursor: Cursor, in order: [Int], _ query: ListQuery) -> Int {
        var low = 0
        var high = order.count
        while low < high {
            let middle = (low + high) / 2
            if cursor.precedes(repos[order[middle]], query) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// Orders by query, so that the next page of a walk need not sort again.
private final class OrderCache: Sendable {
    private let known = Mutex<[String: [Int]]>([:])

    func value(for query: String, make: () -> [Int]) -> [Int] {
        if let order = known.withLock({ $0[query] }) { return order }
        let order = make()
        known.withLock { known in
            if known.count >= 32 { known = [:] }
            known[query] = order
        }
        return order
    }
}
