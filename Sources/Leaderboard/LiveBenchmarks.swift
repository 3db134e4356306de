import Archive
import Catalog
import Core
import Hub
import JSON
import Sources

/// The leaderboards that the Hub keeps of official benchmarks: lists of datasets, and of each its ranking.
///
/// Source: the Hub's guide to leaderboard data. Only models that are made from no other are in them.
extension Leaderboard {
    func collectLive(_ desk: Desk) async throws -> String {
        if let known = desk.youngWalk(WalkName.live, days: 1), known.isFinished {
            return "live benchmarks: complete already"
        }
        let walk = try desk.walk(WalkName.live, plan: desk.hub.endpoint, days: 1)
        let known = desk.archivedURLs(of: walk)
        let ids = try await benchmarks(desk, walk)
        desk.log.info("Collect", "\(ids.count) live benchmarks, a request each")
        var failed: [String] = []
        for id in ids {
            let url = desk.hub.detailAddress(of: id, kind: "datasets") + "/leaderboard"
            if known.contains(url) { continue }
            do {
                var pages = desk.hub.pages(from: url).makeAsyncIterator()
                guard let page = try await pages.next() else { continue }
                try desk.archive.append(
                    ArchivedPage(
                        walk: walk.id, url: page.url, fetchedAt: page.fetchedAt, format: Format.live,
                        records: page.records, next: page.next, body: page.body))
            } catch let error as HubError where !Task.isCancelled {
                // One that is closed says nothing about the next; it is asked again next time.
                desk.log.warning("Collect", "\(error)")
                failed.append(id)
            }
        }
        if failed.isEmpty { try desk.archive.finish(walk.id) }
        let missed = failed.isEmpty ? "" : ", \(failed.count) not to be read"
        return "\(ids.count - failed.count) live benchmarks\(missed)"
    }

    /// Ids of the official benchmarks, from the archive where the walk has them.
    private func benchmarks(_ desk: Desk, _ walk: Walk) async throws -> [String] {
        var ids: [String] = []
        let list = ListPages(desk: desk, walk: walk, format: Format.benchmarks)
        let first = "\(desk.hub.endpoint)/api/datasets?filter=benchmark%3Aofficial"
        try await list.read(from: first, countsRecords: false) { body, _ in ids += try Self.ids(in: body) }
        return ids
    }

    private static func ids(in body: [UInt8]) throws -> [String] {
        try JSONDocument.parse(body).root.elements.compactMap { $0["id"]?.string }.filter(RepoID.isValid)
    }
}

/// Rows of a live benchmark's ranking.
enum LiveRanking {
    /// - Parameter benchmark: the dataset's id.
    static func rows(
        _ body: [UInt8], of benchmark: String, source: String, into counts: inout DiagnosticCounts
    ) throws -> [LeaderboardRow] {
        try JSONDocument.parse(body).root.elements.compactMap { entry in
            guard let model = entry["modelId"]?.string, RepoID.isValid(model) else {
                counts.add(Diagnostic("leaderboard.noModel", at: benchmark, entry["modelId"]?.string ?? ""))
                return nil
            }
            guard let value = entry["value"]?.number else {
                counts.add(Diagnostic("leaderboard.noAverage", at: model, benchmark))
                return nil
            }
            var row = LeaderboardRow(source: source, board: benchmark, version: "live", model: model)
            row.isVerified = entry["verified"]?.bool
            row.scores = [.init(benchmark: benchmark, raw: value)]
            return row
        }
    }

    /// "a/b" of "https://huggingface.co/api/datasets/a/b/leaderboard".
    static func benchmark(of url: String) -> String? {
        let words = url.split(separator: "/")
        guard words.last == "leaderboard", let kind = words.lastIndex(of: "datasets"), kind + 1 < words.count - 1
        else { return nil }
        let id = words[(kind + 1)..<(words.count - 1)].joined(separator: "/")
        return RepoID.isValid(id) ? id : nil
    }
}
