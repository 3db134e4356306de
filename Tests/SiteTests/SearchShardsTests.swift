import Foundation
import JSON
import TestSupport
import Testing

@testable import Site

/// The search index in the site.
@Suite struct SearchShardsTests {
    @Test func aSiteWithAnIndexHasItsFilesAndNames() throws {
        try withTemporaryFolder { folder in
            let site = try SmallAtlas.build(in: folder, search: try SmallAtlas.searchIndex(in: folder))
            #expect(
                site.names.filter { $0.hasPrefix("data/search/") } == [
                    "data/search/index.json", "data/search/manifest.00000001.js", "data/search/t0001.00000002.js",
                    "data/search/words.00000003.js",
                ])
            let map = try #require(site.names.first { $0.hasPrefix("assets/map.") })
            for page in ["search.html", "model.html", "compare.html"] {
                let html = try #require(site[page])
                #expect(
                    html.contains(
                        #"id="search-index">{"folder":"data/search","manifest":"manifest.00000001.js","map":"\#(map)","words":"words.00000003.js"}<"#
                    ))
            }
            #expect(try SiteCheck.run("\(folder)/site") == [])
        }
    }

    @Test func aSiteWithoutAnIndexSaysSo() throws {
        try withTemporaryFolder { folder in
            let site = try SmallAtlas.build(in: folder, search: "\(folder)/nowhere")
            let page = try #require(site["search.html"])
            #expect(page.contains("built without its search index"))
            #expect(!page.contains("search-index"))
            #expect(page.contains("<table>"))
            #expect(try SiteCheck.run("\(folder)/site") == [])
        }
    }

    /// In a page without an index there is nothing to show a model by, so the Hub does.
    @Test func modelsInTablesLeadToTheirPageAndASmallWayOutToTheHub() throws {
        try withTemporaryFolder { folder in
            let pages = SmallAtlas.pages(names: SmallAtlas.hostileNames + ["acme/small-7b"])
            for index in [try SmallAtlas.searchIndex(in: folder), nil] {
                let site = try SmallAtlas.build(pages, in: folder, search: index)
                let page = try #require(site["index.html"])
                let (own, hub) = ("href=\"model.html#acme/small-7b\"", "href=\"https://huggingface.co/acme/small-7b\"")
                #expect(page.contains(own) == (index != nil))
                #expect(page.contains("<a class=\"out\" \(hub)") == (index != nil))
                #expect(page.contains(hub))
                // What is no name that the Hub allows leads nowhere.
                for match in page.matches(of: /href="(?:model\.html#|https:\/\/huggingface\.co\/)([^"]*)"/) {
                    #expect(match.1.wholeMatch(of: /[A-Za-z0-9._\/-]+/) != nil, "\(match.0)")
                    #expect(!match.1.hasPrefix("evil"))
                }
                #expect(try SiteCheck.run("\(folder)/site") == [])
            }
        }
    }

    @Test func onlyThePagesOfTheSearchLoadItsScript() throws {
        try withTemporaryFolder { folder in
            let site = try SmallAtlas.build(in: folder, search: try SmallAtlas.searchIndex(in: folder))
            for name in site.names where name.hasSuffix(".html") {
                let isOfSearch = ["search.html", "model.html", "compare.html"].contains(name)
                let page = try #require(site[name])
                #expect(page.contains("assets/search.") == isOfSearch, "\(name)")
                #expect(page.contains(#"<script src="assets/atlas"#) != isOfSearch, "\(name)")
                #expect(page.contains(#"href="search.html" data-search"#), "\(name)")
            }
            let script = try #require(site.names.first { $0.hasPrefix("assets/search.") && $0.hasSuffix(".js") })
            #expect(
                site[script] == """
                    globalThis.HubAtlasSearchEngine=function(){/* worker.js */

                    };
                    /* search-page.js */

                    """)
        }
    }

    @Test func twoBuildsAreTheSameBytes() throws {
        try withTemporaryFolder { folder in
            let index = try SmallAtlas.searchIndex(in: folder)
            let first = try SmallAtlas.build(in: folder, search: index)
            #expect(try SmallAtlas.build(in: folder, search: index) == first)
        }
    }

    private static let brokenLists: [(member: String, value: JSONValue, sentence: String)] = [
        ("words", "other.js", "names \"other.js\", which is not among its files"),
        ("files", .null, "has no manifest, words and files"),
        (
            "files", [["name": "../../etc/passwd", "bytes": 1, "sha256": "00"]],
            "lists a file without a plain name, its size and its hash"
        ),
        ("files", [["name": "manifest.00000001.js", "bytes": 3]], "lists a file without a plain name"),
    ]

    @Test(arguments: brokenLists)
    func aListThatIsNoneStopsTheBuild(member: String, value: JSONValue, sentence: String) throws {
        try withTemporaryFolder { folder in
            let index = try SmallAtlas.searchIndex(in: folder) { $0[member] = value }
            let error = #expect(throws: SiteError.self) { try SmallAtlas.build(in: folder, search: index) }
            #expect(error?.description.contains(sentence) == true)
            #expect(error?.place.hasSuffix("/index.json") == true)
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/site"))
        }
    }

    @Test func aFileOfAnotherSizeStopsTheBuild() throws {
        try withTemporaryFolder { folder in
            let index = try SmallAtlas.searchIndex(in: folder)
            try Data("short".utf8).write(to: URL(fileURLWithPath: "\(index)/t0001.00000002.js"))
            let error = #expect(throws: SiteError.self) { try SmallAtlas.build(in: folder, search: index) }
            #expect(error?.description.contains("says that t0001.00000002.js has 26 bytes; it has 5") == true)
        }
    }

    @Test func theCheckFindsWhatIsNotTheIndexAnyMore() throws {
        try withTemporaryFolder { folder in
            _ = try SmallAtlas.build(in: folder, search: try SmallAtlas.searchIndex(in: folder))
            let place = "\(folder)/site/data/search"
            try Data(#"HubAtlas.receive("t","X");"#.utf8).write(
                to: URL(fileURLWithPath: "\(place)/t0001.00000002.js"))
            try FileManager.default.removeItem(atPath: "\(place)/words.00000003.js")
            try Data("1".utf8).write(to: URL(fileURLWithPath: "\(place)/left-over.js"))
            #expect(
                try SiteCheck.run("\(folder)/site").map(\.description) == [
                    "data/search/index.json: asset: lists words.00000003.js, which is not here",
                    "data/search/left-over.js: asset: is not listed in index.json",
                    "data/search/t0001.00000002.js: asset: is not the file that index.json lists",
                ])
        }
    }
}
