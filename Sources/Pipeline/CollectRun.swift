import Archive
import Collect
package import Core
import HTTP
import Hub
import Report
import Site
package import Sources
import Web

/// What is to be collected, in the command line's words.
package struct CollectSettings: Sendable {
    /// What can be collected, by name.
    package static let sources = ["models", "details", "datasets", "spaces"] + SourceList.all.map(\.name)
    /// Of how many models `details` means the details, where nobody says.
    package static let usualTop = 1000

    /// Of `sources`; empty for all of them.
    package var names: [String] = []
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
    /// Lists that were read to their end on a day before: they are walked again, what is unfinished goes on.
    var renewed: Set<HubList> = []
    /// A page to be read by a browser, in place of asking anybody.
    package var browser: BrowserWish?
    /// Files to take in, in place of asking anybody.
    package var files: [String] = []
    /// Agreed to what costs money.
    package var hasConsent = false
    /// Which repositories are asked about one by one.
    package var choice = RepoChoice()
    /// A file of posts to take in: then nobody is asked anything.
    package var posts: PostFileSettings?
    /// Who collects, for the servers' owners: a web or mail address.
    package var contact: String?
    /// Where `HF_TOKEN` may be.
    package var environment: [String: String] = [:]

    package init() {}
}

extension Pipeline {
    /// Collects into the archive; what a run before left unfinished goes on.
    ///
    /// - Returns: what was done, in a sentence; the log has it too.
    /// - Throws: `ArchiveError.locked` while another run collects; what the Hub's client throws, with all that came before
    ///   kept; `PipelineError.sourcesFailed` when others were collected and these were not.
    @discardableResult
    package func collect(_ settings: CollectSettings) async throws -> String {
        try data.create()
        let archive = try Archive(at: data.archive, mode: .write, time: time)
        for diagnostic in archive.diagnostics { log.warning("Collect", "\(diagnostic.subject): \(diagnostic.detail)") }
        var collected = Collected()
        try await runner(false).run([
            Stage(artefact: "archive", title: "Collect", output: data.archive) {
                collected = try await collect(settings, into: archive)
                return collected.words
            }
        ])
        guard collected.failures.isEmpty else {
            throw PipelineError(.sourcesFailed(collected.failures), at: data.archive)
        }
        return collected.words
    }

    func collect(_ settings: CollectSettings, into archive: Archive) async throws -> Collected {
        if !settings.files.isEmpty { return try takeFiles(settings, into: archive) }
        if let posts = settings.posts { return Collected(words: try takeIn(posts, settings, into: archive)) }
        // The connection's thread ends with the client, so it lives as long as the collection.
        let http = try HTTPClient()
        let desk = try desk(settings, archive, http)
        if let wish = settings.browser { return try await readByBrowser(wish, settings, at: desk) }
        var collected = Collected()
        try await collectLists(settings, at: desk, into: &collected)
        for source in SourceList.all where settings.wants(source.name) {
            try await collect(source, at: desk, isNamed: settings.names.contains(source.name), into: &collected)
        }
        try archive.flush()
        return collected
    }

    private func desk(_ settings: CollectSettings, _ archive: Archive, _ http: HTTPClient) throws -> Desk {
        let endpoint = settings.endpoint ?? HubClient.publicEndpoint
        let agent = UserAgent.text(contact: settings.contact)
        let hub = try HubClient(
            http: http, endpoint: endpoint, token: try HubToken.find(environment: settings.environment), time: time,
            delaySeconds: settings.delaySeconds, userAgent: agent, log: log)
        // A Hub on this machine is invented or recorded: what the world says of the real one would not fit it.
        let isHere = try WebAddress(endpoint).isLoopback
        return Desk(
            archive: archive, hub: hub, web: WebClient(http: http, userAgent: agent, time: time, log: log),
            endpoints: isHere ? Endpoints(mirror: endpoint) : Endpoints(),
            isFresh: settings.isFresh || settings.renewed.contains(.models),
            hasConsent: settings.hasConsent, choice: settings.repoChoice, filters: settings.filters,
            environment: settings.environment,
            time: time, log: log)
    }

