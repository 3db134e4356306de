import Archive
import Core
import HTTP
import JSON
import Matching
import Sources
import Web

/// The questions to X, and asking them.
struct XWalk {
    static let name = "mentions-x"

    struct Question {
        var address: String
    }

    let desk: Desk
    /// "recent" or "all".
    let kind: String
    let families: [Family]

    private var base: String { desk.endpoints.x }

    /// What is not known: whole months that are over, or the seven days up to this midnight.
    func due() -> [Question] {
        let today = desk.time.instant.day
        let spans: [(from: Day, to: Day, month: Month)] =
            kind == "recent"
            ? [(Day(number: today.number - 6), today, today.month)]
            : (1...XCounts.months).map { back in
                let month = today.month.advanced(by: -back)
                return (month.firstDay, month.advanced(by: 1).firstDay, month)
            }
        let known = desk.isFresh ? [] : Set(Self.entries(desk.archive, base: base).map(\.url))
        return spans.flatMap { span in
            families.filter { $0.since <= span.month }.map { family in
                Question(address: Self.address(base, kind, family, from: span.from, to: span.to))
            }
        }.filter { !known.contains($0.address) }
    }

    /// Answers are archived one by one: what was paid for is kept, whatever comes after.
    func ask(_ due: [Question], token: String) async throws {
        let walk = try desk.archive.begin(Self.name, plan: base)
        for (i, question) in due.enumerated() {
            let page = try await desk.web.get(question.address, headers: ["Authorization": "Bearer \(token)"])
            try desk.archive.append(
                ArchivedPage(
                    walk: walk.id, url: page.url, status: page.status, fetchedAt: page.fetchedAt,
                    format: XCounts.format,
                    records: nil, body: page.body))
            guard !page.isMissing, try JSONDocument.parse(page.body).root["data"] != nil else {
                throw SourceError(.changed("no \"data\" in its answer"), at: XCounts.source)
            }
            desk.log.progress("Collect", done: i + 1, total: due.count, unit: "questions")
        }
        try desk.archive.finish(walk.id)
    }

    static func entries(_ archive: Archive, base: String) -> [ArchiveEntry] {
        let walks = Set(archive.walks.filter { $0.name == name && $0.plan == base }.map(\.id))
        return archive.entries.filter { walks.contains($0.walk) && $0.status == 200 }
    }

    /// Days of 24 hours, in UTC; 31 of them are one page.
    static func address(_ base: String, _ kind: String, _ family: Family, from: Day, to: Day) -> String {
        let items = [
            ("query", query(of: family)), ("granularity", "day"), ("start_time", "\(from)T00:00:00Z"),
            ("end_time", "\(to)T00:00:00Z"),
        ]
        return "\(base)/2/tweets/counts/\(kind)?\(QueryString(items).text)"
    }

    /// `("claude code" OR "claude opus")`: any of the phrases, as a phrase.
    static func query(of family: Family) -> String {
        let phrases = family.phrases.map { "\"\($0)\"" }
        return phrases.count == 1 ? phrases[0] : "(\(phrases.joined(separator: " OR ")))"
    }
}
