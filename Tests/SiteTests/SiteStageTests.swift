import Foundation
import JSON
import Report
import TestSupport
import Testing

@testable import Site

@Suite struct SiteStageTests {
    @Test(arguments: [
        "index.html", "evolution.html", "growth.html", "search.html", "findings.html", "data.html", "404.html",
    ])
    func writesThePage(name: String) throws {
        try withTemporaryFolder { folder in
            let site = try SmallAtlas.build(in: folder)
            try expectSnapshot(try #require(site[name]), name)
        }
    }

    @Test func writesTheseFilesAndNoOthers() throws {
        try withTemporaryFolder { folder in
            let names = try SmallAtlas.build(in: folder).names.filter { $0 != SiteFolder.namesFile }
                .map { hashless($0) }
            #expect(
                names.sorted() == [
                    "404.html", "assets/atlas-area-bubble-sparkline.#.js", "assets/atlas-area.#.js",
                    "assets/atlas-bubble.#.js", "assets/atlas.#.css", "assets/atlas.#.js", "assets/d3.#.js",
                    "assets/d3.LICENSE.txt",
                    "assets/icon.#.svg", "assets/map.#.js", "assets/search.#.css", "assets/search.#.js",
                    "assets/theme.#.js",
                    "compare.html",
                    "data.html", "data/data-sources.csv",
                    "data/data-sources.json", "data/evolution.#.js", "data/evolution.csv", "data/evolution.json",
                    "data/findings.json",
                    "data/growth.csv", "data/growth.json", "data/home-growth.csv", "data/home-growth.json",
                    "data/home-models.csv", "data/home-models.json", "data/index-changes-new.csv",
                    "data/index-changes-new.json", "data/index.json", "data/search-downloads.csv",
                    "data/search-downloads.json", "data/skyline.csv", "data/skyline.json", "evolution.html",
                    "figures/evolution.png", "figures/evolution.svg", "figures/growth.png", "figures/growth.svg",
                    "figures/home-growth.png", "figures/home-growth.svg", "figures/home-models.png",
                    "figures/home-models.svg", "figures/skyline.png", "figures/skyline.svg", "findings.html",
                    "growth.html", "index.html", "model.html", "search.html",
                ])
        }
    }

