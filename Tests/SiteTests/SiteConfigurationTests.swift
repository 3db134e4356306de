import Foundation
import TestSupport
import Testing

@testable import Site

@Suite struct SiteConfigurationTests {
    @Test func readsEverySetting() throws {
        let configuration = try SiteConfiguration(
            parsing: """
                # A comment, then a blank line.

                title = Atlas of Speech
                  tagline=What   models say.
                base-url = https://user.github.io/repo
                language = pt-BR
                contact = mailto:me@host.org
                footer = Made in a library = with care # not a comment
                scope.task = text-to-speech
                scope.author = acme
                light.accent = #0a5c8f
                dark.nlp = #9bf
                """)
        #expect(configuration.title == "Atlas of Speech")
        #expect(configuration.tagline == "What   models say.")
        #expect(configuration.baseURL == "https://user.github.io/repo/")
        #expect(configuration.language == "pt-BR")
        #expect(configuration.contact == "mailto:me@host.org")
        #expect(configuration.footer == "Made in a library = with care # not a comment")
        #expect(configuration.scope.task == "text-to-speech")
        #expect(configuration.scope.sentence == "author: acme · task: text-to-speech")
        #expect(configuration.colors[.light]?["accent"]?.hex == "#0a5c8f")
        #expect(configuration.colors[.dark]?["nlp"]?.hex == "#99bbff")
    }

    @Test func isItsDefaultsWithoutAFile() throws {
        try withTemporaryFolder { folder in
            let configuration = try SiteConfiguration.read(root: folder)
            #expect(configuration == SiteConfiguration())
        }
    }

    /// The commented file of the project shows every setting; uncommented, those with a value are accepted.
    @Test func theProjectsFileNamesEverySetting() throws {
        let text = try String(contentsOfFile: Repository.path("hubatlas.conf"), encoding: .utf8)
        #expect(try SiteConfiguration(parsing: text) == SiteConfiguration())
        let shown = text.split(separator: "\n").filter { $0.contains("=") }.map { $0.drop { "# ".contains($0) } }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        for setting in SiteConfiguration.settings where !setting.hasPrefix("light.") && !setting.hasPrefix("dark.") {
            #expect(shown.contains(setting), "\(setting) is not shown")
        }
        let live = text.split(separator: "\n").filter { $0.hasPrefix("# ") && $0.contains(" = ") && !$0.contains("\"") }
            .map { $0.dropFirst(2) }.joined(separator: "\n")
        #expect(try SiteConfiguration(parsing: live).scope.author == "bigscience")
    }

    @Test func peopleHaveNamesOrPseudonyms() throws {
        #expect(try SiteConfiguration(parsing: "").people == .names)
        #expect(try SiteConfiguration(parsing: "people = pseudonyms").people == .pseudonyms)
        let error = try #require(throws: SiteError.self) { try SiteConfiguration(parsing: "people = nobody") }
        #expect(error.description.contains("\"nobody\" is neither names nor pseudonyms"))
    }

    @Test(arguments: ["acme/model, gone", "acme/model\tgone", "acme/model ,\t gone\t"])
    func namesToHideStandBetweenCommasBlanksOrTabs(line: String) throws {
        let exclude = try SiteConfiguration(parsing: "exclude =\t\(line)\n").exclude
        #expect(exclude.split { $0 == "," || $0 == " " } == ["acme/model", "gone"])
    }

    @Test(arguments: [
        ("\ntittle = x", "hubatlas.conf:2: \"tittle\" is no setting (did you mean \"title\"?)"),
        ("just words", "hubatlas.conf:1: \"just words\" is no setting; write: name = value"),
        ("title = a\ntitle = b", "hubatlas.conf:2: \"title\" is set twice; keep one of them"),
        ("title =", "hubatlas.conf:1: title is empty; leave the line out for the default"),
        ("title = \(String(repeating: "x", count: 61))", "hubatlas.conf:1: title has 61 characters; at most 60 fit"),
        ("title = a\u{7}b", "hubatlas.conf:1: title holds control characters"),
        ("base-url = user.github.io", "hubatlas.conf:1: base-url is no web address like https://user.github.io/repo/"),
        ("base-url = https://", "hubatlas.conf:1: base-url is no web address like https://user.github.io/repo/"),
        ("base-url = https://a/?q", "hubatlas.conf:1: base-url is no web address like https://user.github.io/repo/"),
        (
            "base-url = https://a/\"><script>",
            "hubatlas.conf:1: base-url is no web address like https://user.github.io/repo/"
        ),
        (
            "contact = javascript:alert(1)",
            "hubatlas.conf:1: contact is neither an address like https://github.com/user/repo/issues nor mailto:name@host"
        ),
        ("language = english language", "hubatlas.conf:1: language is no language tag like en or pt-BR"),
        (
            "scope.author = a/../b",
            "hubatlas.conf:1: scope.author is no name of the Hub: letters, digits, dash, dot and underscore, at most 96"
        ),
        ("light.accent = red", "hubatlas.conf:1: light.accent \"red\" is no color like #b8360f"),
        ("light.acent = #b8360f", "hubatlas.conf:1: \"light.acent\" is no setting (did you mean \"light.accent\"?)"),
        (
            "light.accent = #ffcc00",
            "hubatlas.conf: light.accent #ffcc00 on paper #fbf9f4 has a contrast of 1.4 : 1; it needs 4.5 : 1"
        ),
    ])
    func refuses(text: String, message: String) {
        let error = #expect(throws: SiteError.self) { try SiteConfiguration(parsing: text) }
        #expect(error?.description == message)
    }

    /// The colors that contrast is checked against are those of the style sheet.
    @Test func defaultColorsAreTheTokens() throws {
        let css = try String(contentsOfFile: Repository.path("assets/css/tokens.css"), encoding: .utf8)
        let blocks = css.components(separatedBy: "--paper:").map { "--paper:" + $0 }
        for (scheme, block) in [
            (SiteConfiguration.ColorScheme.light, blocks[1]), (.dark, blocks[2]), (.dark, blocks[3]),
        ] {
            for (token, color) in Color.defaults[scheme]! { #expect(block.contains("--\(token): \(color.hex);")) }
        }
    }

    @Test func contrastIsThatOfTheStandard() {
        #expect(Color("#000")!.contrast(to: Color("#fff")!) == 21)
        #expect(abs(Color("#1c1b1a")!.contrast(to: Color("#fbf9f4")!) - 16.35) < 0.01)
        #expect(["", "#12", "#12345", "#gggggg", "123456", "#1234567"].allSatisfy { Color($0) == nil })
    }
}
