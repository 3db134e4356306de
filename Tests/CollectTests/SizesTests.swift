import Archive
import Collect
import Core
import FakeHub
import HTTP
import Hub
import JSON
import Server
import Synchronization
import TestSupport
import Testing
import Web

/// Bytes and pages of the models whose details were fetched.
@Suite struct SizesTests {
    let folder: TemporaryFolder
    let clock = TestClock()
    init() throws { folder = try TemporaryFolder() }

    @discardableResult
    private func collect(from url: String, top: Int, _ log: Log = .silent) async throws -> (Archive, CollectSummary) {
        let archive = try Archive(at: folder.path("archive"), mode: .write, time: clock.time)
        let http = try HTTPClient()
        let client = try HubClient(http: http, endpoint: url, time: clock.time)
        let web = WebClient(http: http, userAgent: "HubAtlas/1", time: clock.time, retry: RetryPolicy(maxTries: 2))
        var plan = CollectPlan()
        plan.top = top
        return (archive, try await CollectStage.run(plan: plan, archive: archive, client: client, web: web, log: log))
    }

    @Test func everyDetailedModelIsMeasuredAndPagesTellWhatIsMissing() async throws {
        let hub = FakeHub(modelCount: 300, seed: 2, hostileShare: 0)
        try hub.start()
        defer { hub.stop() }
        let (archive, summary) = try await collect(from: hub.baseURL, top: 60)
        #expect(summary.walks.map(\.name) == ["models", "model-details", "model-tree-sizes", "model-pages"])
        #expect(summary.walks.filter { !$0.isFinished } == [])
        let formats = Dictionary(grouping: archive.entries, by: \.format)
        #expect(formats["hub-treesize"]?.count == 60)
        let byID = Dictionary(uniqueKeysWithValues: hub.models.map { ($0.id, $0) })
        let read = try #require(formats["hub-model-page"]).map { String($0.url.dropFirst(hub.baseURL.count + 1)) }
        #expect(!read.isEmpty && read.count < 60)
        // The API counts weights in safetensors and GGUF files; nobody asks a page about those.
        let counted = read.filter { id in
            byID[id]?.formats.contains { $0 != .pytorch } == true && byID[id]?.parameters != nil
        }
        #expect(counted == [])
    }

    @Test func whatWasMeasuredIsNotAskedAgain() async throws {
        let hub = FakeHub(modelCount: 300, seed: 2, hostileShare: 0)
        try hub.start()
        defer { hub.stop() }
        #expect(try await collect(from: hub.baseURL, top: 60).1.pagesFetched > 120)
        let before = hub.requestCount
        #expect(try await collect(from: hub.baseURL, top: 60).1.pagesFetched == 0)
        #expect(hub.requestCount == before)
    }

    /// A server of our own: pages that are refused, that a robots.txt forbids, that have other names by now.
    private func server(robots: String = "", page: @escaping @Sendable (String) -> ServerResponse) throws -> (
        Server, Asked
    ) {
        let asked = Asked()
        let server = try Server { request in
            asked.paths.withLock { $0.append(request.encodedPath) }
            let parts = request.segments
            if parts == ["robots.txt"] { return ServerResponse(text: robots) }
            if parts == ["api", "models"] {
                let ids = ["a/old", "a/gone", "a/plain"]
                return ServerResponse(json: JSONValue.array(ids.map { ["id": .string($0), "likes": 3] }).bytes)
            }
            if parts.contains("treesize") { return ServerResponse(json: Array(#"{"path":"","size":7}"#.utf8)) }
            if parts.first == "api" {
                switch parts.dropFirst(2).joined(separator: "/") {
                case "a/old": return ServerResponse(status: 307, text: "", headers: [("Location", "/api/models/a/new")])
                case "a/new": return ServerResponse(json: Array(#"{"id":"a/new","likes":9}"#.utf8))
                case "a/plain": return ServerResponse(json: Array(#"{"id":"a/plain","likes":3}"#.utf8))
                default: return ServerResponse(status: 401, json: Array(#"{"error":"no"}"#.utf8))
                }
            }
            return page(parts.joined(separator: "/"))
        }
        return (server, asked)
    }

    @Test func aRenamedModelIsAskedForByItsNameOfToday() async throws {
        let (server, asked) = try server { _ in ServerResponse(html: "<p>Model size 7B params") }
        defer { server.stop() }
        let (archive, summary) = try await collect(from: server.baseURL, top: 3)
        #expect(summary.walks.filter { !$0.isFinished } == [])
        let paths = asked.paths.withLock { $0 }
        // Several are asked at the same time. The one that is gone has neither size nor page.
        #expect(
            paths.filter { $0.contains("treesize") }.sorted() == [
                "/api/models/a/new/treesize/main/", "/api/models/a/plain/treesize/main/",
            ])
        #expect(paths.suffix(3) == ["/robots.txt", "/a/new", "/a/plain"])
        #expect(archive.entries.filter { $0.format == "hub-model-page" }.count == 2)
    }

    @Test func robotsAreRespected() async throws {
        let said = Mutex<[String]>([])
        let log = Log(line: { _, _, text in said.withLock { $0.append(text) } })
        let (server, asked) = try server(robots: "User-agent: *\nDisallow: /a/\n") { _ in ServerResponse(html: "<p>") }
        defer { server.stop() }
        let (archive, summary) = try await collect(from: server.baseURL, top: 3, log)
        #expect(summary.walks.map(\.name) == ["models", "model-details", "model-tree-sizes"])
        #expect(asked.paths.withLock { $0.last } == "/robots.txt")
        #expect(!archive.entries.contains { $0.format == "hub-model-page" })
        #expect(said.withLock { $0.contains { $0.contains("robots.txt asks programs not to read this") } })
    }

    @Test func aPageWithoutEndIsLeftOut() async throws {
        let said = Mutex<[String]>([])
        let log = Log(line: { _, _, text in said.withLock { $0.append(text) } })
        let (server, _) = try server { id in
            ServerResponse(html: id == "a/new" ? String(repeating: "<p>", count: 8 << 20) : "<p>Model size 7B params")
        }
        defer { server.stop() }
        let (archive, summary) = try await collect(from: server.baseURL, top: 3, log)
        #expect(summary.walks.map(\.isFinished) == [true, true, true, false])
        #expect(archive.entries.filter { $0.format == "hub-model-page" }.map { $0.url.suffix(8) } == ["/a/plain"])
        #expect(said.withLock { $0.contains { $0.contains("/a/new") && $0.contains("bytes") } })
    }

    @Test func aPageThatIsRefusedIsTriedAgainNextTime() async throws {
        let isClosed = Mutex(true)
        let (server, _) = try server { id in
            if id == "a/plain", isClosed.withLock({ $0 }) { return ServerResponse(status: 403, text: "no") }
            return id == "a/new"
                ? ServerResponse(status: 404, text: "gone") : ServerResponse(html: "<p>Model size 7B params")
        }
        defer { server.stop() }
        let first = try await collect(from: server.baseURL, top: 3).1
        #expect(first.walks.map(\.isFinished) == [true, true, true, false])
        isClosed.withLock { $0 = false }
        let (archive, second) = try await collect(from: server.baseURL, top: 3)
        #expect(second.walks[3].isFinished && second.pagesFetched == 1)
        #expect(
            archive.entries.filter { $0.walk == second.walks[3].id }.map(\.format) == ["hub-error", "hub-model-page"])
    }
}

private final class Asked: Sendable {
    let paths = Mutex<[String]>([])
}
