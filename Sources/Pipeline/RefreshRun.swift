import Archive
import Collect
import Core
import Hub
import Report

extension Pipeline {
    /// Collects, then builds: what a schedule runs.
    ///
    /// A walk that was broken off goes on; one that was finished on a day before is walked again. When a source fails, the
    /// site is built from what there is and says so.
    ///
    /// - Throws: what building throws. A source that fails is no reason to: where nothing was ever collected, the bundled
    ///   snapshot is shown, with the notice.
    package func refresh(
        _ settings: CollectSettings, out: String, isForced: Bool = false
    ) async throws {
        let lock = try data.lock(for: "refresh")
        defer { withExtendedLifetime(lock) {} }
        let notices = try await collectOrNotice(settings)
        try await runner(isForced).run(try buildStages(out: out, notices: notices))
    }

    private func collectOrNotice(_ settings: CollectSettings) async throws -> [String] {
        do {
            let archive = try Archive(at: data.archive, mode: .write, time: time)
            var settings = settings
            settings.renewed = Set(HubList.allCases.filter { isDue($0, settings, archive) })
            var collected = Collected()
            try await runner(false).run([
                Stage(artefact: "archive", title: "Collect", output: data.archive) { [settings] in
                    collected = try await collect(settings, into: archive)
                    return collected.words
                }
            ])
            return collected.failures.map { notice("source \($0.source)") }
        } catch let error as any Failure where !Task.isCancelled {
            log.warning("Collect", "\(error); going on with what there is")
            let endpoint = settings.endpoint ?? HubClient.publicEndpoint
            return [notice("source \(endpoint)")]
        }
    }

    private func notice(_ source: String) -> String {
        "The \(source) could not be read to the end on \(Format.day(time.instant.day)); this edition shows what was known "
            + "before."
    }

    /// Whether the newest list of models for this question was read to its end on a day before.
    func isDue(_ settings: CollectSettings) throws -> Bool {
        isDue(.models, settings, try Archive(at: data.archive, mode: .read))
    }

    private func isDue(_ list: HubList, _ settings: CollectSettings, _ archive: Archive) -> Bool {
        let plan = settings.plan(of: list).identity(endpoint: settings.endpoint ?? HubClient.publicEndpoint)
        guard let ended = archive.latestWalk(list.rawValue, plan: plan)?.ended else { return false }
        return ended.day < time.instant.day
    }
}
