import Archive
import Core
import HTTP
import Hub
import JSON
import Report
import Web

/// How large the models are whose details were fetched: the bytes of their files, and where the details count no parameters,
/// what the model's page says.
///
/// Bytes are archived with format "hub-treesize", pages with "hub-model-page". A page costs the Hub five times what its API
/// costs, so it is read only where the size is still missing, one after another, at most `mostPages` a run, and only where
/// robots.txt lets programs read it.
struct Sizes {
    static let mostPages = 100

    let plan: CollectPlan
    let details: Walk
    let archive: Archive
    let client: HubClient
    /// For pages; without it none is read.
    let web: WebClient?
    let log: Log

    func run(_ summary: inout CollectSummary) async throws -> [Walk] {
        let models = try detailed()
        var walks = [try await treeSizes(of: models, &summary)]
        if let web, let pages = try await pages(of: models.filter { !$0.isCounted }, web, &summary) {
            walks.append(pages)
        }
        return walks
    }
}

extension Sizes {
    private struct Model {
        var id: String
        var likes: Int
        /// The Hub counted its parameters.
        var isCounted: Bool
    }

    /// The models by their names of today, most liked first.
    private func detailed() throws -> [Model] {
        var models: [Model] = []
        let parser = JSONParser()
        try archive.forEachPage(of: details.id, onDamage: { log.warning("Collect", "\($0.subject): \($0.detail)") }) {
            page in
            // An answer that cannot be read is for cleaning to count.
            guard page.format == "hub-model", let root = try? parser.parse(page.body).root,
                let id = root["id"]?.string, RepoID.isValid(id)
            else { return }
            let count = root["safetensors"]?["total"]?.integer ?? root["gguf"]?["total"]?.integer ?? 0
            models.append(Model(id: id, likes: root["likes"]?.integer ?? 0, isCounted: count > 0))
        }
        return models.sorted { ($1.likes, $0.id) < ($0.likes, $1.id) }
    }

    private func treeSizes(of models: [Model], _ summary: inout CollectSummary) async throws -> Walk {
        let walk = AddressWalk(
            name: "model-tree-sizes", identity: "tree sizes of \(details.id)", unit: "tree sizes",
            workers: plan.workers, isFresh: plan.fresh, archive: archive, log: log)
        return try await walk.run(&summary, urls: { models.map { client.treeSizeAddress(of: $0.id) } }) {
            [client] url, walk in
            let page = try await client.detail(url)
            return ArchivedPage(page, of: walk, format: page.status == 200 ? "hub-treesize" : "hub-error")
        }
    }

    private func pages(of models: [Model], _ web: WebClient, _ summary: inout CollectSummary) async throws -> Walk? {
        let walk = AddressWalk(
            name: "model-pages", identity: "model pages of \(details.id)", unit: "model pages", workers: 1,
            most: Self.mostPages, isFresh: plan.fresh, archive: archive, log: log)
        if models.count > 0 {
            log.info(
                "Collect",
                "\(Format.count(models.count, "model")) of unknown size: their pages are read, at most \(Self.mostPages) a run, which takes "
                    + "\((min(models.count, Self.mostPages) * 3 + 59) / 60) min")
        }
        do {
            return try await walk.run(&summary, urls: { models.map { client.pageAddress(of: $0.id) } }) {
                [log] url, walk in
                try await Self.page(url, of: walk, web, log)
            }
        } catch let error as WebError where error.reason == .disallowed {
            log.warning("Collect", "\(error)")
            return nil
        }
    }

    /// - Returns: nil where this one page is refused or has no end; the others may be well.
    private static func page(_ url: String, of walk: String, _ web: WebClient, _ log: Log) async throws -> ArchivedPage?
    {
        do {
            let page = try await web.page(url)
            return ArchivedPage(
                walk: walk, url: url, status: page.status, fetchedAt: page.fetchedAt,
                format: page.isMissing ? "hub-error" : "hub-model-page", records: page.isMissing ? 0 : 1,
                body: page.body)
        } catch let error as WebError {
            guard case .refused = error.reason else { throw error }
            log.warning("Collect", "\(error)")
        } catch let error as HTTPError {
            guard case .bodyTooLarge = error.reason else { throw error }
            log.warning("Collect", "\(error)")
        }
        return nil
    }
}
