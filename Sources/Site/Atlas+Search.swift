import JSON
import Report
import Templates

/// Pages that only a script fills, from the search index: what stands in them is where to go without one.
enum SearchCompanion: String, CaseIterable {
    case model, compare

    var title: String {
        switch self {
        case .model: "One model"
        case .compare: "Which of these?"
        }
    }

    var description: String {
        switch self {
        case .model: "Everything this atlas knows of one model, and where each fact comes from."
        case .compare: "Up to six models, or six accounts that publish them, side by side."
        }
    }
}

extension Atlas {
    var hasSearch: Bool { pages.contains { $0.id == "search" } }

    func companion(_ page: SearchCompanion, _ templates: TemplateSet) throws -> [UInt8] {
        let context = site.merging(
            [
                "page": .text(page.rawValue), "name": .text(page.title), "question": .text(page.title), "prefix": "",
                "nav": nav(current: ""), "isHome": false, "canonical": .none, "structured": .none, "hasFigures": false,
                "isSearch": false,
                "title": .text("\(page.title) · \(configuration.title)"), "description": .text(page.description),
            ]
        ) { $1 }.merging(loadedBySearch) { $1 }
        let content = try templates.render("pages/\(page.rawValue)", .object(context))
        return Array(try templates.render("layout", .object(context.merging(["content": .html(content)]) { $1 })).utf8)
    }

    /// Which script and which style besides the common one a page loads, and the names that its script finds the index by.
    var loadedBySearch: [String: TemplateValue] {
        ["script": .text(assets.searchScript), "pageStyle": .text(assets.searchStyle)]
    }

    /// The same of every other page.
    func loaded(by script: PageScript) -> [String: TemplateValue] {
        // Bundled for each page that is written.
        ["script": .text(assets.scripts[script]!), "pageStyle": ""]
    }

    /// What shows records looks like what the search finds.
    func loaded(by page: Page) -> [String: TemplateValue] {
        var loaded = loaded(by: PageScript(of: page))
        if page.records != nil { loaded["pageStyle"] = .text(assets.searchStyle) }
        return loaded
    }

    /// The map for who has no script.
    var mapStill: TemplateValue {
        guard let map, let pictures = assets.mapPictures else { return .none }
        return [
            "wide": .text(pictures.wide), "narrow": .text(pictures.narrow), "title": .text(map.title),
            "alt": .text(map.alt), "caption": .text(map.caption), "key": .html(map.key),
            "hasList": .flag(pages.contains { $0.id == "search" && $0.tables.contains { $0.id == "downloads" } }),
        ]
    }

    /// The inline `#search-index`; nothing where the site has no index.
    var searchIndex: TemplateValue { search.map { .html($0.json(map: assets.mapScript).textInScript) } ?? .none }
}
