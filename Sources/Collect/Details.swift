import Archive
import Core
import Hub
import JSON

/// The most liked models of a list, one request each, several at a time.
///
/// An answer is archived with format "hub-model"; one that says the model is gone or closed with "hub-error", so that
/// it is not asked for again.
struct Details {
    static let name = "model-details"

    let plan: CollectPlan
    let list: Walk
    let archive: Archive
    let client: HubClient
    let log: Log

    func run(_ summary: inout CollectSummary) async throws -> Walk {
        let walk = try beginOrGoOn()
        if walk.isFinished {
            log.info("Collect", "\(walk.id): complete since \(walk.ended!.day), not asked again")
            return walk
        }
        let done = Set(archive.entries.lazy.filter { $0.walk == walk.id }.map(\.url))
        let urls = try mostLiked().map { client.detailAddress(of: $0, kind: ModelQuery.kind) }
        try await fetch(urls.filter { !done.contains($0) }, of: walk, already: done.count, &summary)
        try archive.finish(walk.id)
        return archive.walk(walk.id)!
    }
}

extension Details {
    private func beginOrGoOn() throws -> Walk {
        let identity = "the \(plan.top) most liked of \(list.id)"
        if !plan.fresh, let known = archive.latestWalk(Self.name, plan: identity) { return known }
        return try archive.begin(Self.name, plan: identity)
    }

    private func fetch(_ urls: [String], of walk: Walk, already: Int, _ summary: inout CollectSummary) async throws {
        var waiting = urls.makeIterator()
        var count = already
        let total = already + urls.count
        try await withThrowingTaskGroup(of: Void.self) { group in
            func startOne() {
                guard let url = waiting.next() else { return }
                group.addTask { [client, archive] in
                    let page = try await client.detail(url)
                    try archive.append(
                        ArchivedPage(page, of: walk.id, format: page.status == 200 ? "hub-model" : "hub-error"))
                }
            }
            for _ in 0..<max(1, plan.workers) { startOne() }
            while try await group.next() != nil {
                count += 1
                summary.pagesFetched += 1
                summary.recordsFetched += 1
                log.progress("Collect", done: count, total: total, unit: "details")
                startOne()
            }
        }
    }

    /// Identifiers, most liked first; equal ones by identifier, so that every run has the same.
    private func mostLiked() throws -> [String] {
        var best: [(likes: Int, id: String)] = []
        func prune() {
            best.sort { ($1.likes, $0.id) < ($0.likes, $1.id) }
            best.removeLast(max(0, best.count - plan.top))
        }
        let parser = JSONParser()
        try archive.forEachPage(of: list.id, onDamage: { log.warning("Collect", "\($0.subject): \($0.detail)") }) {
            page in
            // A page that cannot be read is for cleaning to count; its models just get no details.
            guard let items = try? parser.parse(page.body).root.elements else { return }
            for item in items {
                if let id = item["id"]?.string { best.append((item["likes"]?.integer ?? 0, id)) }
            }
            if best.count > 4 * plan.top + 10_000 { prune() }
        }
        prune()
        // Pages may repeat a model when the list moved while it was walked.
        var seen: Set<String> = []
        return best.map(\.id).filter { seen.insert($0).inserted }
    }
}
