import Archive
import Core
import Hub
import JSON
import Report
import Sources
import Web

/// One part's questions, one after another, within a budget; every answer is archived before anything is made of it.
///
/// A question that fails is asked again the next time; three failures in a row end the part for today. What the budget
/// leaves is asked the next time, too. A walk stands for a month; then a new one begins, and what the old one knew still counts.
struct Asking {
    static let freshDays = 30
    private static let failuresInARow = 3

    let desk: Desk
    let part: Part
    let budget: Int
    private let walk: Walk
    private var known: Set<String>
    private(set) var asked = 0
    private(set) var failed = 0
    private(set) var left = 0
    private var inARow = 0

    init(_ part: Part, at desk: Desk, budget: Int) throws {
        (self.desk, self.part, self.budget) = (desk, part, budget)
        walk = try Self.walk(part, desk)
        known = Set(
            desk.archive.entries.lazy.filter { [walk] in
                $0.walk == walk.id && $0.format != AnswerFormat.unknown
            }.map(\.url))
    }

    private static func walk(_ part: Part, _ desk: Desk) throws -> Walk {
        if let latest = desk.archive.latestWalk(part.walk, plan: desk.hub.endpoint), !desk.isFresh {
            let age = desk.time.instant.day.number - latest.day.number
            if age < freshDays { return latest }
        }
        return try desk.archive.begin(part.walk, plan: desk.hub.endpoint)
    }

    /// How many of these questions would be asked now.
    func count(of urls: [String]) -> Int {
        walk.isFinished ? 0 : min(budget, urls.count { !known.contains($0) })
    }

    /// Asks, where that is not known and the budget allows.
    ///
    /// - Parameter expected: the key that a JSON answer must have; nil for what is no JSON.
    /// - Throws: `CancellationError`, `SourceError.changed`, and the third failure in a row.
    mutating func ask(
        _ url: String, format: String, expected: StaticString?, _ fetch: (String) async throws -> WebPage
    ) async throws {
        guard !walk.isFinished, !known.contains(url) else { return }
        guard asked < budget else { return left += 1 }
        asked += 1
        desk.log.progress("Collect", done: asked, total: budget, unit: "\(part.rawValue) of communities")
        do {
            let page = try await fetch(url)
            try archive(page, at: url, format, expected)
            known.insert(url)
            inARow = 0
        } catch let error as any Failure where !(error is ArchiveError) && !(error is SourceError) {
            (failed, inARow) = (failed + 1, inARow + 1)
            desk.log.warning("Collect", "\(error)")
            if inARow >= Self.failuresInARow || Self.asksToWait(error) { throw error }
        }
    }

    private static func asksToWait(_ error: any Failure) -> Bool {
        if case .asksToWait? = (error as? WebError)?.reason { true } else { false }
    }

    private func archive(_ page: WebPage, at url: String, _ format: String, _ expected: StaticString?) throws {
        let verdict = Self.verdict(page, expected)
        let formats = [Verdict.good: format, .missing: AnswerFormat.missing, .unknown: AnswerFormat.unknown]
        if case .refused(let code) = verdict {
            throw WebError(.refused(status: page.status, message: code.visible), at: url)
        }
        try desk.archive.append(
            ArchivedPage(
                walk: walk.id, url: url, status: page.status, fetchedAt: page.fetchedAt, format: formats[verdict]!,
                body: page.body))
        if verdict == .unknown, let expected {
            throw SourceError(.changed("\(url.prefix(100)): no \"\(expected)\""), at: "communities")
        }
    }

    private enum Verdict: Hashable {
        case good, missing, unknown
        /// Wikimedia says so with status 200.
        case refused(code: String)
    }

    private static func verdict(_ page: WebPage, _ expected: StaticString?) -> Verdict {
        guard page.status == 200, !page.isMissing else { return .missing }
        guard let expected else { return .good }
        // What does not parse lacks every key.
        guard let root = (try? JSONDocument.parse(page.body))?.root else { return .unknown }
        if root[expected] != nil { return .good }
        guard let code = root["error"]?["code"]?.string else { return .unknown }
        return ["missingtitle", "pagedeleted", "no-such-entity"].contains(code) ? .missing : .refused(code: code)
    }

    /// Counts a question that is kept for the next time.
    mutating func leave() { if !walk.isFinished { left += 1 } }

    /// Whether every question that was asked for has its answer.
    var isComplete: Bool { walk.isFinished || (failed == 0 && left == 0) }

    /// Marks the walk as complete: nothing more is asked until it is old.
    func finish() throws {
        if !walk.isFinished { try desk.archive.finish(walk.id) }
    }

    /// Writes down what is left, behind the answers, for who looks at the archive.
    func noteLeft() throws {
        guard let open = desk.archive.walk(walk.id), !open.isFinished else { return }
        try desk.archive.append(
            ArchivedPage(
                walk: walk.id, url: "about:left", status: 0, fetchedAt: desk.time.instant, format: AnswerFormat.left,
                records: left + failed, body: []))
    }

    /// "12 asked, 3 left for the next time, 1 failed"
    var words: String {
        var words = "\(Format.int(asked)) asked"
        if left > 0 { words += ", \(Format.int(left)) left for the next time" }
        if failed > 0 { words += ", \(Format.int(failed)) failed" }
        return words
    }
}
