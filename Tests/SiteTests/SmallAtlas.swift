import Core
import Foundation
import Hashing
import JSON
import Report
import Templates
import TestSupport

@testable import Site

/// A small atlas by hand, and tools that draw and bundle without Node.
enum SmallAtlas {
    /// Names that owners of models really chose or could choose, each of which tries to run or to break something.
    static let hostileNames = [
        "evil/<script>alert(1)</script>", "evil/\"><img src=x onerror=alert(1)>", "evil/</script><script>alert(1)//",
        "evil/<!--<script>", "javascript:alert(1)/x", "evil/{{question}}{{{json}}}", "evil/]]>&lt;b&gt;",
        "=cmd|' /C calc'!A0",
    ]

    static func growth() -> Figure {
        Figure(
            id: "growth", role: .main,
            chart: Chart(.area, channels: ["x": "month", "series": "modality"], options: ["noun": .text("models")]),
            table: Table(
                id: "growth",
                columns: [
                    (Column("month", "Month", .month), .texts(["2022-03", "2022-04"])),
                    (Column("modality", "Modality", .category), .texts(["nlp", "cv"])),
                    (Column("count", "Models", .count, unit: "models"), .integers([12, 30])),
                ]), totalRows: 2,
            provenance: Provenance(source: "Hub model list, 11 Jul 2024", rows: "42 models", caveat: "A small one."),
            notes: ["July is not a whole month."])
    }

    static func evolution(names: [String]) -> Figure {
        func table(_ names: [String]) -> Table {
            Table(
                id: "evolution",
                columns: [
                    (Column("id", "Model", .modelID), .texts(names)),
                    (Column("likes", "Likes", .count, unit: "likes"), .integers(names.indices.map { 100 - $0 })),
                ])
        }
        return Figure(
            id: "evolution", role: .main, chart: Chart(.bubble, channels: ["y": "likes"]),
            table: table(Array(names.prefix(2))), liveTable: table(names), totalRows: names.count,
            provenance: Provenance(source: "Hub model list, 11 Jul 2024", rows: "\(names.count) models"))
    }

    static func pages(names: [String] = ["acme/<b>bold</b>", "acme/plain", "acme/third"]) -> [Page] {
        let headline = Figure(
            id: "home-models", role: .headline, chart: Chart(.sparkline, channels: ["x": "month", "y": "count"]),
            table: growth().table, totalRows: 2,
            provenance: Provenance(source: "Hub model list, 11 Jul 2024", rows: "42 models"),
            headline: Headline(number: "42", caption: "models on the Hub"))
        var story = growth()
        story.id = "home-growth"
        story.role = .story
        story.title = "From 12 models to 42"
        story.opens = PageLink(page: "growth", text: "How did the Hub grow?")
        var skyline = evolution(names: names)
        skyline.id = "skyline"
        skyline.role = .skyline
        skyline.liveTable = nil
        let changes = TitledTable(
            id: "changes-new", title: "New, and at once loved", text: "Between two days.",
            table: Table(
                id: "changes-new",
                columns: [
                    (Column("id", "Model", .modelID), .texts(names)),
                    (Column("modality", "Modality", .category), .texts(names.map { _ in "nlp" })),
                    (Column("likes", "Likes", .count), .integers(names.indices.map { $0 == 1 ? nil : 5 + $0 })),
                ]))
        let sources = TitledTable(
            id: "sources", title: "Sources",
            table: Table(
                id: "sources",
                columns: [
                    (Column("title", "Source", .text), .texts(["Hub model list"])),
                    (Column("day", "Day", .day), .texts(["2024-07-11"])),
                    (Column("url", "From", .text), .texts(["https://huggingface.co/api/models"])),
                ]))
        return [
            Page(
                id: "index", name: "Home", plate: 0, question: "What happened to open AI models?",
                lede: "They multiplied to \(number: "42") <models>.", figures: [skyline, headline, story],
                tables: [changes]),
            Page(
                id: "evolution", name: "Evolution", plate: 1, question: "Which models made their mark, and when?",
                lede: "Some.", figures: [evolution(names: names)], shows: ["One circle is one model."],
                method: ["Likes as listed."], next: PageLink(page: "growth", text: "How did the Hub grow?"),
                nextText: "There are more of them."),
            Page(
                id: "growth", name: "Growth", plate: 2, question: "How did the Hub grow?",
                lede: "From \(number: "12") to \(number: "42").", figures: [growth()],
                shows: ["Each layer is a modality."],
                method: ["Models by the month of their creation."],
                findings: [
                    Finding(
                        id: "growth.total", sentence: "There are \(number: "42").", page: "growth",
                        provenance: growth().provenance)
                ]),
            Page(
                id: "search", name: "Search", plate: 0, question: "Which model do I need?",
                lede: "\(number: "42 models") by name.",
                tables: [
                    TitledTable(
                        id: "downloads", title: "The most downloaded models",
                        table: Table(
                            id: "downloads",
                            columns: [
                                (Column("id", "Model", .modelID), .texts(names)),
                                (Column("downloads", "Downloads", .count), .integers(names.indices.map { 9 - $0 })),
                            ]))
                ]),
            Page(id: "findings", name: "Findings", plate: 0, question: "What did it find?", lede: "One answer."),
            Page(
                id: "data", name: "Data", plate: 0, question: "May I have it?", lede: "Yes.", tables: [sources],
                method: ["Nothing is guessed."]),
        ]
    }