    /// The models are the ground that all else stands on; of the other lists one that fails leaves the rest alone.
    private func collectLists(_ settings: CollectSettings, at desk: Desk, into collected: inout Collected) async throws
    {
        var all = CollectSummary()
        for list in HubList.allCases where settings.wants(list) {
            do {
                let plan = settings.plan(of: list)
                let summary = try await CollectStage.run(
                    plan: plan, archive: desk.archive, client: desk.hub, web: desk.web, log: log)
                if let walk = summary.walks.first, walk.isFinished, walk.records == 0 { warnOfNothing(walk) }
                all.add(summary)
            } catch let error as any Failure where list != .models && !Task.isCancelled {
                log.warning("Collect", "\(list): \(error); going on with the rest")
                collected.failures.append(.init(source: list.rawValue, why: "\(list): \(error)"))
            }
        }
        if !all.walks.isEmpty { collected.add(sentence(all)) }
    }

    /// A source that fails leaves the others alone; one that nobody set up fails only where it was asked for by name.
    private func collect(
        _ source: any Source, at desk: Desk, isNamed: Bool, into collected: inout Collected
    ) async throws {
        do {
            collected.add("\(source.name): \(try await source.collect(desk))")
        } catch let error as SourceError where error.isAboutSetup && !isNamed {
            log.warning("Collect", "left out: \(error)")
        } catch let error as any Failure where !Task.isCancelled {
            log.warning("Collect", "\(error); going on with the other sources")
            collected.failures.append(.init(source: source.name, why: error.description))
        }
    }

    private func warnOfNothing(_ list: Walk) {
        let question = WalkQuestion(list.plan)
        let asked = question.limits.isEmpty ? "" : " with \(Format.list(question.limits))"
        let noun = list.name == "spaces" ? "Space" : String(list.name.dropLast())
        log.warning(
            "Collect",
            "\(question.endpoint) lists no \(noun)\(asked); check the spelling. 'hubatlas build' shows what was collected "
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

/// What a collection did, and what of it failed.
struct Collected: Sendable {
    var words = ""
    var failures: [SourceFailure] = []

    mutating func add(_ sentence: String) { words += (words.isEmpty ? "" : " · ") + sentence }
}

extension CollectSettings {
    /// Details are of a list of models, so who wants them wants that.
    func wants(_ list: HubList) -> Bool {
        wants(list.rawValue) || list == .models && names.contains("details")
    }

    /// Who wants everything anew wants the repos anew, too; a schedule that renews its lists does not.
    var repoChoice: RepoChoice {
        var choice = choice
        if isFresh { choice.days = 0 }
        return choice
    }

    /// What keeps records out of each list, as its address says it.
    var filters: [String: [String]] {
        let shape: Set = ["sort", "direction", "limit", "expand"]
        return Dictionary(
            uniqueKeysWithValues: HubList.allCases.map { list in
                let parameters = plan(of: list).query.parameters.filter { !shape.contains($0.name) }
                return (list.rawValue, parameters.map { "\($0.name)=\($0.value)" })
            })
    }

    func wants(_ source: String) -> Bool { names.isEmpty || names.contains(source) }

    func plan(of list: HubList) -> CollectPlan {
        var plan = CollectPlan()
        plan.list = list
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
        plan.fresh = isFresh || renewed.contains(list)
        return plan
    }
}

extension CollectSettings {
    /// Settings with the scope of the site that `hubatlas.conf` in that folder describes: all of the Hub without one.
    ///
    /// - Throws: `SiteError` for a file that cannot be understood.
    package init(scopeOfSite folder: String) throws {
        let configuration = try SiteConfiguration.read(root: folder)
        let scope = configuration.scope
        contact = configuration.contact
        author = scope.author
        task = scope.task
        language = scope.language
        library = scope.library
        license = scope.license
    }
}
