import JSON
import Report
import Templates

/// All that pages are made of, and the pages made of it.
struct Atlas {
    var pages: [Page]
    var configuration: SiteConfiguration
    var assets: Assets
    var stills: [String: Still]
    var pictures: PictureFiles
    var data: DataFiles
    /// The search index; nil where the site has none.
    var search: SearchShards?
    /// The map at rest; nil where the index has none.
    var map: MapStill?

    /// Writes one file a page, then what a site has besides pages.
    func write(with templates: TemplateSet, into folder: inout SiteFolder) throws {
        for page in pages {
            let template = templates.names.contains("pages/\(page.id)") ? "pages/\(page.id)" : "pages/plate"
            let content = try templates.render(template, .object(context(of: page)))
            try folder.write(try layout(page, content, templates), to: "\(page.id).html")
        }
        for page in SearchCompanion.allCases where hasSearch {
            try folder.write(try companion(page, templates), to: "\(page.rawValue).html")
        }
        try folder.write(try notFound(templates), to: "404.html")
        guard let base = configuration.baseURL else { return }
        try folder.write(sitemap(base), to: "sitemap.xml")
        try folder.write(Array("User-agent: *\nAllow: /\nSitemap: \(base)sitemap.xml\n".utf8), to: "robots.txt")
    }
}

extension Atlas {
    private func layout(_ page: Page, _ content: String, _ templates: TemplateSet) throws -> [UInt8] {
        let title = "\(page.question) · \(configuration.title)"
        let context = site.merging(
            [
                "title": .text(title), "page": .text(page.id), "name": .text(page.name), "prefix": "",
                "description": .text(page.lede.plain), "content": .html(content), "nav": nav(current: page.id),
                "isHome": .flag(page.id == "index"), "isSearch": .flag(page.id == "search"),
                "canonical": TemplateValue(
                    configuration.baseURL.map { page.id == "index" ? $0 : "\($0)\(page.id).html" }),
                "structured": .html(structured(page).textInScript), "hasFigures": .flag(!page.figures.isEmpty),
                "preview": preview(of: page),
            ]
        ) { $1 }.merging(page.id == "search" ? loadedBySearch : loaded(by: page)) { $1 }
        return Array(try templates.render("layout", .object(context)).utf8)
    }

    /// The picture that a link to this page is shown with, where the site's address is known.
    private func preview(of page: Page) -> TemplateValue {
        guard let base = configuration.baseURL else { return .none }
        let first = page.figures.lazy.compactMap { pictures.entries[$0.id] }.first
        return TemplateValue(first.map { "\(base)\($0.png.name)" })
    }

    /// A host shows this page under any address, so its links are whole ones where the site's address is known.
    private func notFound(_ templates: TemplateSet) throws -> [UInt8] {
        let prefix = TemplateValue.text(configuration.baseURL ?? "")
        let context = site.merging(["prefix": prefix, "nav": nav(current: ""), "isHome": false, "isSearch": false]) {
            $1
        }
        let content = try templates.render("pages/404", .object(context))
        let page = context.merging(
            [
                "title": .text("No such page · \(configuration.title)"), "page": "404", "name": "No such page",
                "description": "There is no page at this address.", "content": .html(content), "canonical": .none,
                "structured": .none, "hasFigures": false,
            ]
        ) { $1 }.merging(loaded(by: PageScript.plain)) { $1 }
        return Array(try templates.render("layout", .object(page)).utf8)
    }

    private func sitemap(_ base: String) -> [UInt8] {
        let addresses = pages.map { $0.id == "index" ? base : "\(base)\($0.id).html" }
        let entries = addresses.map { "  <url><loc>\(escapeHTML($0))</loc></url>\n" }.joined()
        return Array(
            ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\(entries)</urlset>\n").utf8)
    }

    /// What every page knows of the whole site.
    var site: [String: TemplateValue] {
        [
            "site": [
                "title": .text(configuration.title), "tagline": .text(configuration.tagline),
                "language": .text(configuration.language), "footer": .text(configuration.footer),
                "contact": TemplateValue(configuration.contact), "scope": .text(configuration.scope.sentence),
                "base": TemplateValue(configuration.baseURL),
            ],
            "assets": [
                "style": .text(assets.style), "theme": .text(assets.theme),
                "d3": .text(assets.d3), "icon": .text(assets.icon), "notice": .text(assets.notice),
            ],
            "mark": .html(SiteFolder.mark), "preview": .none,
            "sources": .list(sources.map { .text($0) }), "sourceList": .text(Format.list(sources)),
            "notices": .list(configuration.notices.map { .text($0) }),
            "hasSearch": .flag(hasSearch), "searchIndex": searchIndex, "mapStill": mapStill,
            "communityRecords": data.records["community"].map { .html($0.json.textInScript) } ?? TemplateValue.none,
            "hasCommunities": .flag(data.records["community"] != nil),
            "hasData": .flag(pages.contains { $0.id == "data" }),
            "hasFindings": .flag(pages.contains { $0.id == "findings" }),
            "hasDiagnostics": .flag(
                pages.contains { $0.id == "data" && $0.tables.contains { $0.id == "diagnostics" } }),
        ]
    }

    /// The sources of this edition, in the order in which the pages bring them. A figure may have several, each perhaps with
    /// its license in parentheses; those are told on the data page.
    private var sources: [String] {
        pages.flatMap(\.figures).flatMap { $0.provenance.source.split(separator: ";") }.reduce(into: []) {
            sources, part in
            let words = part.prefix { $0 != "(" }.split(separator: " ").joined(separator: " ")
            if !words.isEmpty, !sources.contains(words) { sources.append(words) }
        }
    }

    func nav(current: String) -> TemplateValue {
        let plates = pages.filter { $0.plate > 0 }.sorted { $0.plate < $1.plate }
        let others = pages.filter { $0.plate == 0 && !["index", "search", "community"].contains($0.id) }
        return .list(
            (plates + others).map { page in
                ["href": .text("\(page.id).html"), "name": .text(page.name), "current": .flag(page.id == current)]
            })
    }

    /// What search engines read (schema.org, as JSON-LD).
    private func structured(_ page: Page) -> JSONValue {
        var members: [String: JSONValue] = [
            "@context": "https://schema.org", "@type": page.id == "data" ? "Dataset" : "WebPage",
            "name": .string(page.question), "description": .string(page.lede.plain),
            "inLanguage": .string(configuration.language),
            "isPartOf": ["@type": "WebSite", "name": .string(configuration.title)],
        ]
        if let base = configuration.baseURL {
            members["url"] = .string(page.id == "index" ? base : "\(base)\(page.id).html")
        }
        return .object(members)
    }
}

extension JSONValue {
    /// The value's text for inside a script element, where `<!--<script>` in a name would swallow the rest of the page.
    var textInScript: String {
        text.split(separator: "<", omittingEmptySubsequences: false).joined(separator: "\\u003c")
    }
}
