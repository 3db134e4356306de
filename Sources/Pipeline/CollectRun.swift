import Archive
import Collect
package import Core
import HTTP
import Hub
import Report
import Site

/// What is to be collected, in the command line's words.
package struct CollectSettings: Sendable {
    /// What can be collected.
    package static let sources = ["models", "details"]
    /// Of how many models `details` means the details, where nobody says.
    package static let usualTop = 1000

    package var endpoint: String?
    package var author: String?
    package var task: String?
    package var language: String?
    package var library: String?
    package var license: String?
    package var search: String?
    package var createdSince: Day?
    package var limit: Int?
    package var top = 0
    package var workers = 4
    package var pageSize = 1000
    package var delaySeconds = 0.0
    package var isFresh = false
    /// Where `HF_TOKEN` may be.
    package var environment: [String: String] = [:]

    package init() {}
}

extension Pipeline {
    /// Collects into the archive; what a run before left unfinished goes on.
    ///
    /// - Returns: what was done, in a sentence; the log has it too.
    /// - Throws: `ArchiveError.locked` while another run collects; what the Hub's client throws, with all that came before
    ///   kept.
    @discardableResult
    package func collect(_ settings: CollectSettings) async throws -> String {
        try data.create()
        let archive = try Archive(at: data.archive, mode: .write, time: time)
        for diagnostic in archive.diagnostics { log.warning("Collect", "\(diagnostic.subject): \(diagnostic.detail)") }
        var words = ""
        try await runner(false).run([
            Stage(artefact: "archive", title: "Collect", output: data.archive) {
                words = try await collect(settings, into: archive)
                return words
            }
        ])
        return words
    }

    func collect(_ settings: CollectSettings, into archive: Archive) async throws -> String {
        // The connection's thread ends with the client, so it lives as long as the collection.
        let http = try HTTPClient()
        let client = try HubClient(
            http: http, endpoint: settings.endpoint ?? HubClient.publicEndpoint,
            token: try HubToken.find(environment: settings.environment), time: time,
            delaySeconds: settings.delaySeconds, log: log)
        let summary = try await CollectStage.run(plan: settings.plan, archive: archive, client: client, log: log)
        try archive.flush()
        if let list = summary.walks.first, list.isFinished, list.records == 0 { warnOfNothing(list) }
        return sentence(summary)
    }

    private func warnOfNothing(_ list: Walk) {
        let question = WalkQuestion(list.plan)
        let asked = question.limits.isEmpty ? "" : " with \(Format.list(question.limits))"
        log.warning(
            "Collect",
            "\(question.endpoint) lists no model\(asked); check the spelling. 'hubatlas build' shows what was collected "
                + "before, or else the bundled snapshot")
    }

    private func sentence(_ summary: CollectSummary) -> String {
        guard summary.pagesFetched > 0 else { return "complete already; --fresh collects again" }
        let all = summary.walks.map { walk in
            "\(walk.name): \(Format.int(walk.records)) in \(Format.count(walk.pages, "page"))"
        }
        return (["\(Format.int(summary.recordsFetched)) records fetched"] + all).joined(separator: " · ")
    }
}

extension CollectSettings {
    var plan: CollectPlan {
        var plan = CollectPlan()
        plan.author = author
        plan.task = task
        plan.language = language
        plan.library = library
        plan.license = license
        plan.search = search
        plan.since = createdSince.map { .created($0) }
        plan.limit = limit
        plan.top = top
        plan.workers = workers
        plan.pageSize = pageSize
        plan.fresh = isFresh
        return plan
    }
}

extension CollectSettings {
    /// Settings with the scope of the site that `hubatlas.conf` in that folder describes: all of the Hub without one.
    ///
    /// - Throws: `SiteError` for a file that cannot be understood.
    package init(scopeOfSite folder: String) throws {
        let scope = try SiteConfiguration.read(root: folder).scope
        author = scope.author
        task = scope.task
        language = scope.language
        library = scope.library
        license = scope.license
    }
}
