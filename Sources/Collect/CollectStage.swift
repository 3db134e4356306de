package import Archive
package import Core
package import Hub
import Report
package import Web

/// The stage that brings data in, untouched: from the Hub, and from files of earlier collections.
package enum CollectStage {
    /// Walks the plan's list, then the details and sizes of models if the plan wants any, and archives every answer as it was
    /// sent.
    ///
    /// A walk that was broken off, however, goes on where it stopped; one that is finished is left alone, unless the
    /// plan says `fresh`. When a server fails for good, everything that came before is in the archive.
    ///
    /// - Parameter web: reads models' pages where nothing else tells a size; nil reads none.
    /// - Throws: `HubError`, `WebError`, `HTTPError`, `ArchiveError`, `CancellationError`.
    package static func run(
        plan: CollectPlan, archive: Archive, client: HubClient, web: WebClient? = nil, log: Log = .silent
    ) async throws -> CollectSummary {
        var summary = CollectSummary()
        let list: Walk
        if let known = plan.listThatTells(archive.walks, endpoint: client.endpoint) {
            log.info("Collect", "\(known.id): tells the \(Format.int(plan.top)) most liked, not walked again")
            list = known
        } else {
            list = try await Listing(plan: plan, archive: archive, client: client, log: log).run(&summary)
        }
        summary.walks.append(list)
        if plan.list == .models, plan.top > 0 {
            let details = Details(plan: plan, list: list, archive: archive, client: client, log: log)
            let walk = try await details.run(&summary)
            let sizes = Sizes(plan: plan, details: walk, archive: archive, client: client, web: web, log: log)
            summary.walks += [walk] + (try await sizes.run(&summary))
        }
        return summary
    }
}
