import Core
import Hub
import JSON
import Testing

@testable import Communities

@Suite struct WireTests {
    private func root(_ text: String) throws -> JSONView { try JSONDocument.parse(text).root }

    // MARK: Overviews

    @Test func readsAnOverview() throws {
        var reader = WireReader(subject: "acme")
        let overview = HubOverview(
            try root(
                #"{"_id":"1","name":"acme","fullname":"Acme Labs","type":"org","isVerified":true,"numUsers":7,"#
                    + #""numModels":40,"numDatasets":3,"numSpaces":2,"numFollowers":120,"plan":"team","new":{"a":1}}"#),
            &reader)
        #expect(overview?.fullName == "Acme Labs" && overview?.members == 7 && overview?.followers == 120)
        #expect(overview?.models == 40 && overview?.datasets == 3 && overview?.spaces == 2)
        #expect(overview?.isVerified == true && reader.diagnostics.isEmpty)
    }

    @Test func aMissingOrStrangeCountIsUnknownNotZero() throws {
        var reader = WireReader(subject: "acme")
        let overview = HubOverview(try root(#"{"name":"acme","numUsers":"7","numModels":-1}"#), &reader)
        #expect(overview != nil && overview?.members == nil && overview?.models == nil && overview?.followers == nil)
        #expect(reader.diagnostics.map(\.identifier) == ["field.type", "field.negative"])
    }

    @Test func aPersonIsNoOrganization() throws {
        var reader = WireReader(subject: "ada")
        #expect(HubOverview(try root(#"{"name":"ada","type":"user","numUsers":1}"#), &reader) == nil)
        #expect(reader.diagnostics.map(\.identifier) == ["community.notAnOrganization"])
    }

    // MARK: GitHub

    @Test func readsAnOrganizationOfGitHub() throws {
        var reader = WireReader(subject: "acme")
        let found = GitHubOrganization(
            try root(
                #"{"login":"acme","type":"Organization","name":"Acme","blog":"https://www.acme.example/","location":"Paris"}"#
            ),
            &reader)
        #expect(found?.location == "Paris" && found?.website == "acme.example")
    }

    @Test(arguments: [
        #"{"login":"ada","type":"User","location":"Her street 7"}"#, #"{"login":"ada","location":"x"}"#,
        #"{"type":"Organization"}"#,
        #"{"login":"../x","type":"Organization"}"#, "[]", "7",
    ])
    func readsNoPlaceOfAnythingElse(text: String) throws {
        var reader = WireReader(subject: "ada")
        #expect(GitHubOrganization(try root(text), &reader) == nil)
        #expect(!reader.diagnostics.isEmpty)
    }

    @Test func anOverlongLocationIsNone() throws {
        var reader = WireReader(subject: "acme")
        let long = String(repeating: "Paris ", count: 20_000)
        let found = GitHubOrganization(
            try root(#"{"login":"acme","type":"Organization","location":"\#(long)"}"#), &reader)
        #expect(found != nil && found?.location == nil)
        #expect(reader.diagnostics.map(\.identifier) == ["field.tooLong"])
    }

    // MARK: The Hub's page

    @Test func findsThePlainLinksOfAPage() {
        let html = """
            <html><script>document.write('<a href="https://evil.example">')</script>
            <a href="/ada">Ada</a><a href="https://twitter.com/acme">X</a><a href="https://Acme.example/?utm=1">site</a>
            <a href="https://github.com/acme-labs">GitHub</a><a href="https://github.com/acme-labs/repo">repo</a>
            <a href="javascript:alert(1)">no</a><p>unclosed <b>
            """
        let page = OrganizationPage(Array(html.utf8), name: "acme", fullName: nil)
        #expect(page.website == "acme.example" && page.github == "acme-labs")
    }

    @Test func ofManyLinksOnlyTheOneWithItsNameCounts() {
        let html = """
            <a href="https://other.example">a</a><a href="https://www.acme.example/en">b</a><a href="https://third.example">c</a>
            <a href="https://github.com/someone">d</a><a href="https://github.com/somebody">e</a>
            """
        let page = OrganizationPage(Array(html.utf8), name: "acme-ai", fullName: "Acme")
        #expect(page.website == "acme.example/en" && page.github == nil)
    }

    @Test(arguments: ["", "<", "\0\0\0", "<a href=>", "<a href='https://\u{202E}evil.example'>"])
    func aBrokenPageSaysNothing(html: String) {
        #expect(
            OrganizationPage(Array(html.utf8), name: "acme", fullName: nil)
                == OrganizationPage([], name: "", fullName: nil))
    }

    // MARK: Wikipedia

    @Test(arguments: [
        ("<tr><th>Headquarters</th><td><a>Paris</a>, <a>France</a><sup>[1]</sup></td></tr>", "Paris, France"),
        ("<tr><th>Headquarters<br>location</th><td>Berlin<br>Germany</td></tr>", "Berlin, Germany"),
        (
            "<tr><th>Location</th><td><div><ul><li>Seoul</li><li>South Korea</li></ul></div></td></tr>",
            "Seoul, South Korea"
        ),
        ("<tr><th>Location</th><td>A</td></tr><tr><th>Headquarters</th><td>B</td></tr>", "B"),
        ("<tr><th>Headquarters</th><td><script>alert(1)</script><style>.a{}</style>Rome</td></tr>", "Rome"),
        ("<tr><th>Headquarters</th><td>Oslo<span class=geo-inline>59°N 10°E</span></td></tr>", "Oslo"),
        ("<tr><th>Founded</th><td>2019</td></tr>", nil),
        ("<tr><th>Headquarters</th></tr>", nil),
        ("<tr><th>Headquarters</th><td></td></tr>", nil),
    ])
    func readsTheInfobox(rows: String, expected: String?) {
        let html = "<p>x</p><table class='infobox vcard'><tbody>\(rows)</tbody></table>"
        #expect(WikipediaInfobox(html: Array(html.utf8)).headquarters == expected)
    }

    @Test func readsNoOtherTable() {
        let html = "<table class=navbox><tr><th>Location</th><td>Rome</td></tr></table>"
        #expect(WikipediaInfobox(html: Array(html.utf8)).headquarters == nil)
    }

    @Test func readsTheAnswerOfTheAPI() throws {
        let answer = try root(
            #"{"parse":{"title":"Acme","text":"<table class=\"infobox\"><tr><th>Headquarters</th><td>Turku</td></tr></table>"}}"#
        )
        #expect(WikipediaInfobox(answer: answer)?.headquarters == "Turku")
        #expect(WikipediaInfobox(answer: try root(#"{"error":{"code":"missingtitle"}}"#)) == nil)
    }

    // MARK: Names

    @Test(arguments: [
        ("https://www.Mistral.ai/?ref=hub", "mistral.ai"), ("http://nlp.example.edu/Lab/", "nlp.example.edu/lab"),
        ("acme.example", "acme.example"), ("acme.example#x", "acme.example"), ("", nil), ("acme", nil),
        ("javascript:alert(1)", nil), ("https://me@example.org", nil), ("https://127.0.0.1/", nil),
        ("https://a b.example", nil), ("https://a.example/<script>", nil), ("ftp://a.example", nil),
        ("https://..", nil),
    ])
    func websitesBecomeNames(text: String, expected: String?) { #expect(WebName.of(text) == expected) }

    @Test(arguments: [
        ("https://github.com/QwenLM", "QwenLM"), ("http://www.github.com/QwenLM/", "QwenLM"),
        ("https://github.com/QwenLM/Qwen", nil), ("https://github.com/features", nil), ("https://gitlab.com/x", nil),
        ("https://github.com/", nil), ("https://github.com/a?b", nil),
    ])
    func linksToGitHubBecomeNames(link: String, expected: String?) { #expect(GitHubName.of(link: link) == expected) }
}
