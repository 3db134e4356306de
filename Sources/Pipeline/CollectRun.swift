import Archive
import Collect
import Core
import HTTP
import Hub
import Report
import Sources
import Web

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
            throw PipelineError(
                .sourcesFailed(collected.failures, others: !collected.words.isEmpty), at: data.archive)
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
        let sources = SourceList.all.filter { settings.wants($0.name) }
        for (i, source) in sources.enumerated() {
            try await collect(
                source, at: desk, isNamed: settings.names.contains(source.name), isLast: i + 1 == sources.count,
                into: &collected)
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
            archive: archive, hub: hub,
            web: WebClient(
                http: http, userAgent: agent, time: time, leastDelay: settings.delaySeconds, log: log),
            endpoints: isHere ? Endpoints(mirror: endpoint) : Endpoints(),
            isFresh: settings.isFresh || settings.renewed.contains(.models),
            hasConsent: settings.hasConsent, choice: settings.repoChoice, requests: settings.requests,
            filters: settings.filters,
            environment: settings.environment,
            time: time, log: log)
    }

    /// The models are the ground that all else stands on; of the other lists one that fails leaves the rest alone.
    private func collectLists(_ settings: CollectSettings, at desk: Desk, into collected: inout Collected) async throws
    {
        var all = CollectSummary()
        let isAlone = settings.names.count == 1
        for list in HubList.allCases where settings.wants(list) {
            do {
                let plan = settings.plan(of: list)
                let summary = try await CollectStage.run(
                    plan: plan, archive: desk.archive, client: desk.hub, web: desk.web, log: log)
                if let walk = summary.walks.first, walk.isFinished, walk.records == 0 { warnOfNothing(walk) }
                all.add(summary)
            } catch let error as any Failure where list != .models && !Task.isCancelled {
                log.warning("Collect", "\(list): \(error)\(isAlone ? "" : "; going on with the rest")")
                collected.failures.append(.init(source: list.rawValue, why: "\(list): \(error)"))
            }
        }
        if !all.walks.isEmpty { collected.add(sentence(all)) }
    }

    /// A source that fails leaves the others alone; one that nobody set up fails only where it was asked for by name.
    private func collect(
        _ source: any Source, at desk: Desk, isNamed: Bool, isLast: Bool, into collected: inout Collected
    ) async throws {
        do {
            collected.add("\(source.name): \(try await source.collect(desk))")
        } catch let error as SourceError where error.isAboutSetup && !isNamed {
            log.warning("Collect", "left out: \(error)")
        } catch let error as any Failure where !Task.isCancelled {
            log.warning("Collect", "\(error)\(isLast ? "" : "; going on with the other sources")")
            let isAboutSetup = (error as? SourceError)?.isAboutSetup ?? false
            collected.failures.append(
                .init(source: source.name, why: error.description, isAboutSetup: isAboutSetup))
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
