import Archive
import Core
import Matching

/// Which questions a table of families needs, and what of them the archive has answers to.
struct SearchPlan {
    static let walk = "mentions-hackernews"
    static let format = "hn-search"
    /// An answer of a form that this program does not know: kept, and asked for again.
    static let unknown = "hn-search-unknown"

    let base: String
    /// The newest answer of each address.
    let known: [String: ArchiveEntry]

    /// - Parameter isFresh: what was asked before is asked again.
    init(_ archive: Archive, base: String, isFresh: Bool = false) {
        self.base = base
        let walks = Set(archive.walks.filter { $0.name == Self.walk && $0.plan == base }.map(\.id))
        let entries = isFresh ? [] : archive.entries.filter { walks.contains($0.walk) && $0.format == Self.format }
        known = Dictionary(entries.map { ($0.url, $0) }, uniquingKeysWith: { $1 })
    }

    /// What a family is counted by in a month.
    static func questions(of family: Family, in month: Month) -> [SearchQuestion] {
        family.questions.map { SearchQuestion($0, in: month, fetches: !family.isUnmistakable) }
    }

    static func total(of month: Month) -> SearchQuestion { SearchQuestion("", in: month, fetches: false) }

    /// Every question about months that are over, the newest month first.
    ///
    /// A month is asked for once, when it is over: before, its count would only be thrown away.
    static func all(of families: [Family], now: Instant) -> [SearchQuestion] {
        guard let first = families.map(\.since).min() else { return [] }
        let last = now.day.month.advanced(by: -1)
        guard first <= last else { return [] }
        return stride(from: last, through: first, by: -1).flatMap { month in
            [total(of: month)] + families.filter { $0.since <= month }.flatMap { questions(of: $0, in: month) }
        }
    }

    /// What is to be asked before the question is answered whole; none when it is.
    ///
    /// Of more stories than can be reached the halves of the span are asked for.
    func missing(_ question: SearchQuestion) -> [SearchQuestion] {
        guard let entry = known[question.address(at: base)] else { return [question] }
        return isCut(question, entry) ? question.halves.flatMap(missing) : []
    }

    func isCut(_ question: SearchQuestion, _ entry: ArchiveEntry) -> Bool {
        question.fetches && (entry.records ?? 0) > SearchQuestion.reachable
    }
}
