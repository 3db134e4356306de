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
        let walk = AddressWalk(
            name: Self.name, identity: "the \(plan.top) most liked of \(list.id)", unit: "details",
            workers: plan.workers, isFresh: plan.fresh, archive: archive, log: log)
        let urls = { try mostLiked().map { client.detailAddress(of: $0, kind: ModelQuery.kind) } }
        return try await walk.run(&summary, urls: urls) { [client] url, walk in
            let page = try await client.detail(url)
            return ArchivedPage(page, of: walk, format: page.status == 200 ? "hub-model" : "hub-error")
        }
    }
}

extension Details {
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
