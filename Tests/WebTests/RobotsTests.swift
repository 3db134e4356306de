import Core
import HTTP
import Synchronization
import TestSupport
import Testing
import Web

@Suite struct RobotsTests {
    private func robots(_ text: String) -> Robots { Robots(Array(text.utf8), agent: "HubAtlas/1 (no contact given)") }

    @Test(
        arguments: [
            ("", "/a", true), ("<html><body>Disallow</body></html>", "/a", true),
            ("User-agent: *\nDisallow:", "/a", true), ("User-agent: *\nDisallow: /", "/a", false),
            ("Disallow: /", "/a", true), ("user-AGENT : * # all\r\nDISALLOW : /a#not this\r\n", "/ab", false),
            ("User-agent: other\nDisallow: /", "/a", true),
            ("User-agent: other\nUser-agent: hubatlas\nDisallow: /a", "/a/b", false),
            // The group that names the program holds alone, wherever it stands.
            ("User-agent: *\nDisallow: /\n\nUser-agent: HubAtlas\nAllow: /", "/a", true),
            ("User-agent: HubAtlas/2\nDisallow: /x\nUser-agent: *\nDisallow: /", "/a", true),
            ("User-agent: hubatlas\nDisallow: /x\nUser-agent: other\nUser-agent: hubatlas\nDisallow: /y", "/y", false),
            // The longest rule, and of two the one that allows.
            ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true),
            ("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", false),
            ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true),
            ("User-agent: *\nDisallow: /*/tree/*.bin$", "/o/n/tree/main/x.bin", false),
            ("User-agent: *\nDisallow: /*/tree/*.bin$", "/o/n/tree/main/x.bin?d=1", true),
            ("User-agent: *\nDisallow: /*?sort=", "/models?sort=likes", false),
            ("User-agent: *\nSitemap: https://x/y\nCrawl-delay: 9\nDisallow: /p", "/p", false),
        ])
    func asksWhatTheStandardSays(_ text: String, _ path: String, _ isAllowed: Bool) {
        #expect(robots(text).allows(path) == isAllowed)
    }

    /// Stars upon stars against a long path: done at once, or this test would not end.
    @Test(.timeLimit(.minutes(5))) func isReadInBoundedTime() {
        let stars = String(repeating: "*a", count: 900) + "b"
        let text = "User-agent: *\n" + String(repeating: "Disallow: /\(stars)\n", count: 20)
        #expect(robots(text).allows("/" + String(repeating: "a", count: 3000)))
        #expect(robots(String(repeating: "x", count: 5 << 20)).allows("/a"))
    }

    private func client(_ answers: @escaping @Sendable (String) -> HTTPResponse) -> (WebClient, Mutexed) {
        let asked = Mutexed()
        let client = WebClient(
            userAgent: "HubAtlas/1", time: TestClock().time, retry: RetryPolicy(maxTries: 2)
        ) { request in
            asked.urls.withLock { $0.append(request.url) }
            return answers(request.url)
        }
        return (client, asked)
    }

    private func answer(_ body: String, _ status: Int = 200) -> HTTPResponse {
        HTTPResponse(status: status, headers: [:], body: Array(body.utf8), url: "")
    }

    @Test func aPageIsReadWhereRobotsAllowAndTheFileOnce() async throws {
        let (web, asked) = client {
            $0.hasSuffix("/robots.txt") ? self.answer("User-agent: *\nDisallow: /no") : self.answer("<html>")
        }
        #expect(try await web.page("https://a.example/yes").body == Array("<html>".utf8))
        await #expect(throws: WebError(.disallowed, at: "https://a.example/no?x=1")) {
            try await web.page("https://a.example/no?x=1")
        }
        #expect(
            asked.urls.withLock { $0 } == ["https://a.example/robots.txt", "https://a.example/yes"])
    }

    @Test(arguments: [(404, "none", true), (403, "no", true), (200, "", true), (503, "down", false)])
    func aMissingFileAllowsAndABrokenServerDoesNot(_ status: Int, _ body: String, _ isRead: Bool) async throws {
        let (web, _) = client { $0.hasSuffix("/robots.txt") ? self.answer(body, status) : self.answer("<html>") }
        // Whatever the error, the page is not read.
        let read = try? await web.page("https://a.example/x")
        #expect((read != nil) == isRead)
    }
}

private final class Mutexed: Sendable {
    let urls = Mutex<[String]>([])
}