    @Test func figuresAreFilesOfTheirOwn() throws {
        try withTemporaryFolder { folder in
            let configuration = try SiteConfiguration(parsing: "base-url = https://user.github.io/repo/")
            let site = try SmallAtlas.build(configuration: configuration, in: folder)
            let page = try #require(site["growth.html"])
            #expect(
                page.contains(
                    #"<a href="figures/growth.svg" download>SVG</a><a href="figures/growth.png" download>PNG</a>"#))
            #expect(
                page.contains(#"<meta property="og:image" content="https://user.github.io/repo/figures/growth.png">"#))
            #expect(site["figures/growth.png"]?.hasPrefix("PNG of <svg") == true)
        }
    }

    @Test func everyFindingSaysWhereItIsSeenCountedAndExplained() throws {
        try withTemporaryFolder { folder in
            let site = try SmallAtlas.build(in: folder)
            let findings = try JSONValue.parse(Array(try #require(site["data/findings.json"]).utf8))["findings"]?.array
            #expect(findings?.first?["figure"]?.string == "growth.html#growth")
            #expect(findings?.first?["rows"]?.string == "data/growth.csv")
            #expect(findings?.first?["sentence"]?.string == "There are 42.")
            #expect(try #require(site["findings.html"]).contains(#"<a href="growth.html#growth">Figure</a>"#))
        }
    }

    @Test func isCleanToItsOwnChecker() throws {
        try withTemporaryFolder { folder in
            _ = try SmallAtlas.build(in: folder)
            #expect(try SiteCheck.run("\(folder)/site") == [])
        }
    }

    @Test func twoBuildsAreTheSameBytes() throws {
        try withTemporaryFolder { folder in
            let first = try SmallAtlas.build(in: folder)
            #expect(try SmallAtlas.build(in: folder) == first)
        }
    }

    @Test func withAnAddressWritesCanonicalLinksAndSitemap() throws {
        try withTemporaryFolder { folder in
            let configuration = try SiteConfiguration(
                parsing: "base-url = https://user.github.io/repo\ntitle = Atlas & Co")
            let site = try SmallAtlas.build(configuration: configuration, in: folder)
            #expect(
                site["index.html"]?.contains(#"<link rel="canonical" href="https://user.github.io/repo/">"#) == true)
            #expect(site["growth.html"]?.contains("<title>How did the Hub grow? · Atlas &amp; Co</title>") == true)
            #expect(site["404.html"]?.contains(#"href="https://user.github.io/repo/growth.html""#) == true)
            #expect(site["sitemap.xml"]?.contains("<loc>https://user.github.io/repo/growth.html</loc>") == true)
            #expect(site["robots.txt"] == "User-agent: *\nAllow: /\nSitemap: https://user.github.io/repo/sitemap.xml\n")
            #expect(try SiteCheck.run("\(folder)/site") == [])
        }
    }

    @Test func publishersColorsFollowTheAtlasOwn() throws {
        try withTemporaryFolder { folder in
            let configuration = try SiteConfiguration(parsing: "light.accent = #0a5c8f\ndark.accent = #7fd0ff\n")
            let site = try SmallAtlas.build(configuration: configuration, in: folder)
            let style = try #require(site.names.first { $0.hasPrefix("assets/atlas.") && $0.hasSuffix(".css") })
            #expect(site[style]?.contains(":root{--accent:#0a5c8f}") == true)
            #expect(site[style]?.contains(":root[data-theme=\"dark\"]{--accent:#7fd0ff}") == true)
        }
    }

    @Test func aShardHoldsTheLiveTable() throws {
        try withTemporaryFolder { folder in
            let site = try SmallAtlas.build(in: folder)
            let shard = try #require(site.names.first { $0.hasPrefix("data/evolution.") && $0.hasSuffix(".js") })
            let line = try #require(site[shard])
            #expect(line.hasPrefix("HubAtlas.receive(\"evolution\",\""))
            #expect(line.hasSuffix("\");\n"))
            let page = try #require(site["evolution.html"])
            #expect(page.contains("\"shard\":\"\(shard)\""))
        }
    }

    // MARK: - Hostile names

    @Test func nothingAnOwnerWroteRuns() throws {
        try withTemporaryFolder { folder in
            let site = try SmallAtlas.build(SmallAtlas.pages(names: SmallAtlas.hostileNames), in: folder)
            #expect(try SiteCheck.run("\(folder)/site") == [])
            for name in site.names where name.hasSuffix(".html") {
                let page = try #require(site[name])
                #expect(!page.contains("<script>alert"))
                #expect(!page.contains("<img"))
                #expect(!page.contains("<!--<script"))
                #expect(!page.contains("href=\"javascript:"))
            }
        }
    }

    @Test func spreadsheetsRunNoFormula() throws {
        try withTemporaryFolder { folder in
            let site = try SmallAtlas.build(SmallAtlas.pages(names: SmallAtlas.hostileNames), in: folder)
            #expect(site["data/evolution.csv"]?.contains("\n'=cmd|' /C calc'!A0,93\n") == true)
        }
    }

    // MARK: - What fails

    @Test func needsAFirstPage() throws {
        try withTemporaryFolder { folder in
            let error = #expect(throws: SiteError.self) { try SmallAtlas.build([], in: folder) }
            #expect(error?.reason == .noPages)
        }
    }

    @Test func aFigureThatIsNotDrawnStopsTheBuild() throws {
        try withTemporaryFolder { folder in
            var tools = SmallAtlas.tools
            tools.drawStills = { _, _ in ["figures": [:]] }
            let error = #expect(throws: SiteError.self) { try SmallAtlas.build(in: folder, tools: tools) }
            #expect(error?.reason == .noStill(figure: "skyline"))
        }
    }

    @Test(arguments: ["assets/vendor/d3.v7.min.js", "assets/js/build/stills.js", "assets/css/atlas.css"])
    func aMissingFileStopsTheBuild(name: String) throws {
        try withTemporaryFolder { folder in
            try FileManager.default.removeItem(atPath: "\(try SmallAtlas.root(in: folder))/\(name)")
            let error = #expect(throws: SiteError.self) { try SmallAtlas.build(in: folder) }
            #expect(error?.description.contains("is not here") == true)
            #expect(error?.place.hasSuffix(name) == true)
        }
    }

    @Test func aBrokenTemplateStopsTheBuild() throws {
        try withTemporaryFolder { folder in
            let root = try SmallAtlas.root(in: folder)
            try Data("{{#lede}}".utf8).write(to: URL(fileURLWithPath: "\(root)/templates/pages/plate.html"))
            #expect(throws: (any Error).self) { try SmallAtlas.build(in: folder) }
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/site"))
        }
    }

    /// "data/evolution.0123456789.js" → "data/evolution.#.js"
    private func hashless(_ name: String) -> String {
        name.split(separator: ".").map { $0.count == 10 && $0.allSatisfy(\.isHexDigit) ? "#" : String($0) }
            .joined(separator: ".")
    }
}
