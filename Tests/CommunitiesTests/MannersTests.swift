import Archive
import Core
import HTTP
import Hub
import Sources
import Synchronization
import TestSupport
import Testing
import Web

@testable import Communities

/// Who is asked what, and in whose name.
@Suite struct MannersTests {
    let folder: TemporaryFolder
    let clock = TestClock()
    init() throws { folder = try TemporaryFolder() }

    /// Every request of a collection from services that know one organization.
    private func requests(agent: String, environment: [String: String] = [:], gitHub: String? = nil) async throws
        -> (asked: [HTTPRequest], said: String)
    {
        let asked = Mutex<[HTTPRequest]>([])
        let transport: PatientClient.Transport = { request in
            asked.withLock { $0.append(request) }
            let known = gitHub ?? #"{"login":"allenai","type":"Organization","location":"Seattle, WA"}"#
            let body: String? =
                switch request.url {
                case let url where url.hasSuffix("organizations/allenai/overview"): #"{"name":"allenai","type":"org"}"#
                case let url where url.contains("api.github.com"): known
                case let url where url.contains("wbsearchentities"): #"{"search":[]}"#
                default: nil
                }
            return HTTPResponse(
                status: body == nil ? 404 : 200, headers: [:], body: Array((body ?? "{}").utf8), url: request.url)
        }
        let archive = try Archive(at: folder.path("archive"), mode: .write, time: clock.time)
        let desk = Desk(
            archive: archive,
            hub: try HubClient(endpoint: "https://hub.example", time: clock.time, transport: transport),
            web: WebClient(userAgent: agent, time: clock.time, transport: transport), environment: environment,
            time: clock.time)
        let said = try await Communities(assets: Repository.path("assets")).collect(desk)
        return (asked.withLock { $0 }, said)
    }

    @Test func wikimediaIsAskedInTheNameOfAContactOnly() async throws {
        let (anonymous, said) = try await requests(agent: UserAgent.text(contact: nil))
        #expect(anonymous.contains { $0.url.contains("api.github.com/orgs/allenai") })
        #expect(!anonymous.contains { $0.url.contains("wikidata") || $0.url.contains("wikipedia") })
        #expect(said.contains("contact in hubatlas.conf"))
        let (named, _) = try await requests(agent: UserAgent.text(contact: "https://example.org"))
        #expect(named.contains { $0.url.hasPrefix("https://www.wikidata.org/w/api.php?") })
        #expect(named.allSatisfy { !$0.url.contains("wikidata") || $0.headers["User-Agent"]!.contains("example.org") })
    }

    @Test func aTokenGoesToGitHubAlone() async throws {
        let (asked, said) = try await requests(
            agent: UserAgent.text(contact: "https://example.org"), environment: ["GITHUB_TOKEN": "secret-token"])
        let carrying = asked.filter { $0.headers["Authorization"] != nil }
        #expect(carrying.allSatisfy { $0.url.hasPrefix("https://api.github.com/orgs/") } && !carrying.isEmpty)
        #expect(!said.contains("secret-token"))
        let archive = try Archive(at: folder.path("archive"), mode: .read)
        #expect(archive.walks.allSatisfy { !$0.plan.contains("secret-token") })
    }

    @Test func aServiceThatChangedIsNamedAndTheRestGoesOn() async throws {
        let (_, said) = try await requests(
            agent: UserAgent.text(contact: "https://example.org"), gitHub: #"{"account":"allenai"}"#)
        #expect(said.contains("github: failed") && said.contains("no \"login\"") && said.contains("Wikidata: "))
        // What it sent is kept, and asked for again.
        let archive = try Archive(at: folder.path("archive"), mode: .read)
        #expect(archive.entries.contains { $0.format == AnswerFormat.unknown && $0.url.contains("github") })
        let (again, _) = try await requests(agent: UserAgent.text(contact: "https://example.org"))
        #expect(again.contains { $0.url.contains("api.github.com/orgs/allenai") })
    }
}
