import JSON
import TestSupport
import Testing

@testable import Site

/// The map for who has no script.
@Suite struct MapStillTests {
    private static let drawn: [String: JSONValue] = [
        "wide": "<svg id=\"wide\"></svg>", "narrow": "<svg id=\"narrow\"></svg>", "title": "42 <models>",
        "alt": "Map \"of\" 42", "caption": "Near is alike.", "key": "<ul class=\"key\"></ul>",
    ]

    /// The small atlas' tools, with a map drawn where one is asked for.
    private static func tools(_ map: JSONValue) -> SiteTools {
        SiteTools(
            drawStills: { request, script in
                let stills = try SmallAtlas.tools.drawStills(request, script)
                guard var answer = stills.object, let file = request["map"]?["file"]?.string else { return stills }
                if file.hasSuffix("/m0000.0000000a.js") { answer["map"] = map }
                return .object(answer)
            }, bundle: SmallAtlas.tools.bundle, rasterize: SmallAtlas.tools.rasterize)
    }

    @Test("two pictures are files of their own, for a page without script, with words and a way to the list")
    func standsInThePage() throws {
        try withTemporaryFolder { folder in
            let index = try SmallAtlas.searchIndex(in: folder, with: ["m0000.0000000a.js"])
            let site = try SmallAtlas.build(in: folder, search: index, tools: Self.tools(.object(Self.drawn)))
            let wide = try #require(site.names.first { $0.hasPrefix("assets/map-wide.") && $0.hasSuffix(".svg") })
            let narrow = try #require(site.names.first { $0.hasPrefix("assets/map-narrow.") })
            #expect(site[wide] == "<svg id=\"wide\"></svg>")
            let page = try #require(site["search.html"])
            let figure = try #require(page.split(separator: "<noscript>").last?.split(separator: "</noscript>").first)
            for part in [
                wide, narrow, "42 &lt;models&gt;", "Map &quot;of&quot; 42", "Near is alike.", "#downloads-list",
            ] {
                #expect(figure.contains(part), "\(part)")
            }
            #expect(try SiteCheck.run("\(folder)/site") == [])
        }
    }

    @Test("an index without a map brings no picture")
    func isLeftOut() throws {
        try withTemporaryFolder { folder in
            let site = try SmallAtlas.build(
                in: folder, search: try SmallAtlas.searchIndex(in: folder), tools: Self.tools(.object(Self.drawn)))
            #expect(!site.names.contains { $0.hasPrefix("assets/map-") })
            #expect(site["search.html"]?.contains("map-still") == false)
        }
    }

    @Test("what is no picture stops the build", arguments: ["wide", "alt"])
    func isRefused(member: String) throws {
        var bad = Self.drawn
        bad[member] = member == "alt" ? .null : "a sketch"
        try withTemporaryFolder { folder in
            let index = try SmallAtlas.searchIndex(in: folder, with: ["m0000.0000000a.js"])
            let error = #expect(throws: SiteError.self) {
                try SmallAtlas.build(in: folder, search: index, tools: Self.tools(.object(bad)))
            }
            #expect(error?.description.contains(member == "alt" ? "for the map" : "of the map") == true)
        }
    }

    @Test("the publisher's colors go to the drawing")
    func takesColors() {
        let color = Color("#123456")
        let drawing = MapDrawing(file: "m", colors: color.map { [.dark: ["nlp": $0]] } ?? [:])
        #expect(drawing.json["colors"]?["dark"]?["nlp"]?.string == "#123456")
        #expect(drawing.json["colors"]?["light"] == [:])
    }
}