    /// Draws every figure as an empty picture that names its rows; style sheets and scripts go through as they are.
    static let tools = SiteTools(
        drawStills: { request, _ in
            let figures = (request["figures"]?.array ?? []).map { figure in
                let id = figure["id"]?.string ?? ""
                let names = figure["table"]?["values"]?["id"]?.array?.compactMap(\.string) ?? []
                let rows = names.map { "<tr><td>\(escapeHTML($0))</td></tr>" }.joined()
                let svg = "<svg viewBox=\"0 0 1152 648\" role=\"img\" aria-label=\"\(id)\"></svg>"
                let still: JSONValue = [
                    "title": .string("The finding of \(id)"), "subtitle": "Models, by month", "wide": .string(svg),
                    "narrow": .string(svg), "legend": "<ul class=\"key\"><li class=\"nlp\"><i></i>Language</li></ul>",
                    "table": .string("<table><tbody>\(rows)</tbody></table>"), "extra": [:],
                    "picture": .string("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>\(id)</title></svg>"),
                ]
                return (id, still)
            }
            return ["figures": .object(Dictionary(uniqueKeysWithValues: figures))]
        },
        bundle: { entry in Array("/* \((entry as NSString).lastPathComponent) */\n".utf8) },
        rasterize: { files in
            for file in files { try Files.write(Array("PNG of ".utf8) + Files.read(file), to: "\(file).png") }
        })

    /// The project's templates and assets, with stand-ins for what set-up fetches.
    static func root(in folder: String) throws -> String {
        let root = "\(folder)/root"
        try FileManager.default.createDirectory(atPath: "\(root)/assets", withIntermediateDirectories: true)
        for name in ["templates", "assets/icon.svg"] {
            try FileManager.default.copyItem(atPath: Repository.path(name), toPath: "\(root)/\(name)")
        }
        let stand: Folder = [
            "js/build/stills.js": "", "js/atlas.js": "", "js/theme.js": "/* theme */", "css/atlas.css": "",
            "css/pictures.css": "",
            "js/search-page.js": "", "js/search/worker.js": "", "css/search.css": "", "js/map-page.js": "",
            "vendor/d3.v7.min.js": "/* d3 */", "vendor/d3.v7.min.js.LICENSE": "D3 7.9.0, ISC\n",
        ]
        try stand.write(to: "\(root)/assets")
        return root
    }

    /// A search index of three small files in `folder`, and `more`; what comes back is its folder.
    static func searchIndex(
        in folder: String, with more: [String] = [], _ change: (inout [String: JSONValue]) -> Void = { _ in }
    ) throws -> String {
        let shards = ["manifest.00000001.js", "t0001.00000002.js", "words.00000003.js"] + more
        var files: Folder = [:]
        for name in shards { files[name] = "HubAtlas.receive(\"\(name.prefix(1))\",\"\");\n" }
        var list: [String: JSONValue] = [
            "version": 1, "manifest": .string(shards[0]), "words": .string(shards[2]),
            "files": .array(
                shards.map { name in
                    let bytes = Array(files[name]!.utf8)
                    return [
                        "name": .string(name), "bytes": .integer(bytes.count), "sha256": .string(SHA256.hex(bytes)),
                    ]
                }),
        ]
        change(&list)
        files["index.json"] = JSONValue.object(list).text
        files["vectors.bin"] = "for the library only"
        try files.write(to: "\(folder)/search")
        return "\(folder)/search"
    }

    /// Builds the atlas in `folder` and gives back what was written.
    static func build(
        _ pages: [Page] = pages(), configuration: SiteConfiguration = SiteConfiguration(), in folder: String,
        search: String? = nil, tools: SiteTools = tools
    ) throws -> Folder {
        let root = FileManager.default.fileExists(atPath: "\(folder)/root") ? "\(folder)/root" : try root(in: folder)
        _ = try SiteStage.build(
            pages: pages, root: root, configuration: configuration, search: search, out: "\(folder)/site", tools: tools,
            log: .silent)
        return try Folder(reading: "\(folder)/site")
    }
}
