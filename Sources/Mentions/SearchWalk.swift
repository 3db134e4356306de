import Archive
import Core
import JSON
import Matching
import Report
import Sources
import Web

/// Asks the search of Hacker News what is not known yet, a part of it each run.
struct SearchWalk {
    /// As many in a row are no single question's trouble.
    static let mostFailures = 3

    let desk: Desk
    let families: [Family]
    let requestsARun: Int

    private var base: String { desk.endpoints.hackerNews }

    /// - Throws: `SourceError.changed`; `WebError` when the server fails for good. Everything that came before is kept.
    func run() async throws -> String {
        let plan = SearchPlan(desk.archive, base: base, isFresh: desk.isFresh)
        let due = SearchPlan.all(of: families, now: desk.time.instant).flatMap(plan.missing)
        guard !due.isEmpty else { return "every month of Hacker News that is over is known" }
        announce(due.count)
        let walk = try beginOrGoOn()
        let (asked, failed, left) = try await ask(due, of: walk)
        if failed == 0, left == 0 { try desk.archive.finish(walk.id) }
        var words = "\(Format.count(asked, "question")) to Hacker News"
        if failed > 0 { words += ", \(Format.int(failed)) failed and will be asked again" }
        if left > 0 { words += ", \(Format.int(left)) left for the next runs" }
        return words
    }

    private func announce(_ needed: Int) {
        let pace = WebClient.usualDelays["hn.algolia.com"] ?? 0
        let minutes = Int((Double(min(needed, requestsARun)) * pace / 60).rounded(.up))
        let now = needed > requestsARun ? "; \(Format.int(requestsARun)) in this run, newest months first" : ""
        desk.log.info(
            "", "mentions: \(Format.count(needed, "request")) to Hacker News\(now): \(Format.count(minutes, "minute"))")
    }

    private func beginOrGoOn() throws -> Walk {
        if !desk.isFresh, let known = desk.archive.latestWalk(SearchPlan.walk, plan: base), !known.isFinished {
            return known
        }
        return try desk.archive.begin(SearchPlan.walk, plan: base)
    }

    private func ask(_ due: [SearchQuestion], of walk: Walk) async throws -> (asked: Int, failed: Int, left: Int) {
        // Last first: halves of what is too much are asked next.
        var waiting = Array(due.reversed())
        var (asked, failed, inARow) = (0, 0, 0)
        while asked < requestsARun, let question = waiting.popLast() {
            asked += 1
            do {
                if try await ask(question, of: walk) > SearchQuestion.reachable, question.fetches {
                    waiting += question.halves.reversed()
                }
                inARow = 0
            } catch let error as WebError {
                (failed, inARow) = (failed + 1, inARow + 1)
                guard inARow < Self.mostFailures else { throw error }
                desk.log.warning("Collect", "\(error); asked again in the next run")
            }
            desk.log.progress(
                "Collect", done: asked, total: min(requestsARun, asked + waiting.count), unit: "questions")
        }
        return (asked, failed, waiting.count)
    }

    /// - Returns: how many stories there are.
    private func ask(_ question: SearchQuestion, of walk: Walk) async throws -> Int {
        let page = try await desk.web.get(question.address(at: base))
        guard !page.isMissing else {
            throw WebError(.refused(status: page.status, message: ""), at: page.url)
        }
        let count = try JSONDocument.parse(page.body).root["nbHits"]?.integer
        try desk.archive.append(
            ArchivedPage(
                walk: walk.id, url: page.url, status: page.status, fetchedAt: page.fetchedAt,
                format: count == nil ? SearchPlan.unknown : SearchPlan.format, records: count ?? 0, body: page.body))
        guard let count else { throw SourceError(.changed("no \"nbHits\" in its answer"), at: "mentions") }
        return count
    }
}
