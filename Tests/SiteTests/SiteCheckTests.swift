import Foundation
import TestSupport
import Testing

@testable import Site

/// A sound page, broken in one place at a time.
@Suite struct SiteCheckTests {
    static func page(_ body: String, head: String = "") -> String {
        """
        <!doctype html>
        <html lang="en"><head><title>T</title>\(head)</head><body><main>
        <h1 id="top-of-it">H</h1>
        \(body)
        </main></body></html>

        """
    }

    static func check(_ body: String, head: String = "", more: Folder = [:]) throws -> [String] {
        try withTemporaryFolder { path in
            var site: Folder = [
                "index.html": page(body, head: head), "other.html": page("<p id=\"a\">x</p>"), "a.js": "",
            ]
            site.files.merge(more.files) { $1 }
            try site.write(to: path)
            return try SiteCheck.run(path).map(\.description)
        }
    }

    @Test(arguments: [
        "<a href=\"other.html#a\">x</a>", "<a href=\"#top-of-it\">x</a>",
        "<a href=\"other.html#scale=share&amp;open=nlp\">x</a>",
        "<a href=\"https://huggingface.co/a/b\">x</a>", "<a href=\"mailto:a@b.c\">x</a>",
        "<a href=\"./other.html?x\">x</a>",
        "<script type=\"application/json\">{\"a\":[1]}</script>", "<img src=\"data:image/png;base64,AA==\" alt=\"\">",
        "<figure aria-label=\"f\"><svg role=\"img\" aria-label=\"s\"><path fill=\"url(#h)\"></path></svg></figure>",
        "<button aria-label=\"b\"><svg aria-hidden=\"true\"></svg></button>",
    ])
    func findsNothingWrong(body: String) throws { #expect(try Self.check(body) == []) }

    @Test(arguments: [
        ("<a href=\"sizez.html\">x</a>", "link: \"sizez.html\" is not here"),
        ("<a href=\"sub/\">x</a>", "link: \"sub/\" is not here; a link ends in a file's name"),
        ("<a href=\"other.html#b\">x</a>", "link: \"other.html#b\" leads to no id of other.html"),
        ("<a href=\"#b\">x</a>", "link: \"#b\" leads to no id of index.html"),
        ("<a href=\"../up.html\">x</a>", "link: \"../up.html\" is not here"),
        (
            "<a href=\"/other.html\">x</a>",
            "offline: \"/other.html\" begins at a host's root, which a disk does not have"
        ),
        (
            "<a href=\"javascript:alert(1)\">x</a>",
            "script: \"javascript:alert(1)\" has a scheme that no link here needs"
        ),
        (
            "<a href=\"java&#9;script:alert(1)\">x</a>",
            "script: \"java\tscript:alert(1)\" has a scheme that no link here needs"
        ),
        ("<a href=\"data:text/html,x\">x</a>", "script: \"data:text/html,x\" has a scheme that no link here needs"),
        ("<img src=\"gone.png\" alt=\"\">", "asset: \"gone.png\" is not here"),
        (
            "<img src=\"https://e.org/a.png\" alt=\"\">",
            "offline: \"https://e.org/a.png\" would be loaded from elsewhere"
        ),
        ("<img src=\"//e.org/a.png\" alt=\"\">", "offline: \"//e.org/a.png\" would be loaded from elsewhere"),
        (
            "<p style=\"background:url(https://e.org/a)\">x</p>",
            "offline: \"https://e.org/a\" would be loaded from elsewhere"
        ),
        ("<script src=\"a.js\" type=\"module\"></script>", "offline: a module does not load from disk"),
        ("<script>alert(1)</script>", "script: a script stands in the page; only data may"),
        ("<p onclick=\"x()\">x</p>", "script: attribute onclick would run a script"),
        ("<iframe src=\"other.html\"></iframe>", "script: no page here needs the element iframe"),
        ("<p id=\"top-of-it\">x</p>", "identity: id \"top-of-it\" is given 2 times"),
        ("<p aria-labelledby=\"who\">x</p>", "identity: aria-labelledby=\"who\" names no element"),
        ("<h1>Two</h1>", "structure: the page has 2 h1; one is needed"),
        ("<img src=\"data:,\">", "structure: a picture has no alt"),
        ("<figure>x</figure>", "structure: a figure has no name: aria-label or aria-labelledby"),
        ("<svg></svg>", "structure: a drawing has no name and is not hidden"),
        ("<button></button>", "structure: a button says nothing"),
        ("<p>a</b></p>", "markup: Unexpected end tag : b"),
    ])
    func finds(body: String, problem: String) throws {
        let problems = try Self.check(body)
        #expect(problems.contains { $0.hasSuffix(problem) }, "\(problems)")
    }

    @Test func findsDataThatIsNoJSON() throws {
        let inPage = try Self.check("<script type=\"application/json\">{\"a\":</script>")
        #expect(inPage.contains { $0.contains("script: a block of data is no JSON") })
        let inFile = try Self.check("", more: ["data/a.json": "{"])
        #expect(inFile.contains { $0.hasPrefix("data/a.json: script: is no JSON") })
    }

    @Test func findsWhatStylesLoad() throws {
        let style: Folder = [
            "a.css": "@import \"b.css\"; p{background:url('https://e.org/x.png')} q{background:url(#g)}"
        ]
        #expect(
            try Self.check("", more: style) == [
                "a.css: asset: \"b.css\" is not here",
                "a.css: offline: \"https://e.org/x.png\" would be loaded from elsewhere",
            ])
    }

    @Test func findsPagesWithoutLanguageOrTitle() throws {
        let bare: Folder = ["bare.html": "<!doctype html><html><body><main><h1>H</h1></main></body></html>"]
        #expect(
            try Self.check("", more: bare) == [
                "bare.html: structure: the page does not say its language",
                "bare.html: structure: the page has no title",
            ])
    }

    @Test func weighsAFirstVisit() throws {
        // Digits of a linear congruential generator do not pack well.
        var state: UInt64 = 1
        let noise = String(
            decoding: (0..<260_000).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1
                return UInt8(33 + (state >> 33) % 90)
            }, as: UTF8.self)
        let problems = try Self.check("", head: "<script src=\"big.js\" defer></script>", more: ["big.js": noise])
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("index.html: weight: a first visit brings 2") == true)
    }

    @Test func needsASite() throws {
        #expect(throws: SiteError.self) { try SiteCheck.run("/nowhere/at/all") }
        try withTemporaryFolder { folder in
            let error = #expect(throws: SiteError.self) { try SiteCheck.run(folder) }
            #expect(error?.description.hasSuffix("index.html: is not here; build the site first") == true)
        }
    }

    @Test(
        arguments: [
            ("../a.css", "x/b.html", "a.css"), ("./a.css", "b.html", "a.css"), ("a%20b.js", "b.html", "a b.js"),
            ("../../a", "x/b.html", nil), ("a?b#c", "b.html", "a"),
        ] as [(String, String, String?)])
    func resolvesAddresses(path: String, file: String, target: String?) {
        #expect(References.resolve(path, from: file) == target)
    }
}
