import Archive
import Catalog
import Core
import Hub
package import Sources
import Web

/// Results of the Open LLM Leaderboard, v1 and v2, of the live benchmarks that came after it, and those that models' own repos
/// state.
///
/// v2 is asked of its own service; where that sleeps or is gone, of the dataset that it was made from (46 requests of 100
/// rows). v1, and tables of earlier days, come as files. The service is retired, so an answer of this month will do; the live
/// benchmarks are asked once a day, the models' own results once a week.
///
///     try await Leaderboard().collect(desk)  → "4576 results · 12 live benchmarks · 900 models with results of their own"
///
/// Walks: `leaderboard/v2` (one page as sent), `leaderboard/v2-rows`, `leaderboard/live`, `leaderboard/stated`,
/// `import/FILE`.
package struct Leaderboard: Source {
    static let name = "leaderboard"

    /// Formats of archived pages.
    enum Format {
        static let json = "leaderboard-json"
        static let rows = "leaderboard-rows"
        static let csv = "leaderboard-csv"
        static let benchmarks = "leaderboard-benchmarks"
        static let live = "leaderboard-live"
        /// A list of models with their `evalResults`, and the same of one model.
        static let stated = "leaderboard-stated"
        static let statedAlone = "leaderboard-stated-alone"
    }

    enum WalkName {
        static let service = "leaderboard/v2"
        static let rows = "leaderboard/v2-rows"
        static let live = "leaderboard/live"
        static let stated = "leaderboard/stated"
    }

    package init() {}

    package var name: String { Self.name }

    package func collect(_ desk: Desk) async throws -> String {
        var words: [String] = []
        var failure: (any Failure)?
        for part in [collectV2, collectLive, { try await StatedWalk(desk: $0).run() }] {
            do {
                words.append(try await part(desk))
            } catch let error as any Failure where !Task.isCancelled {
                // Several services: one that is down is no reason not to ask the others.
                if let first = failure { desk.log.warning("Collect", "\(first)") }
                failure = error
            }
        }
        if let failure { throw failure }
        return words.joined(separator: " · ")
    }
}

extension Leaderboard {
    private func collectV2(_ desk: Desk) async throws -> String {
        let address = "\(desk.endpoints.leaderboard)/api/leaderboard/formatted"
        let known = [WalkName.service, WalkName.rows].lazy.compactMap { desk.youngWalk($0, days: 30) }.first
        if let known, known.isFinished { return "\(known.records) results, complete already" }
        do {
            let page = try await desk.web.get(address)
            if page.isMissing { throw WebError(.refused(status: page.status, message: ""), at: address) }
            return try keep(page, desk)
        } catch let error as WebError where !Task.isCancelled {
            desk.log.warning("Collect", "\(error); asking for the dataset that the leaderboard was made from")
            return try await RowsWalk(desk: desk).run()
        }
    }

    private func keep(_ page: WebPage, _ desk: Desk) throws -> String {
        let walk = try desk.archive.begin(WalkName.service, plan: desk.endpoints.leaderboard, first: page.url)
        // As it was sent, before anything is made of it; the dataset is no help where this one has changed.
        var archived = ArchivedPage(
            walk: walk.id, url: page.url, fetchedAt: page.fetchedAt, format: Format.json, body: page.body)
        let read = Result { try FlatRecords.leaderboard(page.body, at: page.url) }
        // One that cannot be read has none, and is told below.
        archived.records = (try? read.get().rows.count) ?? 0
        try desk.archive.append(archived)
        try desk.archive.finish(walk.id)
        let records = try read.get()
        _ = try TableSchema(records.columns, at: page.url)
        return "\(records.rows.count) results"
    }
}

extension Desk {
    /// The newest walk of that name, where it is not older than so many days, and nobody wants a new one.
    func youngWalk(_ name: String, days: Int) -> Walk? {
        guard !isFresh, let walk = archive.walks.last(where: { $0.name == name }) else { return nil }
        return time.instant.day.number - walk.day.number < days ? walk : nil
    }

    /// That walk, where it was broken off, else a new one.
    func walk(_ name: String, plan: String, days: Int) throws -> Walk {
        if let known = youngWalk(name, days: days), !known.isFinished { return known }
        return try archive.begin(name, plan: plan)
    }

    /// What a walk has already.
    func archivedURLs(of walk: Walk) -> Set<String> {
        Set(archive.entries.lazy.filter { $0.walk == walk.id }.map(\.url))
    }
}
