/// The ids with the greatest values, kept while rows go by; ties by id.
///
///     var greatest = GreatestRows(limit: 2)
///     for (id, likes) in [("c", 5), ("a", 7), ("b", 5)] { greatest.add(id, likes) }
///     greatest.rows  → a: 7, b: 5
struct GreatestRows {
    private let limit: Int
    private(set) var rows: [Census.NamedCount] = []

    init(limit: Int) { self.limit = limit }

    mutating func add(_ repoID: String, _ value: Int?) {
        guard let value, value > 0 else { return }
        if rows.count == limit, let least = rows.last, least.value > value { return }
        let row = Census.NamedCount(repoID: repoID, value: value)
        let place = rows.firstIndex { ($0.value, row.repoID) < (row.value, $0.repoID) } ?? rows.count
        rows.insert(row, at: place)
        if rows.count > limit { rows.removeLast() }
    }
}
