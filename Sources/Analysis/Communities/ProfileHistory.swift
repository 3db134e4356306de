import Core

/// What accounts' models had on the days on which many models were counted, as the race by owner adds it up.
struct ProfileHistory {
    struct Line: Equatable {
        var days: [Day] = []
        /// nil on days on which none of the account's models was counted.
        var downloads: [Int?] = []
        var likes: [Int?] = []
    }

    private var days: [Day] = []
    private var lines: [String: Line] = [:]

    /// Of nothing: where models were counted on one day alone there is no history.
    init() {}

    init(days: [Day], downloads: [String: [Int?]], likes: [String: [Int?]]) {
        guard days.count > 1 else { return }
        self.days = days
        for (owner, counts) in downloads { lines[owner.lowercased(), default: Line()].downloads.add(counts) }
        for (owner, counts) in likes { lines[owner.lowercased(), default: Line()].likes.add(counts) }
    }

    /// Days of which something is known; fewer than two are no history.
    func line(of owner: String) -> Line {
        guard let line = lines[owner.lowercased()] else { return Line() }
        let known = days.indices.filter { line.downloads.at($0) != nil || line.likes.at($0) != nil }
        guard known.count > 1 else { return Line() }
        return Line(
            days: known.map { days[$0] }, downloads: known.map { line.downloads.at($0) },
            likes: known.map { line.likes.at($0) })
    }
}

extension [Int?] {
    fileprivate func at(_ place: Int) -> Int? { place < count ? self[place] : nil }

    /// Sums of two spellings of one name.
    fileprivate mutating func add(_ more: [Int?]) {
        guard !isEmpty else { return self = more }
        for (place, count) in more.enumerated() {
            guard let count else { continue }
            self[place] = (self[place] ?? 0) &+ count
        }
    }
}
