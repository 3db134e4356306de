import Archive
import Catalog
import Core
import FakeHub
import HTTP
import Hub
import JSON
import SQLite
import Sources
import Synchronization
import TestSupport
import Testing
import Web

@testable import Activity

/// An invented Hub whose lists are in an archive: where the walks over commits and discussions begin.
final class ActivityWorld: Sendable {
    let clock = TestClock()
    let hub: FakeHub
    let folder: TemporaryFolder
    let archive: Archive
    private let http: HTTPClient
    /// Answers of a test's own, by a part of the address; nil lets the Hub answer.
    let instead = Mutex<@Sendable (String) -> HTTPResponse?>({ _ in nil })
    let asked = Mutex<[String]>([])
    let lines = Mutex<[String]>([])

    init(models: Int = 90, faults: Faults = .none, plan: Plan = .unlimited) throws {
        let clock = clock
        hub = FakeHub(modelCount: models, seed: 11, plan: plan, faults: faults, hostileShare: 0, now: { clock.now })
        try hub.start()
        folder = try TemporaryFolder()
        archive = try Archive(at: folder.path("archive"), mode: .write, time: clock.time)
        http = try HTTPClient()
        try list(hub.models, as: "models")
        try list(hub.datasets, as: "datasets")
        try list(hub.spaces, as: "spaces")
    }

    deinit { hub.stop() }

    func list(_ repos: [FakeRepo], as kind: String) throws {
        let walk = try archive.begin(kind, plan: "\(hub.baseURL)?sort=createdAt")
        let records = repos.map { repo -> JSONValue in
            ["id": .string(repo.id), "likes": .integer(repo.likes), "downloads": JSONValue(repo.downloads)]
        }
        try archive.append(
            ArchivedPage(
                walk: walk.id, url: "\(hub.baseURL)/api/\(kind)", fetchedAt: clock.time.instant, format: "hub-\(kind)",
                records: records.count, body: JSONValue.array(records).bytes))
        try archive.finish(walk.id)
    }

    func desk(_ choice: RepoChoice, log: Log? = nil) throws -> Desk {
        let retry = RetryPolicy(maxTries: 12)
        let transport: PatientClient.Transport = { [self] request in
            asked.withLock { $0.append(request.url) }
            if let answer = instead.withLock({ $0 })(request.url) { return answer }
            return try await http.send(request)
        }
        let log = log ?? Log(line: { [self] _, _, text in lines.withLock { $0.append(text) } })
        return Desk(
            archive: archive,
            hub: try HubClient(endpoint: hub.baseURL, time: clock.time, retry: retry, transport: transport),
            web: WebClient(userAgent: "test", transport: transport), choice: choice,
            time: clock.time, log: log)
    }

    @discardableResult
    func collect(_ aspect: Aspect = .commits, _ choice: RepoChoice) async throws -> String {
        try await Activity(aspect).collect(try desk(choice))
    }

    /// Every address that was asked since the last call.
    func newlyAsked() -> [String] {
        asked.withLock { asked in
            defer { asked = [] }
            return asked
        }
    }

    func clean() throws -> Catalog {
        let catalog = try Catalog(path: ":memory:")
        for aspect in Aspect.allCases { try Activity(aspect).clean(archive, into: catalog, log: .silent) }
        return catalog
    }

    func answer(_ status: Int, _ body: String = "{}") -> HTTPResponse {
        HTTPResponse(status: status, body: Array(body.utf8), url: "")
    }
}

extension Catalog {
    /// The first column of what a query gives, as text; "NULL" for nothing.
    func column(_ sql: String) throws -> [String] {
        try database.prepare(sql).all { $0.string(0) ?? "NULL" }
    }

    func value(_ sql: String) throws -> String { try column(sql).first ?? "no row" }
}
