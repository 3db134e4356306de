import Archive
import Catalog
import Core
import FakeHub
import HTTP
import Hub
import Sources
import TestSupport
import Web

/// An invented Hacker News, X and Wikimedia, an archive, and a small table of families.
final class MentionsDesk {
    let folder: TemporaryFolder
    let hub: FakeHub
    let clock = TestClock(at: "2026-07-15T12:00:00Z")
    let archive: Archive
    let table: String

    static let families = #"""
        {"version": 1, "contexts": {"ai": ["llm"]}, "stops": ["llama.cpp", "claude shannon"], "families": [
          {"id": "claude", "name": "Claude", "maker": "Anthropic", "weights": "closed", "since": "2026-04", "article": "Claude (AI)",
            "aliases": ["claude"], "ask": ["claude"], "x": ["claude code", "claude ai"]},
          {"id": "deepseek", "name": "DeepSeek", "maker": "DeepSeek", "weights": "open", "since": "2026-05", "article": "Zero",
            "aliases": ["deepseek"], "ask": ["deepseek"], "unmistakable": true, "x": ["deepseek"]},
          {"id": "llama", "name": "Llama", "maker": "Meta", "weights": "open", "since": "2026-05",
            "aliases": ["llama"], "ask": ["llama", "llama3"]}]}
        """#

    init() throws {
        folder = try TemporaryFolder()
        hub = FakeHub(modelCount: 30, seed: 5, hostileShare: 0)
        try hub.start()
        archive = try Archive(at: folder.path("archive"), mode: .write, time: clock.time)
        table = folder.path("families.json")
        try Files.write(Array(Self.families.utf8), to: table)
    }

    deinit { hub.stop() }

    func desk(
        contact: String? = "https://example.org", consent: Bool = false, environment: [String: String] = [:],
        isFresh: Bool = false, log: Log = .silent
    ) throws -> Desk {
        let http = try HTTPClient()
        let web = WebClient(
            http: http, userAgent: UserAgent.text(contact: contact), time: clock.time, retry: RetryPolicy(maxTries: 2))
        return Desk(
            archive: archive, hub: try HubClient(http: http, endpoint: hub.baseURL, time: clock.time), web: web,
            endpoints: Endpoints(mirror: hub.baseURL), isFresh: isFresh, hasConsent: consent, environment: environment,
            time: clock.time, log: log)
    }

    func catalog(_ source: any Source, models: [String] = []) throws -> Catalog {
        let catalog = try Catalog(path: ":memory:")
        for id in models { try catalog.upsert(ModelRow(repoID: id)) }
        try source.clean(archive, into: catalog, log: .silent)
        return catalog
    }
}
