import Archive
import Core
import Hub
import JSON
import Sources

/// The results that models' own repos state, in files below `.eval_results/`.
///
/// The Hub tags such models, so one list has them all, a thousand a request. A model of which the list does not tell the
/// results is asked about alone, `mostAlone` a run, the most liked first. Source: the Hub's guide to evaluation results, its
/// clients' `EvalResultEntry`, and the tag as lists of 2026 have it.
struct StatedWalk {
    static let mostAlone = 500
    /// Files change with models, not with days.
    private static let days = 7

    let desk: Desk

    /// - Returns: what was done, in a few words.
    func run() async throws -> String {
        if let known = desk.youngWalk(Leaderboard.WalkName.stated, days: Self.days), known.isFinished {
            return "\(known.records) models with results of their own, complete already"
        }
        let walk = try desk.walk(Leaderboard.WalkName.stated, plan: desk.hub.endpoint, days: Self.days)
        let untold = try await untoldModels(walk)
        let known = desk.archivedURLs(of: walk)
        let left = untold.map(address).filter { !known.contains($0) }
        if !left.isEmpty {
            desk.log.info(
                "Collect",
                "\(left.count) models whose results the list does not tell, a request each, at most \(Self.mostAlone) a run"
            )
        }
        var failed = max(0, left.count - Self.mostAlone)
        for url in left.prefix(Self.mostAlone) where !(try await ask(url, walk)) { failed += 1 }
        if failed == 0 { try desk.archive.finish(walk.id) }
        let words = "\(desk.archive.walk(walk.id)?.records ?? 0) models with results of their own"
        return failed == 0 ? words : "\(words), \(failed) still to ask"
    }
}

extension StatedWalk {
    /// Ids of the listed models of which the list does not tell the results. A server that knows no such field knows none of
    /// a single model either.
    private func untoldModels(_ walk: Walk) async throws -> [String] {
        let first =
            "\(desk.hub.endpoint)/api/models?filter=eval-results&sort=likes&limit=1000&expand=evalResults"
        var untold: [String] = []
        let list = ListPages(desk: desk, walk: walk, format: Leaderboard.Format.stated)
        try await list.read(from: first, countsRecords: true) { body, url in
            guard url.contains("expand=evalResults") else { return }
            untold += try JSONDocument.parse(body).root.elements.compactMap { model in
                model["evalResults"] == nil ? model["id"]?.string : nil
            }.filter(RepoID.isValid)
        }
        return untold
    }

    private func address(of model: String) -> String {
        desk.hub.detailAddress(of: model, kind: ModelQuery.kind) + "?expand=evalResults"
    }

    /// - Returns: whether there was an answer; one that says that the model is gone is one.
    private func ask(_ url: String, _ walk: Walk) async throws -> Bool {
        do {
            let page = try await desk.hub.answer(url, is: .object)
            try desk.archive.append(
                ArchivedPage(
                    walk: walk.id, url: url, fetchedAt: page.fetchedAt,
                    format: page.status == 200 ? Leaderboard.Format.statedAlone : "hub-error", records: 0,
                    body: page.body))
            return true
        } catch let error as HubError where !Task.isCancelled {
            desk.log.warning("Collect", "\(error)")
            return false
        }
    }
}
